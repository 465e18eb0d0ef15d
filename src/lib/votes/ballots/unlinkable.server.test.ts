import { describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/person.ts';
import { open } from '#lib/server/auth/sessions.server.ts';
import { eraseTraces } from '#lib/server/db/eraseTraces.ts';
import { declarePublished, draft } from '../../../../tests/support/strategy/drafted.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import { linked, orderIn, rawBytes, withoutOldLog, writtenOrder } from '../../../../tests/support/traces.ts';
import { readMarks } from './ballot.ts';
import { CHOICES } from '../vote.ts';
import * as votes from '../votes.server.ts';

const PEOPLE = 40;
const POINTS = 5;
/** One is right by chance, seldom four; more than ten happens once in forty million runs. */
const CHANCE_MAX = 10;

/** Everybody comes in, votes in a way nobody else does, and goes; then the next one comes. */
async function oneAfterTheOther() {
	const testApp = await makeTestApp();
	const since = await withoutOldLog(testApp);
	const version = await draft(
		testApp,
		Array.from({ length: POINTS }, () => ({}))
	);
	await declarePublished(testApp, version);
	const patterns = new Map<string, string>();
	for (let n = 0; n < PEOPLE; n++) {
		const person = await testApp.person((['affected', 'practice', 'research'] as const)[n % 3]);
		await open(testApp.app, person.id);
		patterns.set(person.id, await voteLikeNobody(testApp, person, n, version.points));
	}
	return { testApp, since, patterns };
}

async function voteLikeNobody(testApp: TestApp, person: Person, n: number, points: readonly { number: number }[]) {
	const choices = points.map((_, place) => CHOICES[Math.floor(n / 3 ** place) % 3] ?? 'pass');
	await Promise.all(
		points.map(({ number }, place) => votes.castVote(testApp.as(person), number, choices[place] ?? null))
	);
	return choices.join(' ');
}

/** How somebody voted, which nobody else did: by that the test knows whose ballot it is, and whether a guess is right. */
const patternOf = (marks: string) => [...readMarks(marks).values()].map(({ choice }) => choice).join(' ');

type Voted = Awaited<ReturnType<typeof oneAfterTheOther>>;

/** The best that somebody links who has the database, its files and its log, but no key. */
async function linkedBy({ testApp, since, patterns }: Voted): Promise<number> {
	const persons = [...patterns.keys()];
	const marks = await writtenOrder(testApp, 'ballots', 'marks');
	const raw = await rawBytes(testApp, since);
	const guesses = [linked(patterns, await writtenOrder(testApp, 'persons', 'id'), marks.map(patternOf))];
	for (const which of ['first', 'last'] as const) {
		const ballots = orderIn(raw, marks, which).map(patternOf);
		guesses.push(linked(patterns, orderIn(raw, persons, 'first'), ballots));
		guesses.push(linked(patterns, persons, ballots));
	}
	return Math.max(...guesses);
}

const tokens = async ({ testApp }: Voted) => {
	const rows = await testApp.app.reader.selectFrom('ballots').select(['voter', 'marks']).execute();
	return rows.flatMap(({ voter, marks }) => [voter, marks]);
};

describe('whoever reads files, log and what the database notes of its rows', { timeout: 120_000 }, () => {
	it('links nobody to a ballot better than chance, once the phase is sealed', async () => {
		const voted = await oneAfterTheOther();
		const { testApp, since } = voted;
		// Without the safeguard nearly everybody: so the test would notice.
		expect(await linkedBy(voted)).toBeGreaterThan(PEOPLE * 0.8);
		const before = await tokens(voted);
		testApp.at('2027-06-02T00:00:00.000Z');
		await votes.sealEnded(testApp.as(null));
		expect(await linkedBy(voted)).toBeLessThanOrEqual(CHANCE_MAX);
		// Nothing is left of what stood there before: no token, no ballot with its days.
		const raw = await rawBytes(testApp, since);
		expect(before.filter((text) => raw.includes(text))).toEqual([]);
	});

	it('nor while the phase runs, once a night has passed; who votes afterwards is mixed with all others', async () => {
		const voted = await oneAfterTheOther();
		const { testApp } = voted;
		testApp.at('2027-05-11T00:10:00.000Z');
		expect(await votes.rewriteRunning(testApp.as(null), async () => null)).toBe(1);
		await eraseTraces(testApp.app, 'thoroughly');
		expect(await linkedBy(voted)).toBeLessThanOrEqual(CHANCE_MAX);
		expect(await votes.rewriteRunning(testApp.as(null), async () => null)).toBe(0);
		testApp.at('2027-05-12T00:10:00.000Z');
		expect(await votes.rewriteRunning(testApp.as(null), async () => null)).toBe(1);
		const rows = await testApp.app.reader.selectFrom('ballots').selectAll().execute();
		expect(rows.flatMap(({ marks }) => [...readMarks(marks).values()]).filter(({ day }) => day !== null)).toEqual([]);
		expect(rows).toHaveLength(PEOPLE);
	});
});
