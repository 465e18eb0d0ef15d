import { describe, expect, it } from 'vitest';
import type { Group, Person } from '#lib/people/person.ts';
import {
	draft,
	declarePublished,
	publishedPoint,
	type DraftedPoint
} from '../../../../tests/support/strategy/drafted.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import type { ShownRow } from './publishedResult.ts';
import { CHOICES } from '../vote.ts';
import * as votes from '../votes.server.ts';

const HOUR = 60 * 60 * 1000;
const later = (testApp: TestApp, hours = 1) =>
	testApp.at(new Date(Date.parse(testApp.now) + hours * HOUR).toISOString());

async function shown(testApp: TestApp, point: DraftedPoint): Promise<ShownRow[]> {
	const [round] = (await votes.published(testApp.as(null), [point.id])).get(point.id) ?? [];
	return round ? [...round.persons, ...round.organisations] : [];
}

const affected = async (testApp: TestApp, point: DraftedPoint) => (await shown(testApp, point))[0];

async function crowd(
	testApp: TestApp,
	point: DraftedPoint,
	agree: number,
	pass: number,
	disagree: number
): Promise<Person[]> {
	const choices = [...Array(agree).fill(0), ...Array(pass).fill(1), ...Array(disagree).fill(2)].map(
		(index: number) => CHOICES[index] ?? 'pass'
	);
	const people: Person[] = [];
	for (const choice of choices) {
		const person = await testApp.person('affected');
		await votes.castVote(testApp.as(person), point.number, choice);
		people.push(person);
	}
	return people;
}

describe('results are published', () => {
	it('by a chore, not by a vote', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		await crowd(testApp, point, 6, 5, 5);
		expect(await shown(testApp, point)).toEqual([]);
		expect(await votes.publishResults(testApp.as(null))).toBe(1);
		expect(await affected(testApp, point)).toMatchObject({ n: 16, agree: 6, pass: 5, disagree: 5 });
		expect(await votes.publishResults(testApp.as(null))).toBe(0);
	});

	it('holding back small groups from everybody who only reads', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		await crowd(testApp, point, 1, 0, 0);
		await votes.publishResults(testApp.as(null));
		expect(await affected(testApp, point)).toEqual({ group: 'affected', standing: 'person', state: 'few' });
	});

	it('at most once an hour', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		await crowd(testApp, point, 6, 5, 5);
		await votes.publishResults(testApp.as(null));
		await crowd(testApp, point, 6, 5, 5);
		expect(await votes.publishResults(testApp.as(null))).toBe(0);
		later(testApp);
		expect(await votes.publishResults(testApp.as(null))).toBe(1);
		expect(await affected(testApp, point)).toMatchObject({ n: 32, agree: 12 });
	});

	it('not when the difference would tell how one person voted, however long it takes', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		const [first] = await crowd(testApp, point, 6, 5, 5);
		await votes.publishResults(testApp.as(null));
		later(testApp, 48);
		await crowd(testApp, point, 1, 0, 0);
		await votes.publishResults(testApp.as(null));
		expect(await affected(testApp, point)).toMatchObject({ n: 16, agree: 6 });
		later(testApp);
		if (first) await votes.castVote(testApp.as(first), point.number, null);
		await crowd(testApp, point, 0, 5, 5);
		await votes.publishResults(testApp.as(null));
		expect(await affected(testApp, point)).toMatchObject({ n: 26, agree: 6, pass: 10, disagree: 10 });
	});

	it('once more after the phase, and then no more', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		await crowd(testApp, point, 6, 5, 5);
		testApp.at('2027-06-01T01:00:00.000Z');
		expect(await votes.publishResults(testApp.as(null))).toBe(1);
		const reader = testApp.app.reader;
		testApp.at('2027-06-03T00:00:00.000Z');
		await votes.publishResults(testApp.as(null));
		expect(await reader.selectFrom('publications').selectAll().execute()).toHaveLength(1);
	});

	it('each wording by itself', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		await crowd(testApp, point, 6, 5, 5);
		const second = await draft(testApp, [{ point }]);
		await declarePublished(testApp, second);
		await crowd(testApp, point, 0, 6, 6);
		await votes.publishResults(testApp.as(null));
		const rounds = (await votes.published(testApp.as(null), [point.id])).get(point.id) ?? [];
		expect(rounds.map(({ persons }) => persons[0])).toMatchObject([{ n: 12 }, { n: 16 }]);
	});
});

const GROUPS: readonly Group[] = ['affected', 'practice', 'research', 'none'];

describe('whoever reads everything, every hour, and subtracts', () => {
	it('never finds one to four people', async () => {
		const testApp = await makeTestApp();
		const version = await draft(testApp, [{}, {}, {}]);
		await declarePublished(testApp, version);
		let state = 5;
		const roll = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
		const read: Map<string, ShownRow>[] = [];
		for (let hour = 0; hour < 8; hour++) {
			const ballots = Array.from({ length: 60 }, async (_, index) => {
				const organisation = index % 9 === 0 ? { organisation: `Verein ${hour} ${index}` } : {};
				const person = await testApp.person(GROUPS[Math.floor(roll() * 3.2)] ?? 'none', organisation);
				for (const { number } of version.points) {
					if (roll() < 0.7)
						await votes.castVote(testApp.as(person), number, CHOICES[Math.floor(roll() ** 2 * 3)] ?? 'pass');
				}
			});
			await Promise.all(ballots);
			await votes.publishResults(testApp.as(null));
			const seen = new Map<string, ShownRow>();
			for (const point of version.points) {
				for (const row of await shown(testApp, point)) seen.set(`${point.number} ${row.group} ${row.standing}`, row);
			}
			read.push(seen);
			later(testApp);
		}
		const found = read.flatMap((seen, index) => [
			...[...seen].flatMap(([key, row]) => few(sums(row), sums(undefined)).map((count) => `${key} ${count}`)),
			...read
				.slice(0, index)
				.flatMap((earlier) =>
					[...seen].flatMap(([key, row]) => few(sums(row), sums(earlier.get(key))).map((change) => `${key} ${change}`))
				)
		]);
		expect(found).toEqual([]);
		expect(read.at(-1)?.get(`${version.points[0]?.number} affected person`)).toMatchObject({ state: 'counted' });
	});
});

/** Every sum of answers that can be computed from a row, each answer a bit; nothing shown yet is nobody. */
function sums(row: ShownRow | undefined): Map<number, number> {
	if (row === undefined || row.state === 'none') return new Map([1, 2, 3, 4, 5, 6, 7].map((set) => [set, 0]));
	if (row.state === 'few') return new Map();
	const known = new Map([[7, row.n]]);
	for (const [bit, choice] of CHOICES.entries()) {
		const count = row[choice];
		if (count === null) continue;
		for (const [set, sum] of [...known]) if (set & (1 << bit)) known.set(set - (1 << bit), sum - count);
	}
	for (const [set, sum] of [...known]) known.set(7 - set, row.n - sum);
	return known;
}

function few(now: Map<number, number>, before: Map<number, number>): number[] {
	return [...now].flatMap(([set, sum]) => {
		const change = Math.abs(sum - (before.get(set) ?? sum));
		return change > 0 && change < 5 ? [change] : [];
	});
}
