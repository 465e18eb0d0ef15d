import fc from 'fast-check';
import { expect, it } from 'vitest';
import { into, named, openDesk, type Desk } from '../../../tests/support/desk.ts';
import { stateOfDesk, walkPaths } from '../../../tests/support/desk-state.ts';
import { newId } from '../server/ids.ts';
import { Refused } from '../verdict.ts';
import * as distillation from './distillation.server.ts';

/** A step: what is done, and two numbers that choose from what there is at that moment. */
const KINDS = [
	...(['put', 'put', 'put', 'cut', 'cut', 'cut', 'uncut', 'takeOut', 'mark', 'merge'] as const),
	...(['merge', 'split', 'split', 'describe', 'aside', 'lead', 'undo', 'undo'] as const)
];
type Step = { kind: (typeof KINDS)[number]; a: number; b: number };
const steps: fc.Arbitrary<Step[]> = fc.array(
	fc.record({ kind: fc.constantFrom(...KINDS), a: fc.nat(20), b: fc.nat(20) }),
	{ minLength: 8, maxLength: 18 }
);

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];

async function take(desk: Desk, { kind, a, b }: Step, deeds: string[]): Promise<void> {
	const { town } = desk;
	const ctx = town.as(a % 2 ? desk.moderator : desk.colleague);
	const here = town.consultationId;
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
	if (kind === 'undo' && deeds.length > 0) await distillation.undo(ctx, { id: newId(), deed: pick(deeds, a) ?? '' });
	if (!cluster || !other) return;
	const marks = await desk.marks(cluster.number);
	const items = (await distillation.membersOf(ctx, cluster.id)).filter((_, index) => index % 2 === b % 2);
	const chosen = { ...marks, items: items.map((one) => one.itemId) };
	if (kind === 'merge') await distillation.merge(ctx, here, { ...marks, into: other.number });
	if (kind === 'describe')
		await distillation.describe(ctx, here, { ...marks, title: `Name ${b}`, gist: 'Darum geht es.', assignee: '' });
	if (kind === 'lead') await distillation.leadTo(ctx, here, marks, b % 2 ? { id: newId(), number: b } : null);
	if (items.length === 0) return;
	if (kind === 'takeOut') await distillation.takeOut(ctx, here, chosen);
	if (kind === 'mark')
		await distillation.mark(ctx, here, { ...chosen, relation: 'example', dissent: a % 2 ? 'minority' : null });
	if (kind === 'split')
		await distillation.split(ctx, here, { ...chosen, ...(a % 2 ? named('Ab') : into(other.number)) });
}

const step = (kind: Step['kind'], a: number, b: number): Step => ({ kind, a, b });
/** Somebody comes to the same again by another way: what was done first is theirs by then. */
const BACK_AGAIN = [
	...[step('put', 7, 9), step('describe', 13, 13), step('put', 13, 20), step('cut', 5, 7), step('takeOut', 11, 14)],
	...[step('cut', 2, 8), step('put', 6, 5), step('cut', 19, 6), step('put', 14, 2), step('undo', 2, 6)],
	...[step('merge', 10, 14), step('cut', 10, 8), step('put', 14, 17)]
];

const notUndone = async (desk: Desk) =>
	(await desk.town.house.reader.selectFrom('deeds').select(['id', 'undoes', 'kind']).orderBy('at').execute()).filter(
		(deed, _, all) => deed.undoes === null && !all.some((one) => one.undoes === deed.id)
	);

it('loses nothing, keeps both directions of every path, and undoing everything ends where it began', async () => {
	const runs = process.env.TEST_DATABASE_URL ? 8 : 25;
	await fc.assert(
		fc.asyncProperty(steps, async (list) => {
			const desk = await openDesk();
			const beginning = await stateOfDesk(desk.town);
			const deeds: string[] = [];
			for (const [index, step] of list.entries()) {
				// Deeds are told apart by their moment, as in life.
				desk.town.at(new Date(Date.parse('2027-05-10T12:00:00.000Z') + index * 1_000).toISOString());
				await take(desk, step, deeds).catch((problem: unknown) => {
					// What the rules refuse changes nothing.
					if (!(problem instanceof Refused)) throw problem;
				});
				await stateOfDesk(desk.town);
				deeds.splice(0, deeds.length, ...(await notUndone(desk)).map((deed) => deed.id));
			}
			await walkPaths(desk.town, desk.moderator);
			for (const { id } of (await notUndone(desk)).reverse()) {
				await distillation.undo(desk.town.as(desk.moderator), { id: newId(), deed: id });
				await stateOfDesk(desk.town);
			}
			expect(await stateOfDesk(desk.town)).toEqual(beginning);
			await desk.town.close();
		}),
		{ numRuns: runs, endOnFailure: true, examples: [[BACK_AGAIN]] }
	);
}, 120_000);
