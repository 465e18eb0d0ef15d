import { describe, expect, it } from 'vitest';
import { tidyCode } from '#lib/people/code.ts';
import * as staff from '#lib/people/staff.server.ts';
import { newId } from '#lib/server/ids.ts';
import { makeTown, NOON, type Town } from '../../../tests/support/town.ts';
import * as tickets from './tickets.server.ts';

const DAY = 24 * 60 * 60 * 1000;
const after = (days: number) => new Date(Date.parse(NOON) + days * DAY).toISOString();
const early = (town: Town) => ({ ...town.as(null), now: new Date(Date.parse(town.now) - 60_000).toISOString() });
const SAID = 'Ich komme mit der Tastatur nicht weiter.';

const form = (town: Town) => ({
	...{ id: newId(), opened: tickets.opening(early(town)), website: '', page: '/strategie', body: SAID },
	...({ way: 'telephone', contact: '0211 4711' } as const)
});

async function office() {
	const town = await makeTown();
	const member = { email: 'leitung@ministerium.example', name: 'Leitung', password: 'ein langes Passwort' };
	await staff.put({ ...town.as(null), via: 'command' }, { ...member, roles: ['admin'] });
	return { town, admin: await town.person('none', { roles: ['admin'] }) };
}

const mails = (town: Town) => town.house.reader.selectFrom('outbox').select('subject').execute();

describe('a report', () => {
	it('comes from anybody, is one ticket when sent twice, and the team hears of it', async () => {
		const { town, admin } = await office();
		const one = form(town);
		const results = await Promise.all([1, 2].map(() => tickets.file(town.as(null), 'barrier', one)));
		expect(results.map(({ number }) => number)).toEqual([1, 1]);
		expect(results.filter(({ code }) => code !== null)).toHaveLength(1);
		expect(await mails(town)).toEqual([{ subject: 'Neue Meldung 1: Barriere' }]);
		expect(await tickets.desk(town.as(admin), 1)).toMatchObject({ body: SAID, contact: '0211 4711', overdue: false });
		const rows = await town.house.reader.selectFrom('tickets').selectAll().execute();
		expect(JSON.stringify(rows)).not.toContain('4711');
	});

	it('is answered with a code, after word that it takes longer', async () => {
		const { town, admin } = await office();
		const { code } = await tickets.file(town.as(null), 'barrier', form(town));
		const good = tidyCode(code ?? '');
		const interim = 'Das dauert noch etwas. Bitte haben Sie Geduld.';
		await tickets.reply(town.as(admin), 1, { deed: 'interim', interim });
		expect(await tickets.withCode(town.as(null), good)).toMatchObject({ state: 'interim', interim, answer: null });
		const twice = tickets.reply(town.as(admin), 1, { deed: 'interim', interim });
		await expect(twice).rejects.toMatchObject({ reason: 'interimSent' });
		const answer = 'Der Fehler ist behoben. Danke für den Hinweis.';
		await tickets.reply(town.as(admin), 1, { deed: 'answer', answer });
		expect(await tickets.withCode(town.as(null), good)).toMatchObject({ state: 'answered', answer });
		const late = tickets.reply(town.as(admin), 1, { deed: 'answer', answer });
		await expect(late).rejects.toMatchObject({ reason: 'ticketAnswered' });
		const wrong = tickets.withCode(town.as(null), 'K7MP3QXR9TWAHC4N');
		await expect(wrong).rejects.toMatchObject({ reason: 'ticketUnknown' });
	});

	it('that is late is marked, and the team is reminded once for each date', async () => {
		const { town, admin } = await office();
		await tickets.file(town.as(null), 'barrier', form(town));
		expect(await tickets.remind(town.as(null))).toBe(0);
		town.at(after(14));
		expect((await tickets.open(town.as(admin), null)).tickets).toMatchObject([{ number: 1, overdue: true }]);
		expect([await tickets.remind(town.as(null)), await tickets.remind(town.as(null))]).toEqual([1, 0]);
		const interim = 'Das dauert noch etwas. Bitte haben Sie Geduld.';
		await tickets.reply(town.as(admin), 1, { deed: 'interim', interim });
		expect(await tickets.remind(town.as(null))).toBe(0);
		town.at(after(42));
		expect(await tickets.remind(town.as(null))).toBe(1);
		expect((await mails(town)).map(({ subject }) => subject)).toEqual([
			...['Neue Meldung 1: Barriere', 'Meldung 1 ist überfällig', 'Meldung 1 ist überfällig']
		]);
	});

	it('is forgotten a year after its answer, and not before it has one', async () => {
		const { town, admin } = await office();
		await tickets.file(town.as(null), 'content', form(town));
		await tickets.file(town.as(null), 'content', form(town));
		await tickets.reply(town.as(admin), 1, { deed: 'answer', answer: 'Der Beitrag ist ausgeblendet.' });
		town.at(after(364));
		expect(await tickets.dropOld(town.as(null))).toBe(0);
		town.at(after(366));
		expect(await tickets.dropOld(town.as(null))).toBe(1);
		expect(await tickets.countOpen(town.as(null))).toBe(1);
	});

	it('is read by the team only, and many of them page by page', async () => {
		const { town, admin } = await office();
		for (let n = 0; n < tickets.PAGE + 2; n++) await tickets.file(town.as(null), 'content', form(town));
		const first = await tickets.open(town.as(admin), null);
		const second = await tickets.open(town.as(admin), first.next);
		expect([first.tickets.length, second.tickets.length, second.next]).toEqual([tickets.PAGE, 2, null]);
		await expect(tickets.open(town.as(await town.person()), null)).rejects.toMatchObject({ reason: 'roleMissing' });
		await expect(tickets.desk(town.as(null), 1)).rejects.toMatchObject({ reason: 'signInFirst' });
	});

	it('with a made-up moment is not taken', async () => {
		const { town } = await office();
		const made = tickets.file(town.as(null), 'barrier', { ...form(town), opened: 'gestern' });
		await expect(made).rejects.toMatchObject({ reason: 'tooFast' });
	});
});
