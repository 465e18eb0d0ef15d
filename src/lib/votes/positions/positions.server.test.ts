import { describe, expect, it } from 'vitest';
import * as batches from '#lib/people/cards/batches.server.ts';
import { tidyCode } from '#lib/people/cards/cardCode.ts';
import * as people from '#lib/people/people.server.ts';
import type { Person } from '#lib/people/person.ts';
import { newId } from '#lib/server/ids.ts';
import { Stale } from '#lib/verdict.ts';
import { publishedPoint } from '../../../../tests/support/strategy/drafted.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import { seenOf } from './position.ts';
import { CHOICES, type Choice } from '../vote.ts';
import * as votes from '../votes.server.ts';

/** As many people as there are cards, each with a card of its own, all of one association. */
export async function seats(testApp: TestApp, size: number, organisation = 'Verband der Tafeln'): Promise<Person[]> {
	const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
	const form = { id: newId(), label: `Karten ${newId()}`, group: 'practice', organisation, size, days: 30 } as const;
	const { codes } = await batches.issue(admin, form);
	const all: Person[] = [];
	for (const code of codes) {
		const seat = await people.byId(testApp.as(null), await people.holderOf(testApp.as(null), tidyCode(code)));
		if (seat) all.push(seat);
	}
	return all;
}

const positions = async (testApp: TestApp, pointId: string) =>
	((await votes.positionsOn(testApp.as(null), [pointId])).get(pointId) ?? []).flatMap((round) => round.positions);

const ballots = (testApp: TestApp) => testApp.app.reader.selectFrom('ballots').selectAll().execute();

describe('an organisation', () => {
	it('has one position, whoever of it says so, and everybody reads it by name', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		const [one, two, three] = await seats(testApp, 3);
		if (!one || !two || !three) throw new Error('three seats');
		expect(new Set([one.id, two.id, three.id]).size).toBe(1);
		await votes.castVote(testApp.as(one), point.number, 'agree', point.wordingId, '');
		testApp.at('2027-05-11T09:00:00.000Z');
		const seen = (await votes.panel(testApp.as(three), await pointOf(testApp, point.number))).openly?.seen;
		await votes.castVote(testApp.as(three), point.number, 'disagree', point.wordingId, seen);
		expect(await positions(testApp, point.id)).toEqual([
			{
				...{ organisationId: one.id, organisation: 'Verband der Tafeln', choice: 'disagree' },
				since: '2027-05-11T09:00:00.000Z'
			}
		]);
		expect(await votes.own(testApp.as(two))).toMatchObject([{ number: point.number, choice: 'disagree', byMe: false }]);
		await votes.castVote(testApp.as(two), point.number, null);
		expect(await positions(testApp, point.id)).toEqual([]);
		expect(await ballots(testApp)).toEqual([]);
	});

	it('speaks once, however many of its people press at the same moment, in whatever order', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		const all = await seats(testApp, 6);
		const presses = Array.from({ length: 60 }, (_, index) => ({
			seat: all[index % 6] ?? null,
			choice: CHOICES[(index * 7) % 3] ?? ('agree' as const)
		}));
		await Promise.all(presses.map(({ seat, choice }) => votes.castVote(testApp.as(seat), point.number, choice)));
		expect(await positions(testApp, point.id)).toHaveLength(1);
		expect(await ballots(testApp)).toEqual([]);
	});

	it('loses no word of a colleague to an older form: of those who answer a blank form at once one is heard', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		const all = await seats(testApp, 3);
		const answers = await Promise.allSettled(
			all.map((seat, index) =>
				votes.castVote(testApp.as(seat), point.number, CHOICES[index] ?? null, point.wordingId, '')
			)
		);
		const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
		expect(refused).toHaveLength(2);
		for (const problem of refused) expect(problem).toBeInstanceOf(Stale);
		const [kept] = await positions(testApp, point.id);
		const heard = answers.findIndex((answer) => answer.status === 'fulfilled');
		expect(kept?.choice).toBe(CHOICES[heard]);
	});

	it('hears what a colleague said meanwhile, and the same answer twice is one', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		const [one, two] = await seats(testApp, 2);
		if (!one || !two) throw new Error('two seats');
		const cast = (seat: Person, choice: Choice | null, seen: string) =>
			votes.castVote(testApp.as(seat), point.number, choice, point.wordingId, seen);
		await cast(one, 'agree', '');
		const seen = seenOf({ since: testApp.now, choice: 'agree' });
		await cast(two, 'agree', '');
		await expect(cast(two, 'pass', '')).rejects.toMatchObject({
			reason: 'positionChanged',
			facts: { choice: 'Ich stimme zu' }
		});
		testApp.at('2027-05-11T09:00:00.000Z');
		await cast(two, null, seen);
		await expect(cast(one, 'disagree', seen)).rejects.toMatchObject({ facts: { choice: 'keine Stimme mehr' } });
		expect(await positions(testApp, point.id)).toEqual([]);
	});

	it('stays apart from persons: in no group, in no landscape, in no count that is held back', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		const [seat] = await seats(testApp, 1);
		await votes.castVote(testApp.as(seat ?? null), point.number, 'disagree');
		await votes.castVote(testApp.as(await testApp.person('practice')), point.number, 'agree');
		const standing = (await votes.currentResults(testApp.as(null), [point.id])).get(point.id) ?? [];
		expect(standing.flatMap((round) => round.results)).toMatchObject([{ group: 'practice', standing: 'person', n: 1 }]);
		await votes.publishResults(testApp.as(null));
		const [survey] = await votes.survey(testApp.as(null), testApp.consultationId);
		expect(survey?.round?.organisations ?? []).toEqual([]);
		expect(survey?.positions).toMatchObject([{ organisation: 'Verband der Tafeln', choice: 'disagree' }]);
	});

	it('is refused like everybody when the phase is over, and nothing it said changes', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		const [one, two] = await seats(testApp, 2);
		await votes.castVote(testApp.as(one ?? null), point.number, 'agree');
		testApp.at('2027-06-01T00:00:00.000Z');
		await expect(votes.castVote(testApp.as(two ?? null), point.number, 'pass')).rejects.toMatchObject({
			reason: 'phaseOver'
		});
		expect(await positions(testApp, point.id)).toMatchObject([{ choice: 'agree' }]);
	});
});

describe('ballots that organisations cast secretly before', () => {
	it('count until the organisation votes openly on that wording, then those of all its seats go', async () => {
		const testApp = await makeTestApp();
		const point = await publishedPoint(testApp);
		const [one, two] = await seats(testApp, 2);
		const [other] = await seats(testApp, 1, 'Ein anderer Verein');
		if (!one?.seatId || !two?.seatId || !other?.seatId) throw new Error('seats');
		// As it was: every seat a person of its own, with a ballot of its own.
		const before = (seat: Person): Person => ({ ...seat, id: seat.seatId ?? '', organisationId: null });
		for (const seat of [one, two, other]) await votes.castVote(testApp.as(before(seat)), point.number, 'disagree');
		await testApp.app.writer.updateTable('ballots').set({ standing: 'organisation' }).execute();
		await testApp.app.writer.updateTable('tallies').set({ standing: 'organisation' }).execute();
		const secret = async () =>
			((await votes.currentResults(testApp.as(null), [point.id])).get(point.id) ?? [])
				.flatMap((round) => round.results)
				.filter((result) => result.standing === 'organisation')
				.reduce((sum, { n }) => sum + n, 0);
		expect(await secret()).toBe(3);
		expect((await votes.panel(testApp.as(one), await pointOf(testApp, point.number))).openly?.secretly).toBe(true);
		await votes.castVote(testApp.as(two), point.number, 'agree');
		expect(await secret()).toBe(1);
		expect(await ballots(testApp)).toHaveLength(1);
		expect(await positions(testApp, point.id)).toMatchObject([{ choice: 'agree' }]);
	});
});

async function pointOf(testApp: TestApp, number: number) {
	const { pointByNumber } = await import('#lib/strategy/strategy.server.ts');
	return pointByNumber(testApp.as(null), number);
}
