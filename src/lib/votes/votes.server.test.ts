import { describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/person.ts';
import { openHouse } from '#lib/server/house.ts';
import { NotFound, Stale } from '#lib/verdict.ts';
import { declarePublished, draft, publishedPoint } from '../../../tests/support/drafted.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
import { readMarks } from './ballot.ts';
import { sumsIn } from './store.server.ts';
import { CHOICES, type Choice } from './vote.ts';
import * as votes from './votes.server.ts';

const rounds = async (town: Town, pointId: string) =>
	(await votes.standing(town.as(null), [pointId])).get(pointId) ?? [];

const results = async (town: Town, pointId: string) => (await rounds(town, pointId))[0]?.results ?? [];

/** The tallies as they would be if somebody counted the ballots now. */
async function counted(town: Town): Promise<string[]> {
	const ballots = await town.house.reader.selectFrom('ballots').selectAll().execute();
	const sums = new Map<string, Record<Choice, number>>();
	for (const row of ballots) {
		for (const [boxId, { choice }] of readMarks(row.marks)) {
			const key = `${boxId} ${row.group} ${row.standing}`;
			const sum = sums.get(key) ?? { agree: 0, pass: 0, disagree: 0 };
			sum[choice] += 1;
			sums.set(key, sum);
		}
	}
	return [...sums].map(([key, sum]) => `${key} ${JSON.stringify(sum)}`).sort();
}

async function tallied(town: Town): Promise<string[]> {
	const rows = await sumsIn(town.house.reader).execute();
	return rows
		.filter((row) => row.agree + row.pass + row.disagree > 0)
		.map(({ boxId, group, standing, agree, pass, disagree }) => {
			return `${boxId} ${group} ${standing} ${JSON.stringify({ agree, pass, disagree })}`;
		})
		.sort();
}

describe('a vote', () => {
	it('counts for the group of the person, and can be changed and taken back', async () => {
		const town = await makeTown();
		const point = await publishedPoint(town);
		const ctx = town.as(await town.person('affected'));
		await votes.cast(ctx, point.number, 'agree', point.wordingId);
		expect(await results(town, point.id)).toEqual([
			{ group: 'affected', standing: 'person', agree: 1, pass: 0, disagree: 0, n: 1, recorded: 0 }
		]);
		await votes.cast(ctx, point.number, 'pass');
		expect(await results(town, point.id)).toMatchObject([{ agree: 0, pass: 1, n: 1, recorded: 0 }]);
		expect(await votes.own(ctx)).toMatchObject([{ number: point.number, choice: 'pass' }]);
		await votes.cast(ctx, point.number, null);
		await votes.cast(ctx, point.number, null);
		expect(await results(town, point.id)).toMatchObject([{ n: 0 }]);
		expect(await votes.mine(ctx, [point.id])).toEqual(new Map());
	});

	it('of a hundred at once by twenty people leaves tallies equal to the ballots', async () => {
		const town = await makeTown();
		const point = await publishedPoint(town);
		const people: Person[] = [];
		for (let i = 0; i < 20; i++) {
			people.push(await town.person((['affected', 'practice', 'research', 'none'] as const)[i % 4]));
		}
		const all = Array.from({ length: 100 }, (_, i) => ({
			person: people[i % 20] ?? null,
			choice: CHOICES[(i * 7) % 3]
		}));
		await Promise.all(all.map(({ person, choice }) => votes.cast(town.as(person), point.number, choice ?? null)));
		expect(await tallied(town)).toEqual(await counted(town));
		const n = (await results(town, point.id)).reduce((sum, result) => sum + result.n, 0);
		expect(n).toBe(20);
	});

	it('through two processes at once counts once for everybody, whatever each of them does at the same moment', async () => {
		const town = await makeTown();
		const version = await draft(
			town,
			Array.from({ length: 6 }, () => ({}))
		);
		await declarePublished(town, version);
		const people = await Promise.all(Array.from({ length: 12 }, () => town.person()));
		const other = openHouse(town.house.config, town.house.log);
		const all = Array.from({ length: 360 }, (_, n) => {
			const ctx = town.as(people[n % 12] ?? null);
			const here = n % 2 === 0 ? ctx : { ...ctx, house: other, db: other.reader };
			return () => votes.cast(here, version.points[(n * 5) % 6]?.number ?? 0, [...CHOICES, null][(n * 7) % 4] ?? null);
		});
		// In waves, so that both processes have something under way all the time.
		for (let n = 0; n < all.length; n += 60) await Promise.all(all.slice(n, n + 60).map((vote) => vote()));
		expect(await tallied(town)).toEqual(await counted(town));
		const ballots = await town.house.reader.selectFrom('ballots').select('voter').execute();
		expect(ballots.length).toBeLessThanOrEqual(12);
		await other.close();
	});

	it('changed after the group has changed leaves nothing in the old group', async () => {
		const town = await makeTown();
		const point = await publishedPoint(town);
		const before = await town.person('affected');
		await votes.cast(town.as(before), point.number, 'agree');
		const after: Person = { ...before, group: 'research' };
		await votes.cast(town.as(after), point.number, 'disagree');
		expect(await tallied(town)).toEqual(await counted(town));
		const found = await results(town, point.id);
		expect(found.find((result) => result.group === 'affected')?.n).toBe(0);
		expect(found.find((result) => result.group === 'research')?.disagree).toBe(1);
	});

	it('of an organisation is no ballot, and in no result of persons', async () => {
		const town = await makeTown();
		const point = await publishedPoint(town);
		await votes.cast(town.as(await town.person('practice')), point.number, 'agree');
		await votes.cast(town.as(await town.person('practice', { organisation: 'Tafel' })), point.number, 'disagree');
		const found = await results(town, point.id);
		expect(found.map(({ standing, n }) => `${standing} ${n}`)).toEqual(['person 1']);
	});

	it('is refused from the end of the phase on, and nothing is written', async () => {
		const town = await makeTown();
		const point = await publishedPoint(town);
		const person = await town.person();
		town.at('2027-06-01T00:00:00.000Z');
		const late = votes.cast(town.as(person), point.number, 'agree');
		await expect(late).rejects.toMatchObject({ reason: 'phaseOver', facts: { until: '1. Juni 2027' } });
		expect(await rounds(town, point.id)).toEqual([]);
	});

	it('without a card is refused', async () => {
		const town = await makeTown();
		const point = await publishedPoint(town);
		const anonymous = votes.cast(town.as(null), point.number, 'agree');
		await expect(anonymous).rejects.toMatchObject({ reason: 'signInFirst' });
	});

	it('on a text that was replaced meanwhile is not counted for the new one', async () => {
		const town = await makeTown();
		const point = await publishedPoint(town);
		await declarePublished(town, await draft(town, [{ point }]));
		const ctx = town.as(await town.person());
		await expect(votes.cast(ctx, point.number, 'agree', point.wordingId)).rejects.toThrow(Stale);
		expect(await rounds(town, point.id)).toEqual([]);
	});

	it('on an older wording stays, beside those on the newer one', async () => {
		const town = await makeTown();
		const point = await publishedPoint(town);
		const ctx = town.as(await town.person());
		await votes.cast(ctx, point.number, 'agree');
		const second = await draft(town, [{ point }]);
		await declarePublished(town, second);
		await votes.cast(ctx, point.number, 'disagree');
		const found = await rounds(town, point.id);
		expect(found.map((round) => round.wordingId)).toEqual([second.points[0]?.wordingId, point.wordingId]);
		expect(found.map(({ results }) => results[0]?.n)).toEqual([1, 1]);
		expect((await votes.mine(ctx, [point.id])).get(point.id)).toHaveLength(2);
	});

	it('on a point that is only in a draft, or nowhere, is not found', async () => {
		const town = await makeTown();
		const { points } = await draft(town);
		const ctx = town.as(await town.person());
		await expect(votes.cast(ctx, points[0]?.number ?? 0, 'agree')).rejects.toThrow(NotFound);
		await expect(votes.cast(ctx, 999, 'agree')).rejects.toThrow(NotFound);
	});
});

describe('secrecy', () => {
	it('keeps no account, no hour and no journal entry', async () => {
		const town = await makeTown();
		const point = await publishedPoint(town);
		const person = await town.person();
		const journal = () => town.house.reader.selectFrom('journal').selectAll().execute();
		const before = await journal();
		await votes.cast(town.as(person), point.number, 'agree');
		const [row] = await town.house.reader.selectFrom('ballots').selectAll().execute();
		expect(row).toMatchObject({ group: 'affected', standing: 'person', phaseId: town.phaseId });
		expect([...readMarks(row?.marks ?? '').values()]).toEqual([{ choice: 'agree', hand: null, day: '2027-05-10' }]);
		expect(JSON.stringify(row)).not.toContain(person.id);
		expect(await journal()).toEqual(before);
	});

	it('gives the same person another token in the next phase', async () => {
		const town = await makeTown();
		const point = await publishedPoint(town);
		const person = await town.person();
		await votes.cast(town.as(person), point.number, 'agree');
		await town.phase('final', '2027-06-01T00:00:00.000Z', '2027-07-01T00:00:00.000Z', ['vote']);
		town.at('2027-06-02T12:00:00.000Z');
		// What was voted before cannot be told any more, not even to the one who did.
		expect(await votes.own(town.as(person))).toEqual([]);
		await votes.cast(town.as(person), point.number, 'disagree');
		const rows = await town.house.reader.selectFrom('ballots').select('voter').execute();
		expect(new Set(rows.map((row) => row.voter)).size).toBe(2);
		expect((await rounds(town, point.id)).map((round) => round.phaseKind)).toEqual(['final', 'draft']);
	});

	it('shows one’s own votes to oneself only', async () => {
		const town = await makeTown();
		const point = await publishedPoint(town);
		const [one, other] = [await town.person(), await town.person()];
		await votes.cast(town.as(one), point.number, 'agree');
		expect(await votes.own(town.as(other))).toEqual([]);
		expect(await votes.own(town.as(null))).toEqual([]);
		expect((await votes.mine(town.as(one), [point.id])).get(point.id)).toEqual([
			{ wordingId: point.wordingId, choice: 'agree' }
		]);
	});
});
