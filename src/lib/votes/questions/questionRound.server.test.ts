import { describe, expect, it } from 'vitest';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { addressOf, after, RoundQuery, type RoundPlace } from './questionRound.ts';
import { declarePublished, draft } from '../../../../tests/support/strategy/drafted.ts';
import { makeTestApp } from '../../../../tests/support/machine/testApp.ts';
import * as votes from '../votes.server.ts';

const GROUPS_TWICE = ['affected', 'affected', 'practice', 'practice', 'research', 'research'] as const;
const start: RoundPlace = RoundQuery.parse({});

async function scene(points: number) {
	const testApp = await makeTestApp();
	const version = await draft(
		testApp,
		Array.from({ length: points }, () => ({}))
	);
	await declarePublished(testApp, version);
	const person = await testApp.person('affected');
	const consultation = await consultations.byId(testApp.as(null), testApp.consultationId);
	const ask = (place: RoundPlace) => votes.questionRound(testApp.as(person), person, consultation, place);
	return { testApp, version, person, consultation, ask };
}

describe('a round of questions', () => {
	it('ends after ten, tells what one did, and knows what is left', async () => {
		const { testApp, person, consultation, ask } = await scene(12);
		let place = start;
		for (let step = 0; step < 10; step++) {
			const { question, total, done } = await ask(place);
			expect([total, done.length]).toEqual([10, step]);
			const form = { wording: question?.wordingId ?? '', punkt: question?.number ?? 0 };
			await votes.answer(testApp.as(person), consultation, { ...form, choice: step % 2 ? 'skip' : 'agree' });
			place = after(place, question?.number ?? 0);
		}
		const end = await ask(place);
		expect(end).toMatchObject({ question: null, left: 2, all: 12 });
		expect(end.done.map((one) => one.mine)).toEqual([
			'agree',
			null,
			'agree',
			null,
			'agree',
			null,
			'agree',
			null,
			'agree',
			null
		]);
		// What was skipped comes again in the next round, what was answered does not.
		expect(await ask(start)).toMatchObject({ total: 7, left: 7 });
	});

	it('goes back to a question, with the answer one gave', async () => {
		const { testApp, version, person, consultation, ask } = await scene(3);
		const [point] = version.points;
		const punkt = point?.number ?? 0;
		await votes.answer(testApp.as(person), consultation, { choice: 'pass', wording: point?.wordingId ?? '', punkt });
		const { question, total } = await ask(RoundQuery.parse({ punkt: String(punkt) }));
		expect(question).toMatchObject({ number: punkt, mine: 'pass' });
		expect(total).toBe(3);
	});

	it('asks the same again as long as nothing has changed', async () => {
		const { ask } = await scene(9);
		const first = await ask(start);
		expect((await ask(start)).question?.number).toBe(first.question?.number);
	});

	it('does not depend on how people answered as long as that is not published, only on how many', async () => {
		const { testApp, version, ask } = await scene(9);
		const voters = await Promise.all(GROUPS_TWICE.map((group) => testApp.person(group)));
		const questions: (number | undefined)[][] = [];
		for (const others of ['agree', 'disagree'] as const) {
			for (const [n, voter] of voters.entries()) {
				const choice = n % 2 ? 'agree' : others;
				for (const { number } of version.points.slice(0, 5)) await votes.castVote(testApp.as(voter), number, choice);
			}
			// Her seed is her own id and what lies behind her.
			const asked = await Promise.all(Array.from({ length: 24 }, (_, n) => ask({ ...start, schon: [1_000 + n] })));
			questions.push(asked.map(({ question }) => question?.number));
		}
		expect(new Set(questions[0]).size).toBeGreaterThan(3);
		expect(questions[1]).toEqual(questions[0]);
	});

	it('is over when there is nothing to ask', async () => {
		const { ask } = await scene(0);
		expect(await ask(start)).toMatchObject({ question: null, total: 0, all: 0 });
		const { ask: one } = await scene(1);
		expect(await one(RoundQuery.parse({ punkt: '99999' }))).toMatchObject({ total: 1, question: { mine: null } });
		expect(addressOf(start)).toBe('');
	});

	it('is for those who may vote, also for skipping', async () => {
		const { testApp, consultation, version } = await scene(1);
		const form = { choice: 'skip', wording: version.points[0]?.wordingId ?? '', punkt: 1 } as const;
		await expect(votes.answer(testApp.as(null), consultation, form)).rejects.toMatchObject({ reason: 'signInFirst' });
	});
});
