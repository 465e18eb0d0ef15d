import { describe, expect, it } from 'vitest';
import * as staff from '#lib/people/staff/staff.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { JOURNAL_VERBS, record } from '#lib/server/journal/journal.server.ts';
import { Refused } from '#lib/verdict.ts';
import { putProposal } from '../../../tests/support/editions/published.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import { AuditQuery, sentenceOf } from './audit.ts';
import * as audit from './audit.server.ts';
import * as people from '#lib/people/people.server.ts';

const nothing = AuditQuery.parse({});

async function scene() {
	const testApp = await makeTestApp();
	const add = (name: string, ...roles: ('admin' | 'editor')[]) =>
		staff.put(testApp.as(null), { email: `${name}@amt.example`, name, password: 'correct horse battery', roles });
	const [ada, kim] = [await add('Ada', 'admin'), await add('Kim', 'editor')];
	const admin = testApp.as(await people.byId(testApp.as(null), ada));
	await staff.giveRole(admin, { person: kim, role: 'publisher' });
	testApp.at('2027-05-20T12:00:00.000Z');
	await staff.block(testApp.as(await people.byId(testApp.as(null), ada)), kim);
	await putProposal(testApp, await testApp.person());
	return { testApp, ada, kim, admin };
}

describe('who did what', () => {
	it('is told with names, to whom it was done and with which role; of staff only', async () => {
		const { admin } = await scene();
		const { entries } = await audit.page(admin, nothing);
		const told = entries.map(({ who, what, about }) => [who, what, about]);
		expect(told).toContainEqual(['Ada', 'Zugang: gesperrt', 'Kim']);
		expect(told).toContainEqual(['Ada', 'Rolle: gegeben', 'Kim, Rolle: Freigabe']);
		expect(told).toContainEqual([null, 'Team: aufgenommen', 'Kim, Rollen: Redaktion']);
		expect(entries.filter((one) => one.verb.startsWith('proposal.'))).toEqual([]);
	});

	it('can be asked for by person, subject and day', async () => {
		const { admin, ada, kim, testApp } = await scene();
		const verbs = async (ask: Record<string, string>) =>
			(await audit.page(admin, AuditQuery.parse(ask))).entries.map((one) => one.verb);
		expect(await verbs({ was: 'role' })).toEqual(['role.given']);
		expect(await verbs({ wer: ada })).toEqual(['account.blocked', 'role.given']);
		expect(await verbs({ wer: kim })).toEqual([]);
		expect(await verbs({ von: '2027-05-20', bis: '2027-05-20' })).toEqual(['account.blocked']);
		expect(await verbs({ bis: '2027-05-19', was: 'account' })).toEqual([]);
		const card = await testApp.person();
		await putProposal(testApp, card, 'Noch einer');
		expect(await verbs({ wer: card.id })).toEqual([]);
	});

	it('can be asked for by whom it was done to, and by the number of what it was done to', async () => {
		const { admin, kim, ada, testApp } = await scene();
		const told = async (ask: Record<string, string>) =>
			(await audit.page(admin, AuditQuery.parse(ask))).entries.map(({ verb, about }) => [verb, about]);
		expect((await told({ wen: kim })).map(([verb]) => verb).sort()).toEqual([
			'account.blocked',
			'role.given',
			'staff.invited'
		]);
		expect(await told({ wen: ada, wer: ada })).toEqual([]);
		const at = (number: number | string) => ({ verb: 'call.drafted', subjectId: 'x', details: { number } }) as const;
		for (const number of [1, '12', 123]) await transaction(admin, (ctx) => record(ctx, at(number)));
		expect(await told({ nummer: '12' })).toEqual([['call.drafted', 'Nummer 12']]);
		expect(await told({ nummer: '1' })).toEqual([['call.drafted', 'Nummer 1']]);
		expect(await told({ nummer: 'viele', was: 'call' })).toHaveLength(3);
		expect(testApp.now).not.toBe('');
	});

	it('says in words what programs call by codes, and runs nothing in a spreadsheet', async () => {
		const { admin } = await scene();
		const details = { name: '=HYPERLINK("https://boese.example")', state: 'closed' };
		await transaction(admin, (ctx) => record(ctx, { verb: 'place.changed', subjectId: 'x', details }));
		const [moved] = (await audit.page(admin, AuditQuery.parse({ was: 'place' }))).entries;
		expect(moved?.about).toBe('»=HYPERLINK("https://boese.example")«, geschlossen');
		const evil = await audit.table(admin, AuditQuery.parse({ was: 'place' }));
		expect(evil.split('\r\n')[1]).not.toMatch(/(^|;)"?=/);
	});

	it('names what was approved by the beginning of its digest', async () => {
		const { admin } = await scene();
		const details = { number: 3, state: 'a'.repeat(64) };
		await transaction(admin, (ctx) => record(ctx, { verb: 'version.approved', subjectId: 'x', details }));
		const [approved] = (await audit.page(admin, AuditQuery.parse({ was: 'version' }))).entries;
		expect(approved?.about).toBe('Nummer 3, Prüfsumme aaaaaaaa …');
	});

	it('is a table that opens in a spreadsheet', async () => {
		const { admin } = await scene();
		const text = await audit.table(admin, AuditQuery.parse({ was: 'account' }));
		expect(text.split('\r\n')[1]).toBe('2027-05-20T12:00:00.000Z;Ada;account.blocked;Zugang: gesperrt;Kim');
	});

	it('is for admins only', async () => {
		const { testApp } = await scene();
		for (const role of ['helper', 'moderator', 'editor', 'publisher'] as const) {
			const ctx = testApp.as(await testApp.person('none', { roles: [role] }));
			await expect(audit.page(ctx, nothing)).rejects.toThrow(Refused);
			await expect(audit.table(ctx, nothing)).rejects.toThrow(Refused);
		}
		await expect(audit.page(testApp.as(null), nothing)).rejects.toThrow(Refused);
	});

	it('has words for everything that can be done', () => {
		expect(JOURNAL_VERBS.filter((verb) => sentenceOf(verb) === verb)).toEqual([]);
	});
});
