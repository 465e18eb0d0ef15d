import { sql } from 'kysely';
import { expect, it } from 'vitest';
import * as proposals from '#lib/proposals/proposals.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { Chance } from '../../../tests/bench/city/chance.ts';
import { putProposal } from '../../../tests/support/editions/published.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import * as answers from './answers.server.ts';
import { DISPOSITIONS, NAMING_POINTS } from './answer.ts';

const PROPOSALS = 12;
const POINTS = 3;
const STEPS = 150;

/** Counted anew from the rows themselves, in another way than the counters are kept. */
async function recounted(ctx: Ctx, draft: string | null) {
	const all = await ctx.db.selectFrom('proposals').selectAll().execute();
	const visible = all.filter((one) => one.publishedAt && !one.hiddenAt && !one.withdrawnAt);
	const given = await ctx.db
		.selectFrom('answers as a')
		.innerJoin('versions as v', 'v.id', 'a.versionId')
		.select(['a.proposalId', 'a.disposition', 'a.publishedAt', 'a.versionId'])
		.orderBy('v.number', 'desc')
		.execute();
	const sources = await ctx.db.selectFrom('sources').selectAll().execute();
	const dropped = (await ctx.db.selectFrom('drops').selectAll().execute()).map((d) => `${d.versionId} ${d.pointId}`);
	const standing = new Set(
		sources
			.filter((s) => s.versionId === draft && !dropped.includes(`${s.versionId} ${s.pointId}`))
			.map((s) => s.proposalId)
	);
	const counts = { total: visible.length, none: 0, byDisposition: { ...zero } };
	for (const { id } of visible) {
		const newest = given.find(
			(a) => a.proposalId === id && (a.publishedAt !== null || (draft !== null && a.versionId === draft))
		);
		const said = DISPOSITIONS.find((one) => one === newest?.disposition);
		if (!said) counts.none++;
		else {
			const names = NAMING_POINTS.some((one) => one === said);
			counts.byDisposition[draft && names && !standing.has(id) ? 'open' : said]++;
		}
	}
	return counts;
}
const zero = { adopted: 0, partly: 0, merged: 0, declined: 0, elsewhere: 0, open: 0 };

interface Scene {
	testApp: TestApp;
	ids: readonly string[];
	points: readonly string[];
	draft: string;
	version: number;
}

async function scene(): Promise<Scene> {
	const testApp = await makeTestApp();
	const ids: string[] = [];
	for (let n = 0; n < PROPOSALS; n++) {
		ids.push((await putProposal(testApp, await testApp.person(n % 2 ? 'affected' : 'practice'), `Vorschlag ${n}`)).id);
	}
	const points = Array.from({ length: POINTS }, () => newId());
	await transaction(testApp.as(null), async ({ db }) => {
		for (const [n, id] of points.entries()) {
			const { consultationId, now } = testApp;
			await db
				.insertInto('points')
				.values({ id, number: 900 + n, consultationId, createdAt: now })
				.execute();
		}
	});
	return { testApp, ids, points, draft: await begin(testApp, 1), version: 1 };
}

async function begin({ consultationId, now, as }: TestApp, number: number): Promise<string> {
	const id = newId();
	await transaction(as(null), async ({ db }) => {
		const head = { number, consultationId, previousId: null, kind: 'draft', createdAt: now, title: '', preamble: '' };
		const nobody = { createdBy: null, publishedBy: null, publishedAt: null, numbers: null, digest: null };
		await db
			.insertInto('versions')
			.values({ id, ...head, ...nobody })
			.execute();
	});
	return id;
}

function pick<T>(chance: Chance, all: readonly T[]): T {
	const [one] = all.slice(chance.below(all.length));
	if (one === undefined) throw new Error('nothing to pick from');
	return one;
}

/** One thing that happens to contributions, answers, sources or versions. */
async function step(now: Scene, chance: Chance): Promise<void> {
	const { testApp, draft } = now;
	const [proposalId, pointId] = [pick(chance, now.ids), pick(chance, now.points)];
	await transaction(testApp.as(null), async ({ db }) => {
		const moment = (column: 'hiddenAt' | 'withdrawnAt' | 'publishedAt') =>
			db
				.updateTable('proposals')
				.set({ [column]: sql`case when ${sql.ref(column)} is null then ${testApp.now} else null end` })
				.where('id', '=', proposalId)
				.execute();
		const source = { versionId: draft, pointId, proposalId, relation: 'adopts', note: null };
		const acts: (() => Promise<unknown>)[] = [
			() => moment('hiddenAt'),
			() => moment('withdrawnAt'),
			() => moment('publishedAt'),
			() =>
				db
					.insertInto('answers')
					.values({
						...{ id: newId(), proposalId, versionId: draft, disposition: pick(chance, DISPOSITIONS) },
						...{ reason: 'So.', responsible: null, writtenBy: null, writtenAt: testApp.now, publishedAt: null }
					})
					.onConflict((c) =>
						c.columns(['proposalId', 'versionId']).doUpdateSet({ disposition: pick(chance, DISPOSITIONS) })
					)
					.execute(),
			() =>
				db
					.insertInto('sources')
					.values(source)
					.onConflict((c) => c.doNothing())
					.execute(),
			() => db.deleteFrom('sources').where('versionId', '=', draft).where('proposalId', '=', proposalId).execute(),
			() =>
				db
					.insertInto('drops')
					.values({ versionId: draft, pointId, reason: 'weg' })
					.onConflict((c) => c.doNothing())
					.execute(),
			() => db.deleteFrom('drops').where('versionId', '=', draft).where('pointId', '=', pointId).execute()
		];
		await pick(chance, acts)();
	});
}

/** The draft goes out with its answers, and the next one begins. */
async function turn(now: Scene): Promise<void> {
	await transaction(now.testApp.as(null), async (ctx) => {
		await ctx.db
			.updateTable('answers')
			.set({ publishedAt: now.testApp.now })
			.where('versionId', '=', now.draft)
			.execute();
		await ctx.db.updateTable('versions').set({ publishedAt: now.testApp.now }).where('id', '=', now.draft).execute();
	});
	now.version++;
	now.draft = await begin(now.testApp, now.version);
}

it('the kept counts are what counting gives, whatever happens and whoever writes it', async () => {
	const now = await scene();
	const chance = new Chance(8);
	const ctx = now.testApp.as(null);
	for (let n = 1; n <= STEPS; n++) {
		await step(now, chance);
		if (n % 40 === 0) await turn(now);
		if (n % 10 !== 0) continue;
		const kept = await answers.counts(ctx, now.testApp.consultationId);
		expect(kept, `published, after ${n}`).toEqual(await recounted(ctx, null));
		const drafted = await answers.counts(ctx, now.testApp.consultationId, now.draft);
		expect(drafted, `with the draft, after ${n}`).toEqual(await recounted(ctx, now.draft));
		const byGroup = Object.values(await proposals.countByGroup(ctx, now.testApp.consultationId));
		expect(byGroup.reduce((sum, count) => sum + count, 0)).toBe(kept.total);
	}
	expect(Object.values((await answers.counts(ctx, now.testApp.consultationId)).byDisposition).some(Boolean)).toBe(true);
});
