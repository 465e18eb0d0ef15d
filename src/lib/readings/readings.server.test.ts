import { describe, expect, it } from 'vitest';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { NewPhaseForm } from '#lib/consultations/phases/phases.ts';
import type { Person } from '#lib/people/person.ts';
import * as workshops from '#lib/recording/workshops/workshops.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { NotFound, Stale } from '#lib/verdict.ts';
import { publishedPoint } from '../../../tests/support/strategy/drafted.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import { ReadingForm, sideBySide, type ShownReading } from './reading.ts';
import * as readings from './readings.server.ts';

interface Meeting {
	testApp: TestApp;
	helper: Person;
	moderator: Person;
	number: number;
	point: { id: string; number: number; wordingId: string };
}

async function meeting(people = 12, group = 'affected'): Promise<Meeting> {
	const testApp = await makeTestApp();
	const helper = await testApp.person('none', { roles: ['helper'] });
	const moderator = await testApp.person('none', { roles: ['moderator'] });
	const point = await publishedPoint(testApp);
	const number = await held(testApp, helper, people, group);
	return { testApp, helper, moderator, number, point };
}

const held = (testApp: TestApp, helper: Person, people: number, group: string) =>
	workshops.open(testApp.as(helper), testApp.consultationId, {
		...{ id: newId(), label: 'Unter uns', date: testApp.now.slice(0, 10), group, people, minutes: '' }
	});

const said = (point: number, more = {}) => ({
	...{ point, reading: 'Zuerst eine Wohnung.', agree: 9, pass: 0, disagree: 0 },
	...more
});

describe('a reading of a group', () => {
	it('stands at its point once somebody else has read it, with what may be told of the hands', async () => {
		const { testApp, helper, moderator, number, point } = await meeting();
		await readings.write(testApp.as(helper), number, said(point.number));
		const shown = () => readings.onPoint(testApp.as(null), point.id, point.wordingId);
		expect(await shown()).toEqual([]);
		await workshops.publish(testApp.as(moderator), number, true);
		expect(await shown()).toMatchObject([
			{ group: 'affected', text: 'Zuerst eine Wohnung.', newest: true, counts: { agree: null, mostly: { share: 0.8 } } }
		]);
		await workshops.publish(testApp.as(moderator), number, false);
		expect(await shown()).toEqual([]);
	});

	it('says of an earlier version that it is of an earlier version', async () => {
		const { testApp, helper, moderator, number, point } = await meeting();
		await readings.write(testApp.as(helper), number, said(point.number));
		await workshops.publish(testApp.as(moderator), number, true);
		expect(await readings.onPoint(testApp.as(null), point.id, newId())).toMatchObject([{ newest: false }]);
	});

	it('is adopted by more hands than are against it, and by no more than were there', async () => {
		const { testApp, helper, moderator, number, point } = await meeting();
		const write = (more: object, who = helper) => readings.write(testApp.as(who), number, said(point.number, more));
		await expect(write({ agree: 4, disagree: 4 })).rejects.toMatchObject({ reason: 'readingNotAdopted' });
		await expect(write({ agree: 13 })).rejects.toMatchObject({ reason: 'readingTooManyHands' });
		await expect(write({ agree: 4 })).rejects.toMatchObject({ reason: 'readingTooFew', facts: { least: '5' } });
		await expect(write({ agree: 2, pass: 1, disagree: 1 })).rejects.toMatchObject({ reason: 'readingTooFew' });
		await expect(write({ point: 4711 })).rejects.toThrow(NotFound);
		await expect(write({}, moderator)).rejects.toMatchObject({ reason: 'roleMissing' });
		await expect(write({}, await testApp.person())).rejects.toThrow(NotFound);
		expect(await readings.atMeeting(testApp.as(helper), number)).toEqual([]);
	});

	it.each([
		['fewer than five people raised a hand', { agree: 4, disagree: 0 }, 'readingTooFew'],
		['more raised one than were there', { agree: 13, disagree: 0 }, 'readingTooManyHands']
	])('is not shown, nor its meeting published, when %s after all', async (_, counts, reason) => {
		const { testApp, helper, moderator, number, point } = await meeting();
		await readings.write(testApp.as(helper), number, said(point.number));
		await transaction(testApp.as(null), ({ db }) => db.updateTable('readings').set(counts).execute());
		await expect(readings.publishMeeting(testApp.as(moderator), number, true)).rejects.toMatchObject({ reason });
		expect(await workshops.byNumber(testApp.as(moderator), number)).toMatchObject({ publishedAt: null });
		expect(await readings.atMeeting(testApp.as(helper), number)).toHaveLength(1);
		// As one that was public before the rule.
		await workshops.publish(testApp.as(moderator), number, true);
		expect(await readings.onPoint(testApp.as(null), point.id, null)).toEqual([]);
		expect(await readings.atMeeting(testApp.as(null), number)).toEqual([]);
		const row = { pointId: point.id, wordingId: point.wordingId, text: 'Wir.', counts: null };
		const other = await held(testApp, helper, 3, 'affected');
		const { id: workshopId } = await workshops.byNumber(testApp.as(helper), other);
		await transaction(testApp.as(null), (ctx) => readings.restore(ctx, [{ ...row, workshopId }]));
		await workshops.publish(testApp.as(moderator), other, true);
		expect(await readings.onPoint(testApp.as(null), point.id, null)).toEqual([]);
	});

	it('keeps the hands a colleague has counted: the same words with other numbers are another reading', async () => {
		const { testApp, helper, number, point } = await meeting(20);
		const seen = await readings.seenIn(testApp.as(helper), number);
		const first = said(point.number, { agree: 12, pass: 3, disagree: 1 });
		await readings.write(testApp.as(helper), number, first, seen);
		await readings.write(testApp.as(helper), number, first, seen);
		const second = said(point.number, { agree: 10, pass: 5, disagree: 2 });
		await expect(readings.write(testApp.as(helper), number, second, seen)).rejects.toThrow(Stale);
		expect(await readings.atMeeting(testApp.as(helper), number)).toMatchObject([{ counts: { agree: 12, pass: 3 } }]);
	});

	it('is not overwritten by somebody who has not seen it, is taken away again, and stays as it is once public', async () => {
		const { testApp, helper, moderator, number, point } = await meeting();
		const seen = await readings.seenIn(testApp.as(helper), number);
		await readings.write(testApp.as(helper), number, said(point.number), seen);
		const other = said(point.number, { reading: 'Erst die Miete.' });
		await expect(readings.write(testApp.as(helper), number, other, seen)).rejects.toThrow(Stale);
		await readings.write(testApp.as(helper), number, other, await readings.seenIn(testApp.as(helper), number));
		expect(await readings.atMeeting(testApp.as(helper), number)).toMatchObject([{ text: 'Erst die Miete.' }]);
		await readings.remove(testApp.as(helper), number, point.number);
		expect(await readings.atMeeting(testApp.as(helper), number)).toEqual([]);
		await readings.write(testApp.as(helper), number, other);
		await workshops.publish(testApp.as(moderator), number, true);
		const late = () => readings.write(testApp.as(helper), number, said(point.number));
		await expect(late()).rejects.toMatchObject({ reason: 'workshopPublished' });
		const taken = readings.remove(testApp.as(helper), number, point.number);
		await expect(taken).rejects.toMatchObject({ reason: 'workshopPublished' });
	});

	it('of a group that works among itself opens when its phase is over, and not before', async () => {
		const { testApp, helper, moderator, point } = await meeting();
		const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
		const typed = { title: 'Unter uns', asks: '', answerBy: '', from: '2027-07-01', until: '2027-07-31' };
		const form = NewPhaseForm.parse({ ...typed, actions: ['propose'], peerGroup: 'affected' });
		await consultations.process.addPhase(admin, form);
		testApp.at('2027-07-10T12:00:00.000Z');
		const number = await held(testApp, helper, 12, 'affected');
		await readings.write(testApp.as(helper), number, said(point.number));
		const publish = () => workshops.publish(testApp.as(moderator), number, true);
		await expect(publish()).rejects.toMatchObject({ reason: 'meetingAmongPeers', facts: { from: '1. August 2027' } });
		const others = await held(testApp, helper, 12, 'practice');
		await workshops.publish(testApp.as(moderator), others, true);
		expect(await readings.onPoint(testApp.as(null), point.id, null)).toEqual([]);
		testApp.at('2027-08-01T12:00:00.000Z');
		await publish();
		expect(await readings.onPoint(testApp.as(null), point.id, null)).toHaveLength(1);
	});

	it('is not written for a meeting held when the group had no turn at all', async () => {
		const { testApp, helper, point } = await meeting();
		testApp.at('2029-01-10T12:00:00.000Z');
		const number = await held(testApp, helper, 12, 'affected');
		const late = readings.write(testApp.as(helper), number, said(point.number));
		await expect(late).rejects.toMatchObject({ name: 'Refused' });
	});
});

describe('readings side by side', () => {
	const one = (group: string, number: number, heldOn: string): ShownReading => ({
		...{ group, text: `${group} ${number}`, newest: true, counts: null },
		workshop: { number, label: 'Treffen', heldOn }
	});

	it('are the last one of each group in the order of the groups; what came before stays to be read', () => {
		const all = [
			one('research', 3, '2027-05-03'),
			one('affected', 1, '2027-05-01'),
			one('affected', 2, '2027-05-01'),
			one('gone', 9, '2027-05-09')
		];
		const { now, before } = sideBySide(all, ['affected', 'practice', 'research', 'none']);
		expect(now.map(({ text }) => text)).toEqual(['affected 2', 'research 3']);
		expect(before.map(({ text }) => text)).toEqual(['gone 9', 'affected 1']);
		expect(sideBySide([], ['affected'])).toEqual({ now: [], before: [] });
	});
});

it.each([
	[{}, ['point', 'reading', 'agree', 'pass', 'disagree']],
	[{ point: '1', reading: ' ', agree: '9', pass: '', disagree: '' }, ['reading']],
	[{ point: '0', reading: 'Ja.', agree: 'viele', pass: '0', disagree: '-1' }, ['point', 'agree', 'disagree']],
	[{ point: '1', reading: 'x'.repeat(801), agree: '9', pass: '0', disagree: '0' }, ['reading']]
])('what a helper types about a reading: %j', (typed, wrong) => {
	expect(ReadingForm.safeParse(typed).error?.issues.map(({ path }) => path[0]) ?? []).toEqual(wrong);
});
