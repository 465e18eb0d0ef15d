import { describe, expect, it } from 'vitest';
import { newId } from '#lib/server/ids.ts';
import { makeTestApp } from '../../../../tests/support/machine/testApp.ts';
import * as workshops from '../workshops/workshops.server.ts';
import { ical } from './ical.ts';
import { MeetingForm } from './meeting.ts';
import * as meetings from './meetings.server.ts';

const typed = (more: Record<string, string> = {}) => ({
	...{ id: newId(), title: 'Frühstück, mit Musik', date: '2027-05-20', begins: '09:30', ends: '11:00' },
	...{
		place: 'Tagestreff; Hof',
		audience: '',
		access: 'ohne Stufen',
		childcare: '',
		languages: '',
		travel: 'ja',
		...more
	}
});
const form = (more?: Record<string, string>) => MeetingForm.parse(typed(more));

async function desk() {
	const testApp = await makeTestApp();
	const helper = testApp.as(await testApp.person('none', { roles: ['helper'] }));
	return { testApp, helper, anyone: testApp.as(null), id: testApp.consultationId };
}

describe('a meeting to come', () => {
	it('is announced once, in its order, and goes when its day is over', async () => {
		const { testApp, helper, anyone, id } = await desk();
		const [late, early] = [form({ date: '2027-05-21' }), form({ begins: '08:00' })];
		for (const one of [late, early, early]) await meetings.plan(helper, id, one);
		expect((await meetings.coming(anyone)).map((one) => one.id)).toEqual([early.id, late.id]);
		expect((await meetings.inMonth(anyone, '2027-05')).length).toBe(2);
		expect(await meetings.inMonth(anyone, '2027-06')).toEqual([]);
		testApp.at('2027-05-21T08:00:00.000Z');
		expect((await meetings.coming(testApp.as(null))).map((one) => one.id)).toEqual([late.id]);
	});

	it('is announced by the team only, not for a day that is over, and not without a time', async () => {
		const { testApp, helper, id } = await desk();
		await expect(meetings.plan(testApp.as(await testApp.person()), id, form())).rejects.toMatchObject({
			reason: 'roleMissing'
		});
		await expect(meetings.plan(helper, id, form({ date: '2027-05-09' }))).rejects.toMatchObject({
			reason: 'meetingInPast'
		});
		const wrong: [string, string][] = [
			['begins', '25:00'],
			['ends', '09:00'],
			['place', ' ']
		];
		for (const one of wrong) expect(MeetingForm.safeParse(typed(Object.fromEntries([one]))).success).toBe(false);
	});

	it('is changed by two without loss, and called off where people look for it', async () => {
		const { helper, anyone, id } = await desk();
		const one = form();
		await meetings.plan(helper, id, one);
		const { seen } = { seen: 'a state nobody has' };
		await expect(meetings.change(helper, one.id, { ...one, title: 'Anders', seen })).rejects.toMatchObject({
			name: 'Stale'
		});
		await meetings.change(helper, one.id, { ...one, title: 'Anders' });
		await meetings.cancel(helper, one.id);
		await meetings.cancel(helper, one.id);
		expect(await meetings.coming(anyone)).toMatchObject([{ title: 'Anders', cancelledAt: expect.any(String) }]);
		await expect(meetings.change(helper, one.id, one)).rejects.toMatchObject({ reason: 'meetingCancelled' });
	});

	it('leads to its record as soon as that is public', async () => {
		const { testApp, helper, anyone, id } = await desk();
		const one = form({ date: '2027-05-10' });
		await meetings.plan(helper, id, one);
		const record = {
			id: newId(),
			label: one.title,
			date: one.date,
			group: 'affected',
			people: 8,
			minutes: 'Text'
		} as const;
		const number = await workshops.open(helper, id, { ...record, meeting: one.id });
		expect((await meetings.byId(anyone, one.id)).record).toBeNull();
		await workshops.publish(testApp.as(await testApp.person('none', { roles: ['moderator'] })), number, true);
		expect((await meetings.byId(anyone, one.id)).record).toBe(number);
	});

	it('is a calendar file that says when by the clock on the wall, with lines as short as they have to be', async () => {
		const { helper, anyone, id } = await desk();
		await meetings.plan(helper, id, form({ access: 'ä'.repeat(200) }));
		const text = ical(await meetings.coming(anyone), 'https://teilhabe.example');
		expect(text).toContain('DTSTART;TZID=Europe/Berlin:20270520T093000\r\n');
		expect(text).toContain('SUMMARY;LANGUAGE=de:Frühstück\\, mit Musik\r\n');
		expect(text).toContain('LOCATION;LANGUAGE=de:Tagestreff\\; Hof\r\n');
		for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
		expect(text.replace(/\r\n /g, '')).toContain('ä'.repeat(200));
		expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
	});
});
