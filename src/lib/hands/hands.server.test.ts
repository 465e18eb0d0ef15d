import { describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/person.ts';
import * as workshops from '#lib/recording/workshops/workshops.server.ts';
import { newId } from '#lib/server/ids.ts';
import { NotFound, Stale } from '#lib/verdict.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { publishedPoint } from '../../../tests/support/strategy/drafted.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import { disclosed, HandsForm } from './hand.ts';
import * as hands from './hands.server.ts';

const meeting = (people = 9) => ({
	...{ id: newId(), label: 'Frühstück im Tagestreff', date: '2027-05-09', group: 'affected', people },
	minutes: 'Wohnen ist das Wichtigste.'
});

async function room(people = 9): Promise<{ testApp: TestApp; helper: Person; moderator: Person; number: number }> {
	const testApp = await makeTestApp();
	const helper = await testApp.person('none', { roles: ['helper'] });
	const moderator = await testApp.person('none', { roles: ['moderator'] });
	const form = { ...meeting(people), group: 'affected' as const };
	const numbers = await Promise.all([1, 2].map(() => workshops.open(testApp.as(helper), testApp.consultationId, form)));
	expect(new Set(numbers).size).toBe(1);
	return { testApp, helper, moderator, number: numbers[0] ?? 0 };
}

describe('hands raised at a meeting', () => {
	it('are shown apart from the votes once the meeting is public, and never added to them', async () => {
		const { testApp, helper, moderator, number } = await room(10);
		const point = await publishedPoint(testApp);
		await votes.castVote(testApp.as(await testApp.person()), point.number, 'agree');
		const before = await votes.currentResults(testApp.as(null), [point.id]);
		const shows = [{ point: point.number, agree: 5, pass: 0, disagree: 5 }];
		await hands.count(testApp.as(helper), number, [{ point: point.number, agree: 1, pass: 1, disagree: 1 }]);
		await hands.count(testApp.as(helper), number, shows);
		expect(await hands.onPoint(testApp.as(null), point.id, point.wordingId)).toEqual([]);
		await workshops.publish(testApp.as(moderator), number, true);
		expect(await hands.onPoint(testApp.as(null), point.id, point.wordingId)).toMatchObject([
			{ newest: true, workshop: { number }, counts: { agree: 5, pass: 0, disagree: 5 } }
		]);
		expect(await votes.currentResults(testApp.as(null), [point.id])).toEqual(before);
		expect(await hands.inRoom(testApp.as(null), number)).toMatchObject([{ number: point.number }]);
	});

	it('of fewer than five people stay without numbers', async () => {
		const { testApp, helper, moderator, number } = await room(4);
		const point = await publishedPoint(testApp);
		await hands.count(testApp.as(helper), number, [{ point: point.number, agree: 4, pass: 0, disagree: 0 }]);
		await workshops.publish(testApp.as(moderator), number, true);
		expect(await hands.onPoint(testApp.as(null), point.id, null)).toMatchObject([{ counts: null, newest: false }]);
	});

	it('never tell of one to four people, nor how each of a few has voted; the team sees what it has typed', async () => {
		const { testApp, helper, moderator, number } = await room(20);
		const point = await publishedPoint(testApp);
		const show = { point: point.number, agree: 14, pass: 1, disagree: 2 };
		await hands.count(testApp.as(helper), number, [show]);
		expect(await hands.inRoom(testApp.as(helper), number)).toMatchObject([
			{ counts: { agree: 14, pass: 1, disagree: 2 } }
		]);
		await workshops.publish(testApp.as(moderator), number, true);
		const held = { agree: null, pass: null, disagree: null, mostly: { choice: 'agree', share: 0.75 } };
		expect(await hands.inRoom(testApp.as(null), number)).toMatchObject([{ counts: held }]);
		expect(await hands.onPoint(testApp.as(helper), point.id, null)).toMatchObject([{ counts: held }]);
		expect(disclosed({ agree: 9, pass: 0, disagree: 0 }, 20)).toEqual({
			...held,
			mostly: { choice: 'agree', share: 0.8 }
		});
	});

	it('do not tell by subtraction how few raised none: how many were there everybody reads', () => {
		const show = { agree: 9, pass: 0, disagree: 5 };
		expect(disclosed(show, 14)).toMatchObject(show);
		expect(disclosed(show, 19)).toMatchObject(show);
		expect(disclosed(show, 16)).toMatchObject({ agree: 9, pass: null, disagree: null });
	});

	it('are not more than people were there, and none of them counts when one is wrong', async () => {
		const { testApp, helper, moderator, number } = await room();
		const point = await publishedPoint(testApp);
		const good = { point: point.number, agree: 3, pass: 0, disagree: 0 };
		const count = (more: object, who = helper) => hands.count(testApp.as(who), number, [good, { ...good, ...more }]);
		await expect(count({ agree: 10 })).rejects.toMatchObject({ reason: 'handsTooMany' });
		await expect(count({ agree: 0 })).rejects.toMatchObject({ reason: 'handsNone' });
		await expect(count({ point: 4711 })).rejects.toThrow(NotFound);
		await expect(count({}, moderator)).rejects.toMatchObject({ reason: 'roleMissing' });
		expect(await hands.inRoom(testApp.as(helper), number)).toEqual([]);
	});
});

describe('a meeting', () => {
	it('is for the team until somebody else has read it, and stays as it is then', async () => {
		const { testApp, helper, moderator, number } = await room();
		await expect(workshops.byNumber(testApp.as(null), number)).rejects.toThrow(NotFound);
		await expect(workshops.publish(testApp.as(helper), number, true)).rejects.toMatchObject({ reason: 'roleMissing' });
		await workshops.publish(testApp.as(moderator), number, true);
		expect(await workshops.byNumber(testApp.as(null), number)).toMatchObject({ label: 'Frühstück im Tagestreff' });
		const form = { ...meeting(), group: 'affected' as const };
		const late = workshops.change(testApp.as(helper), number, form);
		await expect(late).rejects.toMatchObject({ reason: 'workshopPublished' });
		await workshops.publish(testApp.as(moderator), number, false);
		await workshops.change(testApp.as(helper), number, { ...form, label: 'Frühstück' });
		await expect(workshops.byNumber(testApp.as(null), number)).rejects.toThrow(NotFound);
	});

	it('is published as it was read: changed meanwhile, it waits for another reader, who did not change it', async () => {
		const { testApp, helper, moderator, number } = await room();
		const both = await testApp.person('none', { roles: ['helper', 'moderator'] });
		const point = await publishedPoint(testApp);
		const { changedAt: seen } = await workshops.byNumber(testApp.as(moderator), number);
		testApp.at('2027-05-10T13:00:00.000Z');
		const form = { ...meeting(), group: 'affected' as const, minutes: 'Frau Kruse hat geweint.' };
		await workshops.change(testApp.as(both), number, form);
		await expect(workshops.publish(testApp.as(moderator), number, true, seen)).rejects.toThrow(Stale);
		await expect(workshops.publish(testApp.as(both), number, true)).rejects.toMatchObject({ reason: 'workshopOwn' });
		const { changedAt: read } = await workshops.byNumber(testApp.as(moderator), number);
		testApp.at('2027-05-10T14:00:00.000Z');
		await hands.count(testApp.as(helper), number, [{ point: point.number, agree: 9, pass: 0, disagree: 0 }]);
		await expect(workshops.publish(testApp.as(moderator), number, true, read)).rejects.toThrow(Stale);
		const { changedAt: last } = await workshops.byNumber(testApp.as(moderator), number);
		await workshops.publish(testApp.as(moderator), number, true, last);
	});

	it('is not published by whoever wrote it down, nor held tomorrow', async () => {
		const testApp = await makeTestApp();
		const both = testApp.as(await testApp.person('none', { roles: ['helper', 'moderator'] }));
		const form = { ...meeting(), group: 'affected' as const };
		const number = await workshops.open(both, testApp.consultationId, form);
		await expect(workshops.publish(both, number, true)).rejects.toMatchObject({ reason: 'workshopOwn' });
		const tomorrow = workshops.open(both, testApp.consultationId, { ...form, id: newId(), date: '2027-05-11' });
		await expect(tomorrow).rejects.toMatchObject({ reason: 'saidLater' });
	});
});

it.each([
	[{}, ['point-1']],
	[{ 'point-1': '3', 'agree-1': 'viele' }, ['agree-1']],
	[{ 'point-2': '-1', 'agree-2': '2', 'pass-2': '', 'disagree-2': '1' }, ['point-2']],
	[{ 'point-5': '3', 'agree-5': '2', 'pass-5': '', 'disagree-5': '' }, []]
] as const)('what a helper types about hands: %j', (typed, wrong) => {
	expect(HandsForm.safeParse(typed).error?.issues.map(({ path }) => path[0]) ?? []).toEqual(wrong);
});
