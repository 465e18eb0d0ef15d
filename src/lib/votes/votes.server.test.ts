import { describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/person.ts';
import { openApp } from '../server/openApp.ts';
import { NotFound, Stale } from '#lib/verdict.ts';
import { declarePublished, draft, publishedPoint } from '../../../tests/support/strategy/drafted.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import { readMarks, votesIn } from './ballots/ballot.ts';
import { sumsIn } from './ballots/store.server.ts';
import { CHOICES, type Choice } from './vote.ts';
import * as votes from './votes.server.ts';

const rounds = async (testApp: TestApp, pointId: string) =>
	(await votes.currentResults(testApp.as(null), [pointId])).get(pointId) ?? [];

const results = async (testApp: TestApp, pointId: string) => (await rounds(testApp, pointId))[0]?.results ?? [];

/** The tallies as they would be if somebody counted the ballots now. */
async function counted(testApp: TestApp): Promise<string[]> {
	const ballots = await testApp.app.reader.selectFrom('ballots').selectAll().execute();
	const sums = new Map<string, Record<Choice, number>>();
	for (const row of ballots) {
		for (const [boxId, { choice }] of votesIn(readMarks(row.marks))) {
			const key = `${boxId} ${row.group} ${row.standing}`;
			const sum = sums.get(key) ?? { agree: 0, pass: 0, disagree: 0 };
			sum[choice] += 1;
			sums.set(key, sum);
		}
	}
	return [...sums].map(([key, sum]) => `${key} ${JSON.stringify(sum)}`).sort();
}

async function tallied(testApp: TestApp): Promise<string[]> {
	const rows = await sumsIn(testApp.app.reader).execute();
	return rows
		.filter((row) => row.agree + row.pass + row.disagree > 0)
		.map(({ boxId, group, standing, agree, pass, disagree }) => {
			return `${boxId} ${group} ${standing} ${JSON.stringify({ agree, pass, disagree })}`;
		})
		.sort();
}

describe('a vote', () => {
	it('counts for the group of the person, and can be changed and taken back', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		const ctx = testApp.as(await testApp.person('affected'));
		await votes.castVote(ctx, point.number, 'agree', point.wordingId);
		expect(await results(testApp, point.id)).toEqual([
			{ group: 'affected', standing: 'person', agree: 1, pass: 0, disagree: 0, n: 1, recorded: 0 }
		]);
		await votes.castVote(ctx, point.number, 'pass');
		expect(await results(testApp, point.id)).toMatchObject([{ agree: 0, pass: 1, n: 1, recorded: 0 }]);
		expect(await votes.own(ctx)).toMatchObject([{ number: point.number, choice: 'pass' }]);
		await votes.castVote(ctx, point.number, null);
		await votes.castVote(ctx, point.number, null);
		expect(await results(testApp, point.id)).toMatchObject([{ n: 0 }]);
		expect(await votes.mine(ctx, [point.id])).toEqual(new Map());
	});

	it('of a hundred at once by twenty people leaves tallies equal to the ballots', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		const people: Person[] = [];
		for (let i = 0; i < 20; i++) {
			people.push(await testApp.person((['affected', 'practice', 'research', 'none'] as const)[i % 4]));
		}
		const all = Array.from({ length: 100 }, (_, i) => ({
			person: people[i % 20] ?? null,
			choice: CHOICES[(i * 7) % 3]
		}));
		await Promise.all(
			all.map(({ person, choice }) => votes.castVote(testApp.as(person), point.number, choice ?? null))
		);
		expect(await tallied(testApp)).toEqual(await counted(testApp));
		const n = (await results(testApp, point.id)).reduce((sum, result) => sum + result.n, 0);
		expect(n).toBe(20);
	});

	it('through two processes at once counts once for everybody, whatever each of them does at the same moment', async () => {
		const testApp = await makeTestApp();
		const version = await draft(
			testApp,
			Array.from({ length: 6 }, () => ({}))
		);
		await declarePublished(testApp, version);
		const people = await Promise.all(Array.from({ length: 12 }, () => testApp.person()));
		const other = openApp(testApp.app.config, testApp.app.log);
		const all = Array.from({ length: 360 }, (_, n) => {
			const ctx = testApp.as(people[n % 12] ?? null);
			const here = n % 2 === 0 ? ctx : { ...ctx, app: other, db: other.reader };
			return () =>
				votes.castVote(here, version.points[(n * 5) % 6]?.number ?? 0, [...CHOICES, null][(n * 7) % 4] ?? null);
		});
		// In waves, so that both processes have something under way all the time.
		for (let n = 0; n < all.length; n += 60) await Promise.all(all.slice(n, n + 60).map((vote) => vote()));
		expect(await tallied(testApp)).toEqual(await counted(testApp));
		const ballots = await testApp.app.reader.selectFrom('ballots').select('voter').execute();
		expect(ballots.length).toBeLessThanOrEqual(12);
		await other.close();
	});

	it('changed after the group has changed leaves nothing in the old group', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		const before = await testApp.person('affected');
		await votes.castVote(testApp.as(before), point.number, 'agree');
		const after: Person = { ...before, group: 'research' };
		await votes.castVote(testApp.as(after), point.number, 'disagree');
		expect(await tallied(testApp)).toEqual(await counted(testApp));
		const found = await results(testApp, point.id);
		expect(found.find((result) => result.group === 'affected')?.n).toBe(0);
		expect(found.find((result) => result.group === 'research')?.disagree).toBe(1);
	});

	it('of an organisation is no ballot, and in no result of persons', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		await votes.castVote(testApp.as(await testApp.person('practice')), point.number, 'agree');
		await votes.castVote(
			testApp.as(await testApp.person('practice', { organisation: 'Tafel' })),
			point.number,
			'disagree'
		);
		const found = await results(testApp, point.id);
		expect(found.map(({ standing, n }) => `${standing} ${n}`)).toEqual(['person 1']);
	});

	it('is refused from the end of the phase on, and nothing is written', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		const person = await testApp.person();
		testApp.at('2027-06-01T00:00:00.000Z');
		const late = votes.castVote(testApp.as(person), point.number, 'agree');
		await expect(late).rejects.toMatchObject({ reason: 'phaseOver', facts: { until: '1. Juni 2027' } });
		expect(await rounds(testApp, point.id)).toEqual([]);
	});

	it('without a card is refused', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		const anonymous = votes.castVote(testApp.as(null), point.number, 'agree');
		await expect(anonymous).rejects.toMatchObject({ reason: 'signInFirst' });
	});

	it('on a text that was replaced meanwhile is not counted for the new one', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		await declarePublished(testApp, await draft(testApp, [{ point }]));
		const ctx = testApp.as(await testApp.person());
		await expect(votes.castVote(ctx, point.number, 'agree', point.wordingId)).rejects.toThrow(Stale);
		expect(await rounds(testApp, point.id)).toEqual([]);
	});

	it('on an older wording stays, beside those on the newer one', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		const ctx = testApp.as(await testApp.person());
		await votes.castVote(ctx, point.number, 'agree');
		const second = await draft(testApp, [{ point }]);
		await declarePublished(testApp, second);
		await votes.castVote(ctx, point.number, 'disagree');
		const found = await rounds(testApp, point.id);
		expect(found.map((round) => round.wordingId)).toEqual([second.points[0]?.wordingId, point.wordingId]);
		expect(found.map(({ results }) => results[0]?.n)).toEqual([1, 1]);
		expect((await votes.mine(ctx, [point.id])).get(point.id)).toHaveLength(2);
	});

	it('on a point that is only in a draft, or nowhere, is not found', async () => {
		const testApp = await makeTestApp();
		const { points } = await draft(testApp);
		const ctx = testApp.as(await testApp.person());
		await expect(votes.castVote(ctx, points[0]?.number ?? 0, 'agree')).rejects.toThrow(NotFound);
		await expect(votes.castVote(ctx, 999, 'agree')).rejects.toThrow(NotFound);
	});
});

describe('secrecy', () => {
	it('keeps no account, no hour and no journal entry', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		const person = await testApp.person();
		const journal = () => testApp.app.reader.selectFrom('journal').selectAll().execute();
		const before = await journal();
		await votes.castVote(testApp.as(person), point.number, 'agree');
		const [row] = await testApp.app.reader.selectFrom('ballots').selectAll().execute();
		expect(row).toMatchObject({ group: 'affected', standing: 'person', phaseId: testApp.phaseId });
		expect([...readMarks(row?.marks ?? '').values()]).toEqual([{ choice: 'agree', hand: null, day: '2027-05-10' }]);
		expect(JSON.stringify(row)).not.toContain(person.id);
		expect(await journal()).toEqual(before);
	});

	it('gives the same person another token in the next phase', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		const person = await testApp.person();
		await votes.castVote(testApp.as(person), point.number, 'agree');
		await testApp.phase('final', '2027-06-01T00:00:00.000Z', '2027-07-01T00:00:00.000Z', ['vote']);
		testApp.at('2027-06-02T12:00:00.000Z');
		// What was voted before cannot be told any more, not even to the one who did.
		expect(await votes.own(testApp.as(person))).toEqual([]);
		await votes.castVote(testApp.as(person), point.number, 'disagree');
		const rows = await testApp.app.reader.selectFrom('ballots').select('voter').execute();
		expect(new Set(rows.map((row) => row.voter)).size).toBe(2);
		expect((await rounds(testApp, point.id)).map((round) => round.phaseSlug)).toEqual(['final', 'draft']);
	});

	it('shows one’s own votes to oneself only', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		const [one, other] = [await testApp.person(), await testApp.person()];
		await votes.castVote(testApp.as(one), point.number, 'agree');
		expect(await votes.own(testApp.as(other))).toEqual([]);
		expect(await votes.own(testApp.as(null))).toEqual([]);
		expect((await votes.mine(testApp.as(one), [point.id])).get(point.id)).toEqual([
			{ wordingId: point.wordingId, choice: 'agree' }
		]);
	});
});
