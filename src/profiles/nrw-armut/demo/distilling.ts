import type { Dissent } from '#lib/distillation/clusters/cluster.ts';
import * as distillation from '#lib/distillation/distillation.server.ts';
import { sentencesOf } from '#lib/distillation/segments/sentences.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { found } from '#lib/verdict.ts';
import type { Collected } from './collecting.ts';
import { leftOut, versionOne, type DemoPoint, type LeftOut } from './strategy.ts';
import type { DemoTown, Points } from './town.ts';

/** The desk as it was left: a cluster behind each point of the first version, the rest still to be done. */
export async function distil(
	town: DemoTown,
	consultationId: string,
	collected: Collected,
	points: Points
): Promise<void> {
	const ctx = town.as(town.staff.moderation, -30);
	await distillation.syncContributions(ctx);
	for (const point of versionOne) {
		const numbers = point.sources.map(([key]) => found(collected.numbers.get(key), 'contribution'));
		if (numbers.length === 0) continue;
		const cluster = await gather(ctx, consultationId, point, numbers);
		await lead(ctx, consultationId, cluster, found(points.get(point.key), 'point'));
		for (const [key, relation] of point.sources) {
			const number = found(collected.numbers.get(key), 'contribution');
			if (relation === 'departs') await mark(ctx, consultationId, cluster, number, 'minority');
			if (relation === 'objects') await mark(ctx, consultationId, cluster, number, 'objection');
		}
	}
	for (const one of leftOut) {
		const numbers = one.keys.map((key) => found(collected.numbers.get(key), 'contribution'));
		await gatherLeftOut(ctx, consultationId, one, numbers);
	}
	const { proposal } = await distillation.inHand(ctx, consultationId, 1);
	const body = 'Hier steckt noch ein zweites Anliegen drin. Bitte beim nächsten Mal ansehen.';
	await distillation.remark(ctx, consultationId, { id: newId(), subject: proposal.id, body });
}

const plain = { relation: 'summarises', dissent: null } as const;

/** Of a long first text only its beginning; the others as a whole. */
async function gather(
	ctx: Ctx,
	consultationId: string,
	{ title }: Pick<DemoPoint, 'title'>,
	numbers: number[]
): Promise<number> {
	const [first, ...others] = await Promise.all(
		numbers.map((number) => distillation.inHand(ctx, consultationId, number))
	);
	const { docket, proposal, digest } = found(first, 'contribution');
	const sentences = sentencesOf(proposal.body);
	const spans = sentences.length > 2 ? sentences.slice(0, 2) : [];
	const seen = [docket, ...others.map((one) => one.docket)].map(({ number, revision }) => ({ number, revision }));
	const form = { id: newId(), seen, spans, digest, to: null, title, ...plain };
	return found(await distillation.cut(ctx, consultationId, form), 'cluster');
}

/** What many want and the first version does not say: a cluster that leads nowhere. */
async function gatherLeftOut(ctx: Ctx, consultationId: string, { title, gist }: LeftOut, numbers: number[]) {
	const cluster = await gather(ctx, consultationId, { title }, numbers);
	const words = { title, gist, assignee: '' };
	await distillation.describe(ctx, consultationId, { ...(await marksOf(ctx, consultationId, cluster)), ...words });
}

async function marksOf(ctx: Ctx, consultationId: string, number: number) {
	const { id, revision } = await distillation.cluster(ctx, consultationId, number);
	return { id: newId(), cluster: id, revision };
}

/** A cluster leads to a point, and says what the point says. */
export async function lead(ctx: Ctx, consultationId: string, cluster: number, point: number): Promise<void> {
	const { id, wordings } = await strategy.pointByNumber(ctx, point);
	const { title } = await distillation.cluster(ctx, consultationId, cluster);
	const gist = wordings[0]?.body.replaceAll('**', '') ?? '';
	const words = { title, gist, assignee: '' };
	await distillation.describe(ctx, consultationId, { ...(await marksOf(ctx, consultationId, cluster)), ...words });
	await distillation.leadTo(ctx, consultationId, await marksOf(ctx, consultationId, cluster), { id, number: point });
}

async function mark(ctx: Ctx, consultationId: string, cluster: number, number: number, dissent: Dissent) {
	const marks = await marksOf(ctx, consultationId, cluster);
	const member = (await distillation.membersOf(ctx, marks.cluster)).find((one) => one.number === number);
	const items = [found(member, 'member').itemId];
	await distillation.mark(ctx, consultationId, { ...marks, items, relation: 'summarises', dissent });
}
