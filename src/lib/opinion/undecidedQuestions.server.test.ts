import { expect, it } from 'vitest';
import * as consultations from '#lib/consultations/consultations.server.ts';
import type { Person } from '#lib/people/person.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { makeEditor } from '../../../tests/support/strategy/strategy.ts';
import { makeTestApp, nextMorning, type TestApp } from '../../../tests/support/machine/testApp.ts';
import * as opinion from './opinion.server.ts';

const POINTS = 6;
/** Four of five agree with these, in every group; the others with none of them. */
const UNITE = [1, 2, 3, 4];
/** A fifth agrees with this one: a quarter of all people may expect one point of four. */
const MISSED = 5;
/** Nobody does with this one. */
const UNWANTED = 6;
const GROUPS = ['affected', 'practice', 'research'] as const;
const PEOPLE = 120;
const ASKED = 150;

async function poll(testApp: TestApp): Promise<void> {
	const editor = await makeEditor(testApp);
	await editor.start();
	for (let n = 1; n <= POINTS; n++) await editor.add({ title: `Punkt ${n}` });
	await editor.publish();
	for (let n = 0; n < PEOPLE; n++) {
		const person = await testApp.person(GROUPS[n % GROUPS.length]);
		const other = Math.floor(n / GROUPS.length) % 5 === 0;
		for (let number = 1; number <= POINTS; number++) {
			const agrees = number === UNWANTED ? false : UNITE.includes(number) !== other;
			await votes.castVote(testApp.as(person), number, agrees ? 'agree' : 'disagree');
		}
	}
	testApp.at(nextMorning(testApp.now));
	expect(await opinion.drawLandscapes(testApp.as(null))).toBe(1);
}

async function wordingsOf(testApp: TestApp): Promise<string[]> {
	const points = await strategy.currentPoints(testApp.as(null), testApp.consultationId);
	return points.map(({ wordingId }) => wordingId);
}

/** How many of these people are asked first about the point that may be missed. */
async function askedAbout(testApp: TestApp, people: readonly Person[]): Promise<number> {
	const consultation = await consultations.current(testApp.as(null));
	let count = 0;
	for (const person of people) {
		const place = { schon: [], punkt: null, ende: false };
		const { question } = await votes.questionRound(testApp.as(person), person, consultation, place);
		if (question?.number === MISSED) count++;
	}
	return count;
}

it('where votes leave it open whether people miss a point, the landscape says so and the next question is more often about it', async () => {
	const testApp = await makeTestApp();
	await poll(testApp);
	const wordings = await wordingsOf(testApp);
	const telling = await votes.tellingOf(testApp.as(null), wordings);
	const undecided = wordings.map((wording) => telling.get(wording)?.undecided ?? -1);
	expect(undecided[MISSED - 1]).toBeGreaterThan(0.2);
	// What unites is in, and what nobody wants nobody misses.
	for (const number of [...UNITE, UNWANTED]) expect(undecided[number - 1]).toBe(0);

	const people = await Promise.all(Array.from({ length: ASKED }, (_, n) => testApp.person(GROUPS[n % GROUPS.length])));
	const open = await askedAbout(testApp, people);
	await transaction(testApp.as(null), ({ db }) => db.updateTable('extremities').set({ undecided: 0 }).execute());
	const decided = await askedAbout(testApp, people);
	expect(decided).toBeGreaterThan(0);
	expect(open).toBeGreaterThan(decided * 1.3);
});
