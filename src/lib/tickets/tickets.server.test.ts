import { describe, expect, it } from 'vitest';
import { tidyCode } from '#lib/people/cards/cardCode.ts';
import * as staff from '#lib/people/staff/staff.server.ts';
import { newId } from '#lib/server/ids.ts';
import { makeTestApp, NOON, type TestApp } from '../../../tests/support/machine/testApp.ts';
import { withWords } from '#lib/wording/wording.server.ts';
import * as tickets from './tickets.server.ts';

const DAY = 24 * 60 * 60 * 1000;
const after = (days: number) => new Date(Date.parse(NOON) + days * DAY).toISOString();
const early = (testApp: TestApp) => ({
	...testApp.as(null),
	now: new Date(Date.parse(testApp.now) - 60_000).toISOString()
});
const SAID = 'Ich komme mit der Tastatur nicht weiter.';

const form = (testApp: TestApp) => ({
	...{ id: newId(), opened: tickets.opening(early(testApp)), website: '', page: '/strategie', body: SAID },
	...({ way: 'telephone', contact: '0211 4711' } as const)
});

async function office() {
	const testApp = await makeTestApp();
	const member = { email: 'leitung@ministerium.example', name: 'Leitung', password: 'ein langes Passwort' };
	await staff.put({ ...testApp.as(null), via: 'command' }, { ...member, roles: ['admin', 'moderator'] });
	return { testApp, admin: await testApp.person('none', { roles: ['admin'] }) };
}

const mails = (testApp: TestApp) => testApp.app.reader.selectFrom('outbox').select('subject').execute();

describe('a report', () => {
	it('comes from anybody, is one ticket when sent twice, and the team hears of it', async () => {
		const { testApp, admin } = await office();
		const one = form(testApp);
		const results = await Promise.all([1, 2].map(() => tickets.file(testApp.as(null), 'barrier', one)));
		expect(results.map(({ number }) => number)).toEqual([1, 1]);
		expect(results.filter(({ code }) => code !== null)).toHaveLength(1);
		expect(await mails(testApp)).toEqual([{ subject: 'Neue Meldung 1: Barriere' }]);
		expect(await tickets.desk(testApp.as(admin), 1)).toMatchObject({
			body: SAID,
			contact: '0211 4711',
			overdue: false
		});
		const rows = await testApp.app.reader.selectFrom('tickets').selectAll().execute();
		expect(JSON.stringify(rows)).not.toContain('4711');
	});

	it('in whatever language: the team hears of it in German', async () => {
		const { testApp } = await office();
		const arabic = { ...testApp.as(null), locale: 'ar' } as const;
		await withWords(arabic, () => tickets.file(arabic, 'content', form(testApp)));
		expect((await mails(testApp)).map(({ subject }) => subject)).toEqual([
			expect.stringMatching(/^Neue Meldung 1: \w+$/)
		]);
	});

	it('is answered with a code, after word that it takes longer', async () => {
		const { testApp, admin } = await office();
		const { code } = await tickets.file(testApp.as(null), 'barrier', form(testApp));
		const good = tidyCode(code ?? '');
		const interim = 'Das dauert noch etwas. Bitte haben Sie Geduld.';
		await tickets.reply(testApp.as(admin), 1, { deed: 'interim', interim });
		expect(await tickets.withCode(testApp.as(null), good)).toMatchObject({ state: 'interim', interim, answer: null });
		const twice = tickets.reply(testApp.as(admin), 1, { deed: 'interim', interim });
		await expect(twice).rejects.toMatchObject({ reason: 'interimSent' });
		const answer = 'Der Fehler ist behoben. Danke für den Hinweis.';
		await tickets.reply(testApp.as(admin), 1, { deed: 'answer', answer });
		expect(await tickets.withCode(testApp.as(null), good)).toMatchObject({ state: 'answered', answer });
		const late = tickets.reply(testApp.as(admin), 1, { deed: 'answer', answer });
		await expect(late).rejects.toMatchObject({ reason: 'ticketAnswered' });
		const wrong = tickets.withCode(testApp.as(null), 'K7MP3QXR9TWAHC4N');
		await expect(wrong).rejects.toMatchObject({ reason: 'ticketUnknown' });
	});

	it('that is late is marked, and the team is reminded once for each date', async () => {
		const { testApp, admin } = await office();
		await tickets.file(testApp.as(null), 'barrier', form(testApp));
		expect(await tickets.remind(testApp.as(null))).toBe(0);
		testApp.at(after(14));
		expect((await tickets.open(testApp.as(admin), null)).tickets).toMatchObject([{ number: 1, overdue: true }]);
		expect([await tickets.remind(testApp.as(null)), await tickets.remind(testApp.as(null))]).toEqual([1, 0]);
		const interim = 'Das dauert noch etwas. Bitte haben Sie Geduld.';
		await tickets.reply(testApp.as(admin), 1, { deed: 'interim', interim });
		expect(await tickets.remind(testApp.as(null))).toBe(0);
		testApp.at(after(42));
		expect(await tickets.remind(testApp.as(null))).toBe(1);
		expect((await mails(testApp)).map(({ subject }) => subject)).toEqual([
			...['Neue Meldung 1: Barriere', 'Meldung 1 ist überfällig', 'Meldung 1 ist überfällig']
		]);
	});

	it('is forgotten a year after its answer, and not before it has one', async () => {
		const { testApp, admin } = await office();
		await tickets.file(testApp.as(null), 'content', form(testApp));
		await tickets.file(testApp.as(null), 'content', form(testApp));
		await tickets.reply(testApp.as(admin), 1, { deed: 'answer', answer: 'Der Beitrag ist ausgeblendet.' });
		testApp.at(after(364));
		expect(await tickets.dropOld(testApp.as(null))).toBe(0);
		testApp.at(after(366));
		expect(await tickets.dropOld(testApp.as(null))).toBe(1);
		expect(await tickets.countOpen(testApp.as(null))).toBe(1);
	});

	it('is read by the team only, and many of them page by page', async () => {
		const { testApp, admin } = await office();
		for (let n = 0; n < tickets.PAGE + 2; n++) await tickets.file(testApp.as(null), 'content', form(testApp));
		const first = await tickets.open(testApp.as(admin), null);
		const second = await tickets.open(testApp.as(admin), first.next);
		expect([first.tickets.length, second.tickets.length, second.next]).toEqual([tickets.PAGE, 2, null]);
		await expect(tickets.open(testApp.as(await testApp.person()), null)).rejects.toMatchObject({
			reason: 'roleMissing'
		});
		await expect(tickets.desk(testApp.as(null), 1)).rejects.toMatchObject({ reason: 'signInFirst' });
	});

	it('with a made-up moment is not taken', async () => {
		const { testApp } = await office();
		const made = tickets.file(testApp.as(null), 'barrier', { ...form(testApp), opened: 'gestern' });
		await expect(made).rejects.toMatchObject({ reason: 'tooFast' });
	});
});
