import { describe, expect, it } from 'vitest';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { ACTIONS } from '#lib/consultations/consultation.ts';
import type { Person } from '#lib/people/person.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { declarePublished, draft } from '../../../tests/support/strategy/drafted.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import { RoundForm, TicksForm } from './priority.ts';
import * as priorities from './priorities.server.ts';

const SLUG = 'draft';
/** The phase ends on the first; its key goes a day later. */
const ENDED = '2027-06-01T01:00:00.000Z';
const SEALED = '2027-06-02T00:00:00.000Z';
const CLASSES = ['small', 'medium', 'large', 'small', 'medium'] as const;

/** A published version with five measures at two points. */
async function withMeasures(testApp: TestApp) {
	const version = await draft(testApp, [{}, {}]);
	await transaction(testApp.as(null), async ({ db }) => {
		for (const [place] of CLASSES.entries()) {
			const pointId = version.points[place < 3 ? 0 : 1]?.id ?? '';
			const text = { text: `Maßnahme ${place + 1}`, responsible: 'Land', competence: 'land' };
			await db
				.insertInto('measures')
				.values({ versionId: version.id, id: newId(Date.parse(testApp.now) + place), pointId, ...text })
				.execute();
		}
	});
	await declarePublished(testApp, version);
	return version;
}

const costs = (more: Record<string, string> = {}, revision = 1) =>
	RoundForm.parse({
		...{ revision: String(revision), budget: '8', small: '1', medium: '3', large: '10' },
		...Object.fromEntries(CLASSES.map((one, place) => [`class-${place + 1}`, one])),
		...more
	});

async function prepared() {
	const testApp = await makeTestApp();
	const version = await withMeasures(testApp);
	const editor = await testApp.person('none', { roles: ['editor'] });
	await priorities.startRound(testApp.as(editor), SLUG);
	await priorities.saveCosts(testApp.as(editor), SLUG, costs());
	return { testApp, version, editor };
}

const tick = (testApp: TestApp, person: Person | null, ticks: readonly number[], revision = 2) =>
	priorities.castTicks(testApp.as(person), TicksForm.parse({ revision: String(revision), ticks: ticks.map(String) }));
const rows = ({ app }: TestApp) => app.reader.selectFrom('ballots').selectAll().execute();
const mine = async (testApp: TestApp, person: Person) => (await priorities.tickPanel(testApp.as(person))).mine;

describe('what measures cost', () => {
	it('is set by editors, from the newest version, and is open to nobody before all is set', async () => {
		const testApp = await makeTestApp();
		const editor = testApp.as(await testApp.person('none', { roles: ['editor'] }));
		await expect(priorities.startRound(editor, SLUG)).rejects.toMatchObject({ reason: 'priorityNoMeasures' });
		await withMeasures(testApp);
		const publisher = testApp.as(await testApp.person('none', { roles: ['publisher'] }));
		await expect(priorities.startRound(publisher, SLUG)).rejects.toMatchObject({ reason: 'roleMissing' });
		await priorities.startRound(editor, SLUG);
		const person = await testApp.person();
		await expect(tick(testApp, person, [1, 2, 3], 1)).rejects.toMatchObject({ reason: 'priorityNotReady' });
		await priorities.saveCosts(editor, SLUG, costs({ 'class-5': '' }));
		await expect(tick(testApp, person, [1, 2, 3])).rejects.toMatchObject({ reason: 'priorityNotReady' });
		await priorities.saveCosts(editor, SLUG, costs({}, 2));
		await tick(testApp, person, [1, 2, 3], 3);
		expect(await mine(testApp, person)).toEqual([1, 2, 3]);
	});

	it('is not taken over what a colleague has set meanwhile', async () => {
		const { testApp, editor } = await prepared();
		const save = () => priorities.saveCosts(testApp.as(editor), SLUG, costs({ budget: '9' }, 2));
		await save();
		await expect(save()).rejects.toMatchObject({ name: 'Stale', current: { texts: { budget: '9' } } });
	});

	it('stays once the first ballot is in, and so does the version', async () => {
		const { testApp, editor } = await prepared();
		const person = await testApp.person();
		await tick(testApp, person, [1, 2, 3]);
		const save = () => priorities.saveCosts(testApp.as(editor), SLUG, costs({}, 2));
		await expect(save()).rejects.toMatchObject({ reason: 'priorityFixed' });
		await withMeasures(testApp);
		await expect(priorities.startRound(testApp.as(editor), SLUG)).rejects.toMatchObject({ reason: 'priorityFixed' });
		expect((await priorities.tickPanel(testApp.as(person))).measures.map(({ text }) => text)).toHaveLength(5);
		// Also when the only ballot is taken back: somebody has decided by what stood there.
		await priorities.takeTicksBack(testApp.as(person));
		await expect(save()).rejects.toMatchObject({ reason: 'priorityFixed' });
	});

	it('can be taken from a newer version before; what is set already stays', async () => {
		const { testApp, editor } = await prepared();
		const next = await draft(testApp, [{}]);
		const [kept] = await testApp.app.reader.selectFrom('measures').select('id').orderBy('id').execute();
		await transaction(testApp.as(null), async ({ db }) => {
			for (const id of [newId(), newId(), kept?.id ?? '']) {
				const text = { text: 'Neu', responsible: 'Land', competence: 'land' };
				await db
					.insertInto('measures')
					.values({ versionId: next.id, id, pointId: next.points[0]?.id ?? '', ...text })
					.execute();
			}
		});
		await declarePublished(testApp, next);
		const before = await priorities.preparations(testApp.as(editor));
		expect(before.preparations).toMatchObject([{ outdated: true }]);
		await priorities.startRound(testApp.as(editor), SLUG);
		const { round } = await priorities.preparation(testApp.as(editor), SLUG);
		expect(round.measures).toHaveLength(3);
		expect(round.measures.flatMap(({ costClass }) => costClass ?? [])).toEqual(['small']);
		expect(round.budget).toBe(8);
	});
});

describe('a ballot', () => {
	it('is one of each person, can be changed and taken back, and says nothing but what was ticked', async () => {
		const { testApp } = await prepared();
		const person = await testApp.person();
		await tick(testApp, person, [1, 2, 3]);
		await tick(testApp, person, [2, 3, 5]);
		expect(await mine(testApp, person)).toEqual([2, 3, 5]);
		const own = await priorities.ownTicked(testApp.as(person));
		expect(own.map(({ measure }) => measure)).toEqual(['Maßnahme 2', 'Maßnahme 3', 'Maßnahme 5']);
		expect(await priorities.ownTicked(testApp.as(await testApp.person()))).toEqual([]);
		expect((await rows(testApp)).map(({ marks }) => marks)).toEqual([expect.stringMatching(/^\d+t( \d+t){2}$/)]);
		await priorities.takeTicksBack(testApp.as(person));
		expect([await mine(testApp, person), await rows(testApp)]).toEqual([[], []]);
	});

	it('is the same sheet of paper votes stand on, and neither disturbs the other', async () => {
		const { testApp, version } = await prepared();
		const [person, point] = [await testApp.person(), version.points[0]];
		await votes.castVote(testApp.as(person), point?.number ?? 0, 'agree');
		await tick(testApp, person, [1, 2, 3]);
		await votes.castVote(testApp.as(person), point?.number ?? 0, 'disagree');
		expect(await rows(testApp)).toHaveLength(1);
		expect(await votes.own(testApp.as(person))).toMatchObject([{ choice: 'disagree' }]);
		expect(await mine(testApp, person)).toEqual([1, 2, 3]);
		await priorities.takeTicksBack(testApp.as(person));
		expect(await votes.own(testApp.as(person))).toHaveLength(1);
		const tallies = await testApp.app.reader.selectFrom('tallies').selectAll().execute();
		expect(tallies).toMatchObject([{ agree: 0, disagree: 1 }]);
	});

	it('is not for staff, organisations, or whoever is not signed in, and ends with the phase', async () => {
		const { testApp } = await prepared();
		const because = (who: Person | null) =>
			tick(testApp, who, [1, 2, 3]).then(
				() => 'saved',
				(problem: { reason?: string }) => problem.reason
			);
		expect(await because(null)).toBe('signInFirst');
		expect(await because(await testApp.person('none', { roles: ['helper'] }))).toBe('staffTakesNoPart');
		expect(await because(await testApp.person('none', { organisation: 'Tafel' }))).toBe('priorityOrganisations');
		await expect(tick(testApp, await testApp.person(), [1, 2, 17])).rejects.toMatchObject({ name: 'NotFound' });
		await expect(tick(testApp, await testApp.person(), [1, 2, 3], 1)).rejects.toMatchObject({ name: 'Stale' });
		const late = await testApp.person();
		testApp.at(ENDED);
		expect(await because(late)).toBe('phaseOver');
		expect(await rows(testApp)).toEqual([]);
	});

	it('has at least three ticks', () => {
		for (const ticks of [undefined, '1', ['1', '2'], ['1', '1', '1'], ['1', '2', '02', '2']]) {
			const parsed = TicksForm.safeParse({ revision: '1', ticks });
			expect(parsed.error?.issues).toMatchObject([{ message: 'ticksFew', path: ['ticks'] }]);
		}
	});

	it('of many at once is kept whole, and the phase with it when somebody wants to take it away', async () => {
		const { testApp } = await prepared();
		const people = await Promise.all(Array.from({ length: 12 }, () => testApp.person()));
		await Promise.all([...people, ...people].map((who) => tick(testApp, who, [1, 2, 4])));
		expect(await rows(testApp)).toHaveLength(12);
		expect(await consultations.process.usesOfPhase(testApp.as(null), testApp.phaseId)).toBeGreaterThan(0);
	});
});

/** Ten of one group want 1, 2 and 4, six of the other 3, 4 and 5. */
async function ticked() {
	const here = await prepared();
	const { testApp } = here;
	const people: Person[] = [];
	for (let n = 0; n < 16; n++) {
		const person = await testApp.person(n < 10 ? 'affected' : 'practice');
		await tick(testApp, person, n < 10 ? [1, 2, 4] : [3, 4, 5]);
		people.push(person);
	}
	return { ...here, people };
}

describe('when the phase is over', () => {
	it('the result is there once, as soon as nobody can change anything any more', async () => {
		const { testApp } = await ticked();
		const ctx = () => testApp.as(null);
		testApp.at(ENDED);
		expect(await priorities.computeResults(ctx())).toBe(0);
		expect(await priorities.endedRounds(ctx())).toMatchObject([{ state: 'waiting', from: SEALED }]);
		await expect(priorities.resultOf(ctx(), SLUG)).rejects.toMatchObject({ name: 'NotFound' });
		expect(await priorities.newestFirst(ctx())).toBeNull();
		testApp.at(SEALED);
		expect(await Promise.all([1, 2].map(() => priorities.computeResults(ctx())))).toContain(1);
		expect(await priorities.computeResults(ctx())).toBe(0);
		expect(await priorities.endedRounds(ctx())).toMatchObject([{ state: 'computed', computedAt: SEALED }]);
		const { result, measures, versionNumber } = await priorities.resultOf(ctx(), SLUG);
		expect(versionNumber).toBe(1);
		expect(measures.get(5)?.text).toBe('Maßnahme 5');
		expect(result.people).toEqual({ total: 16, groups: { affected: 10, practice: 6, research: 0, none: 0 } });
		// 8 points, 16 people: half a point each. 4 costs 1: a sixteenth of a point each; then 1, 2 and 5.
		expect(result.outcomes?.people.rounds.map(({ number }) => number)).toEqual([4, 1, 2, 5]);
		expect(result.outcomes?.people.left).toBe(0);
		expect(result.majority).toEqual([4, 1, 2, 5]);
		const newest = await priorities.newestFirst(ctx());
		expect(newest).toMatchObject({ slug: SLUG, phase: 'Entwurf' });
		expect(newest?.first.map(({ text, people }) => [text, people])).toEqual(
			[4, 1, 2, 5].map((number, place) => [`Maßnahme ${number}`, place + 1])
		);
		// All six of a group ticked the same, which is never told of so few; so no group is told of any measure.
		expect(result.measures.map(({ ticks }) => ticks)).toEqual([10, 10, 6, 16, 6]);
		expect(result.measures.flatMap(({ groups }) => Object.values(groups)).filter((count) => count)).toEqual([]);
		const entries = await testApp.app.reader
			.selectFrom('journal')
			.selectAll()
			.where('verb', '=', 'priorities.published')
			.execute();
		expect(entries).toMatchObject([{ audience: 'public', actorId: null, details: '{"kind":"draft"}' }]);
	});

	it('it comes out the same after the ballots were sealed and written anew', async () => {
		const [one, other] = [await ticked(), await ticked()];
		one.testApp.at(SEALED);
		other.testApp.at(SEALED);
		await votes.sealEnded(one.testApp.as(null));
		const tokens = (await rows(one.testApp)).map(({ marks }) => marks);
		expect(new Set(tokens).size).toBe(2);
		expect(one.testApp.app.ballotKeys.read(one.testApp.phaseId)).toBeNull();
		await priorities.computeResults(one.testApp.as(null));
		await priorities.computeResults(other.testApp.as(null));
		const digests = [one, other].map(({ testApp }) => priorities.resultOf(testApp.as(null), SLUG));
		const [first, second] = await Promise.all(digests);
		expect(first?.digest).toBe(second?.digest);
		expect(await mine(one.testApp, one.people[0] ?? (await one.testApp.person()))).toEqual([]);
	});

	it('and is made longer then, nobody ticks by what came out', async () => {
		const { testApp, people } = await ticked();
		testApp.at(SEALED);
		await priorities.computeResults(testApp.as(null));
		const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
		const form = { beginsAt: '2027-05-01T00:00:00.000Z', endsAt: '2027-07-01T00:00:00.000Z', actions: [...ACTIONS] };
		await consultations.changePhase(admin, testApp.phaseId, form);
		await expect(tick(testApp, people[0] ?? null, [1, 2, 3])).rejects.toMatchObject({ reason: 'priorityOver' });
	});

	it('and it was made longer before, everything goes on', async () => {
		const { testApp, people } = await ticked();
		testApp.at(ENDED);
		const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
		const form = { beginsAt: '2027-05-01T00:00:00.000Z', endsAt: '2027-07-01T00:00:00.000Z', actions: [...ACTIONS] };
		await consultations.changePhase(admin, testApp.phaseId, form);
		testApp.at(SEALED);
		expect(await priorities.computeResults(testApp.as(null))).toBe(0);
		await tick(testApp, people[0] ?? null, [1, 2, 3]);
	});

	it('of a few people nothing is shown, and it says so; of nobody there is nothing to show', async () => {
		for (const count of [0, 4]) {
			const { testApp } = await prepared();
			for (let n = 0; n < count; n++) await tick(testApp, await testApp.person(), [1, 2, 3]);
			testApp.at(SEALED);
			expect(await priorities.computeResults(testApp.as(null))).toBe(1);
			const { result } = await priorities.resultOf(testApp.as(null), SLUG);
			expect(result).toMatchObject({ outcomes: null, majority: [], people: { total: count === 0 ? 0 : null } });
			expect(result.measures.every(({ ticks, groups }) => ticks === null && Object.keys(groups).length === 0)).toBe(
				true
			);
		}
	});

	it('that was never prepared, there is none', async () => {
		const testApp = await makeTestApp();
		testApp.at(SEALED);
		expect(await priorities.computeResults(testApp.as(null))).toBe(0);
		expect(await priorities.endedRounds(testApp.as(null))).toEqual([]);
	});
});
