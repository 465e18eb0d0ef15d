import fc from 'fast-check';
import { expect, it } from 'vitest';
import { into, named, openDesk, type Desk } from '../../../../tests/support/strategy/desk.ts';
import { stateOfDesk, walkPaths } from '../../../../tests/support/strategy/desk-state.ts';
import { Editor, verified } from '../../../../tests/support/strategy/strategy.ts';
import { walkSources } from '../../../../tests/support/walk.ts';
import { newId } from '../../server/ids.ts';
import * as strategy from '../../strategy/strategy.server.ts';
import { NotFound, Refused } from '../../verdict.ts';
import * as distillation from '../distillation.server.ts';

/** A step: what is done, and two numbers that choose from what there is at that moment. */
const KINDS = [
	...(['put', 'put', 'put', 'cut', 'cut', 'cut', 'uncut', 'takeOut', 'mark', 'merge'] as const),
	...(['merge', 'split', 'split', 'describe', 'aside', 'lead', 'lead', 'undo', 'undo'] as const),
	...(['reword', 'divide', 'unite', 'drop', 'publish'] as const)
];
type Step = { kind: (typeof KINDS)[number]; a: number; b: number };
const isOfDraft = (kind: Step['kind']) => ['reword', 'divide', 'unite', 'drop', 'publish'].includes(kind);
const steps: fc.Arbitrary<Step[]> = fc.array(
	fc.record({ kind: fc.constantFrom(...KINDS), a: fc.nat(20), b: fc.nat(20) }),
	{ minLength: 8, maxLength: 18 }
);

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];

async function take(desk: Desk, step: Step, deeds: string[]): Promise<void> {
	const { kind, a, b } = step;
	if (isOfDraft(kind)) return write(desk, step);
	const { testApp } = desk;
	const ctx = testApp.as(a % 2 ? desk.moderator : desk.colleague);
	const here = testApp.consultationId;
	const { clusters } = await distillation.clusters(ctx, here, { show: 'all', sort: 'newest' });
	const [cluster, other] = [pick(clusters, a), pick(clusters, b)];
	const target = cluster && b % 3 ? into(cluster.number) : named(`Stapel ${a}`);
	const number = pick(desk.numbers, b) ?? 1;
	if (kind === 'put') await desk.put([...new Set([number, pick(desk.numbers, a) ?? number])], target);
	if (kind === 'cut') await desk.cut(number, [b % 3, a % 2].slice(0, 1 + (a % 2)), target);
	if (kind === 'uncut' || kind === 'aside') {
		const { segments } = await distillation.inHand(ctx, here, number);
		const [segment, seen] = [pick(segments, a), await desk.seen(number)];
		if (kind === 'aside')
			await distillation.setAside(ctx, here, { id: newId(), seen, aside: a % 2 ? 'elsewhere' : '' });
		else if (segment) await distillation.uncut(ctx, here, { id: newId(), seen, segment: segment.id });
	}
	if (kind === 'undo' && deeds.length > 0)
		await strategy.undoClusterLink(ctx, { id: newId(), deed: pick(deeds, a) ?? '' });
	if (!cluster || !other) return;
	const marks = await desk.marks(cluster.number);
	const items = (await distillation.membersOf(ctx, cluster.id)).filter((_, index) => index % 2 === b % 2);
	const chosen = { ...marks, items: items.map((one) => one.itemId) };
	if (kind === 'merge') await distillation.merge(ctx, here, { ...marks, into: other.number });
	if (kind === 'describe')
		await distillation.describe(ctx, here, { ...marks, title: `Name ${b}`, gist: 'Darum geht es.', assignee: '' });
	if (kind === 'lead') {
		const { id: version, revision, points } = await new Editor(testApp, desk.colleague).draft();
		const target = b % 2 ? 'new' : (pick(points, a)?.number ?? 'new');
		const form = { id: marks.id, version, revision, cluster: cluster.id, state: marks.revision, target } as const;
		await strategy.linkClusterToPoint(ctx, { ...form, field: 'wohnen' });
	}
	if (items.length === 0) return;
	if (kind === 'takeOut') await distillation.takeOut(ctx, here, chosen);
	if (kind === 'mark')
		await distillation.mark(ctx, here, { ...chosen, relation: 'example', dissent: a % 2 ? 'minority' : null });
	if (kind === 'split')
		await distillation.split(ctx, here, { ...chosen, ...(a % 2 ? named('Ab') : into(other.number)) });
}

/** What editors do to the draft meanwhile. None of it is a step at the desk, none of it is taken back. */
async function write({ testApp, colleague }: Desk, { kind, a, b }: Step): Promise<void> {
	const editor = new Editor(testApp, colleague);
	const { id: version, revision, points } = await editor.draft();
	const [point, other] = [pick(points, a), pick(points, b)];
	const marks = { version, revision };
	if (kind === 'publish') {
		await editor.publish();
		await editor.start();
		return;
	}
	if (!point || !other) return;
	const words = { field: 'wohnen', title: `Punkt ${b}`, body: 'Das Land hilft.' };
	const parts = { stayTitle: 'Erstens', stayBody: 'Das.', newTitle: 'Zweitens', newBody: 'Jenes.' };
	if (kind === 'reword') await strategy.rewordPoint(editor.ctx, point.number, { ...marks, ...words });
	if (kind === 'divide') await strategy.splitPoint(editor.ctx, point.number, { ...marks, ...parts, id: newId() });
	if (kind === 'unite')
		await strategy.mergePoint(editor.ctx, point.number, { ...marks, into: other.number, mergeReason: 'Dasselbe.' });
	if (kind === 'drop') await strategy.dropPoint(editor.ctx, point.number, { ...marks, reason: 'Erledigt.' });
}

/** Every path from points to contributions and back, and every digest. */
async function walk(desk: Desk): Promise<void> {
	await walkPaths(desk.testApp, desk.moderator);
	await walkSources(desk.testApp, desk.moderator);
	const all = await verified(desk.testApp.as(null));
	expect(all.filter((one) => !one.ok)).toEqual([]);
}

const step = (kind: Step['kind'], a: number, b: number): Step => ({ kind, a, b });
/** Somebody comes to the same again by another way: what was done first is theirs by then. */
const BACK_AGAIN = [
	...[step('put', 7, 9), step('describe', 13, 13), step('put', 13, 20), step('cut', 5, 7), step('takeOut', 11, 14)],
	...[step('cut', 2, 8), step('put', 6, 5), step('cut', 19, 6), step('put', 14, 2), step('undo', 2, 6)],
	...[step('merge', 10, 14), step('cut', 10, 8), step('put', 14, 17)]
];

/** What came into a new cluster and left it again still came from there. */
const LEFT_AGAIN = [
	...[step('put', 20, 10), step('cut', 8, 12), step('cut', 18, 19), step('split', 14, 1), step('takeOut', 9, 13)],
	...[step('cut', 12, 15), step('undo', 15, 10), step('split', 8, 4), step('put', 12, 6)]
];

const notUndone = async (desk: Desk) =>
	(await desk.testApp.app.reader.selectFrom('deeds').select(['id', 'undoes', 'kind']).orderBy('at').execute()).filter(
		(deed, _, all) => deed.undoes === null && !all.some((one) => one.undoes === deed.id)
	);

it('loses nothing, keeps both directions of every path, and undoing everything ends where it began', async () => {
	const runs = process.env.TEST_DATABASE_URL ? 6 : 20;
	await fc.assert(
		fc.asyncProperty(steps, async (list) => {
			const desk = await openDesk();
			await new Editor(desk.testApp, desk.colleague).start();
			const beginning = await stateOfDesk(desk.testApp);
			const deeds: string[] = [];
			for (const [index, step] of list.entries()) {
				// Deeds are told apart by their moment, as in life.
				desk.testApp.at(new Date(Date.parse('2027-05-10T12:00:00.000Z') + index * 1_000).toISOString());
				await take(desk, step, deeds).catch((problem: unknown) => {
					// What the rules refuse changes nothing.
					if (!(problem instanceof Refused || problem instanceof NotFound)) throw problem;
				});
				await stateOfDesk(desk.testApp);
				deeds.splice(0, deeds.length, ...(await notUndone(desk)).map((deed) => deed.id));
			}
			await walk(desk);
			for (const { id } of (await notUndone(desk)).reverse()) {
				await strategy.undoClusterLink(desk.testApp.as(desk.moderator), { id: newId(), deed: id });
				await stateOfDesk(desk.testApp);
			}
			expect(await stateOfDesk(desk.testApp)).toEqual(beginning);
			await walk(desk);
			// Only clusters brought contributions to the draft: without them none is left, unless they were published.
			const { points } = await new Editor(desk.testApp, desk.colleague).draft();
			if (!list.some(({ kind }) => kind === 'publish')) expect(points.flatMap((one) => one.sources)).toEqual([]);
			await desk.testApp.close();
		}),
		{ numRuns: runs, endOnFailure: true, examples: [[BACK_AGAIN], [LEFT_AGAIN]] }
	);
}, 120_000);
