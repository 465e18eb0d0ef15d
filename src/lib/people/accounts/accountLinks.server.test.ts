import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import * as outbox from '#lib/server/mail/outbox.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { found, Gone } from '#lib/verdict.ts';
import { transaction } from '../../server/db/transaction.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import * as accountLinks from './accountLinks.server.ts';
import * as factors from '../signIn/factors.server.ts';
import * as ownAccount from './ownAccount.server.ts';
import * as people from '../people.server.ts';
import * as staff from '../staff/staff.server.ts';

const email = 'kim@amt.example';
const name = 'Kim Muster';
const [first, second] = ['vier kleine Igel tanzen', 'lila Regen im Schuhkarton'];
const HOURS_49 = '2027-05-12T13:00:00.000Z';

async function scene({ mail = false } = {}) {
	const testApp = await makeTestApp();
	if (mail) testApp.app.config.smtpUrl = 'smtp://localhost:25';
	const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
	const anyone = () => testApp.as(null);
	const link = found(await accountLinks.invite(admin, { name, email, roles: ['editor'] }), 'link');
	const enter = (password: string) => people.enterAsStaff(anyone(), { email, password });
	const visits = async ({ value }: { value: string }) => (await people.ofSession(anyone(), value)) !== null;
	const kim = async () => {
		const id = (await staff.byEmail(anyone(), email)) ?? '';
		const person = await people.byId(anyone(), id);
		if (!person) throw new Error('nobody');
		return person;
	};
	return { testApp, admin, anyone, link, enter, visits, kim };
}

const tokenOf = ({ address }: { address: string }) => address.split('/').at(-1) ?? '';
/** As with the setting STAFF_PASSWORDS=0. */
const switchOff = ({ app }: TestApp) => Object.assign(app.config, { passwords: false });
const because = (reason: string) => ({ reason });

/** Every mail that goes out, as its reader sees it. */
async function mails(ctx: Ctx): Promise<{ to: string; subject: string; body: string }[]> {
	const sent: { to: string; subject: string; body: string }[] = [];
	await outbox.deliver(ctx, async ({ to, subject, body }) => void sent.push({ to, subject, body }));
	return sent;
}

const dump = async (testApp: TestApp) => {
	const { reader } = testApp.app;
	const [links, mails, requests, journal] = await Promise.all([
		reader.selectFrom('accountLinks').selectAll().execute(),
		reader.selectFrom('outbox').selectAll().execute(),
		reader.selectFrom('resetRequests').selectAll().execute(),
		reader.selectFrom('journal').selectAll().execute()
	]);
	return JSON.stringify({ links, mails, requests, journal });
};

describe('whoever is invited', () => {
	it('opens the link, chooses a password and sets up her second factor; nobody else ever knew one', async () => {
		const { anyone, link, enter, admin, kim } = await scene();
		await expect(enter('')).rejects.toMatchObject(because('passwordWrong'));
		expect(await accountLinks.open(anyone(), tokenOf(link))).toMatchObject({ name, email, invited: true });
		const chosen = await accountLinks.choose(anyone(), tokenOf(link), first);
		expect(chosen).toEqual({ personId: (await kim()).id, invited: true });
		expect(await people.begin(anyone(), await kim())).toMatchObject({ stage: 'enrol' });
		expect(await enter(first)).toMatchObject({ stage: 'enrol' });
		expect((await staff.all(admin)).find((one) => one.email === email)).toMatchObject({ hasPassword: true });
	});

	it('does so once: of two who open the link in the same moment one succeeds', async () => {
		const { anyone, link, enter } = await scene();
		const both = await Promise.allSettled([
			accountLinks.choose(anyone(), tokenOf(link), first),
			accountLinks.choose(anyone(), tokenOf(link), second)
		]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		await expect(accountLinks.open(anyone(), tokenOf(link))).rejects.toThrow(Gone);
		await enter(both[0]?.status === 'fulfilled' ? first : second);
	});

	it('has 48 hours; looking at the page, as mail programs do, uses nothing up', async () => {
		const { testApp, anyone, link, admin, kim } = await scene();
		for (let i = 0; i < 3; i++) await accountLinks.open(anyone(), tokenOf(link));
		testApp.at(HOURS_49);
		await expect(accountLinks.open(anyone(), tokenOf(link))).rejects.toThrow(Gone);
		await expect(accountLinks.choose(anyone(), tokenOf(link), first)).rejects.toThrow(Gone);
		await accountLinks.sweep(anyone());
		expect(await testApp.app.reader.selectFrom('accountLinks').selectAll().execute()).toEqual([]);
		const again = await accountLinks.renew(testApp.as(admin.person), (await kim()).id);
		await accountLinks.choose(anyone(), tokenOf(again), first);
	});

	it('is told why a password is refused, and the link is still good', async () => {
		const { anyone, link } = await scene();
		const refused = accountLinks.choose(anyone(), tokenOf(link), 'Kim Muster 1987');
		await expect(refused).rejects.toMatchObject(because('passwordPersonal'));
		await accountLinks.choose(anyone(), tokenOf(link), first);
	});

	it('opens nothing once the account is blocked or has no role any more', async () => {
		const { testApp, anyone, link, admin, kim } = await scene();
		await staff.block(admin, (await kim()).id);
		await expect(accountLinks.open(anyone(), tokenOf(link))).rejects.toThrow(Gone);
		await expect(accountLinks.renew(admin, (await kim()).id)).rejects.toMatchObject(because('accountBlocked'));
		await staff.unblock(admin, (await kim()).id);
		// Perhaps it was blocked because of the link.
		await expect(accountLinks.choose(anyone(), tokenOf(link), first)).rejects.toThrow(Gone);
		const another = await accountLinks.renew(admin, (await kim()).id);
		await staff.takeRole(admin, { person: (await kim()).id, role: 'editor' });
		const late = accountLinks.choose(testApp.as(null), tokenOf(another), first);
		await expect(late).rejects.toMatchObject(because('accountWithoutRole'));
	});

	it('gets the link by mail as well; it stands nowhere in the database, in no journal and in no backup', async () => {
		const { testApp, anyone, link } = await scene({ mail: true });
		expect(link.mailed).toBe(true);
		const token = tokenOf(link);
		const before = await dump(testApp);
		expect(before).not.toContain(token);
		expect(before).toContain(hash('sha256', token, 'base64url'));
		const [mail] = await mails(anyone());
		expect(mail).toMatchObject({ to: email });
		expect(mail?.body).toContain(link.address);
		expect(await dump(testApp)).not.toMatch(/"sealed":"[^"]/);
	});

	it('is invited by admins only, and once', async () => {
		const { testApp, admin, anyone } = await scene();
		const form = { name: 'Sam', email: 'sam@amt.example', roles: ['admin'] as const };
		for (const role of ['helper', 'moderator', 'editor', 'publisher'] as const) {
			const other = testApp.as(await testApp.person('none', { roles: [role] }));
			await expect(accountLinks.invite(other, { ...form, roles: ['admin'] })).rejects.toMatchObject(
				because('roleMissing')
			);
		}
		await expect(accountLinks.invite(anyone(), { ...form, roles: ['admin'] })).rejects.toMatchObject(
			because('signInFirst')
		);
		const twice = accountLinks.invite(admin, { name, email, roles: ['editor'] });
		await expect(twice).rejects.toMatchObject(because('accountKnown'));
		const command: Ctx = { ...anyone(), via: 'command' };
		expect((await accountLinks.invite(command, { ...form, roles: ['admin'] }))?.address).toContain(
			'/anmelden/team/passwort/'
		);
	});
});

describe('whoever has lost her password', () => {
	it('gets a link of an admin; the former one, all links and all sessions end when she uses it', async () => {
		const { anyone, link, enter, visits, admin, kim } = await scene();
		await accountLinks.choose(anyone(), tokenOf(link), first);
		const session = await enter(first);
		const older = await accountLinks.renew(admin, (await kim()).id);
		const newer = await accountLinks.renew(admin, (await kim()).id);
		await expect(accountLinks.open(anyone(), tokenOf(older))).rejects.toThrow(Gone);
		expect(await visits(session)).toBe(true);
		expect(await accountLinks.choose(anyone(), tokenOf(newer), second)).toMatchObject({ invited: false });
		expect(await visits(session)).toBe(false);
		await expect(enter(first)).rejects.toMatchObject(because('passwordWrong'));
		await enter(second);
	});

	it('gets none of an admin for herself, nor of anybody else', async () => {
		const { testApp, admin, kim } = await scene();
		const own = accountLinks.renew(admin, admin.person?.id ?? '');
		await expect(own).rejects.toMatchObject(because('ownAccount'));
		const editor = testApp.as(await testApp.person('none', { roles: ['editor'] }));
		await expect(accountLinks.renew(editor, (await kim()).id)).rejects.toMatchObject(because('roleMissing'));
	});

	it('asks for one by mail; an address that nobody has leaves the same trace and gets no mail', async () => {
		const { testApp, anyone, link } = await scene({ mail: true });
		await accountLinks.choose(anyone(), tokenOf(link), first);
		await mails(anyone());
		await accountLinks.ask(anyone(), email);
		await accountLinks.ask(anyone(), 'niemand@amt.example');
		const rows = await testApp.app.reader.selectFrom('resetRequests').selectAll().execute();
		expect(rows).toHaveLength(2);
		expect(JSON.stringify(rows)).not.toContain('amt.example');
		await accountLinks.answer(anyone());
		expect(await testApp.app.reader.selectFrom('resetRequests').selectAll().execute()).toEqual([]);
		const sent = await mails(anyone());
		expect(sent.map(({ to }) => to)).toEqual([email]);
		const [, token = ''] = /passwort\/([\w-]+)/.exec(sent[0]?.body ?? '') ?? [];
		expect(await accountLinks.choose(anyone(), token, second)).toMatchObject({ invited: false });
		expect((await mails(anyone())).map(({ subject }) => subject)).toEqual(['Ihr Passwort ist geändert']);
	});

	it('waits for nobody whose request cannot be read any more', async () => {
		const { testApp, anyone, link } = await scene({ mail: true });
		await accountLinks.choose(anyone(), tokenOf(link), first);
		await mails(anyone());
		await transaction(anyone(), async ({ db }) => {
			const row = { id: 'of former days', sealed: 'unreadable', askedAt: '2020-01-01T00:00:00.000Z' };
			await db.insertInto('resetRequests').values(row).execute();
		});
		await accountLinks.ask(anyone(), email);
		await accountLinks.answer(anyone());
		expect(await testApp.app.reader.selectFrom('resetRequests').selectAll().execute()).toEqual([]);
		expect((await mails(anyone())).map(({ to }) => to)).toEqual([email]);
	});

	it('gets three mails at most, however often strangers ask, and none while the account is blocked', async () => {
		const { anyone, admin, kim } = await scene({ mail: true });
		await mails(anyone());
		for (let i = 0; i < 8; i++) {
			await accountLinks.ask(anyone(), email);
			await accountLinks.ask(anyone(), email);
			await accountLinks.answer(anyone());
		}
		expect(await mails(anyone())).toHaveLength(3);
		const other = await accountLinks.invite(admin, { name: 'Sam', email: 'sam@amt.example', roles: ['editor'] });
		await mails(anyone());
		await staff.block(admin, (await staff.byEmail(anyone(), 'sam@amt.example')) ?? '');
		await accountLinks.ask(anyone(), 'sam@amt.example');
		await accountLinks.answer(anyone());
		expect(await mails(anyone())).toEqual([]);
		expect(other?.mailed).toBe(true);
		expect(await kim()).toBeTruthy();
	});

	it('is told so where no mail can be sent', async () => {
		const { anyone } = await scene();
		await expect(accountLinks.ask(anyone(), email)).rejects.toMatchObject(because('mailMissing'));
	});
});

describe('where passwords are switched off', () => {
	it('people are added without a link, links that are open set no password, and nobody gets a new one', async () => {
		const { testApp, anyone, link, admin, kim } = await scene({ mail: true });
		switchOff(testApp);
		await mails(anyone());
		expect(await accountLinks.invite(admin, { name: 'Sam', email: 'sam@amt.example', roles: ['editor'] })).toBeNull();
		await expect(accountLinks.choose(anyone(), tokenOf(link), first)).rejects.toMatchObject(because('passwordsOff'));
		await expect(accountLinks.renew(admin, (await kim()).id)).rejects.toMatchObject(because('passwordsOff'));
		await accountLinks.ask(anyone(), email);
		await accountLinks.answer(anyone());
		expect(await mails(anyone())).toEqual([]);
	});
});

describe('another password', () => {
	async function signedIn() {
		const rest = await scene({ mail: true });
		await accountLinks.choose(rest.anyone(), tokenOf(rest.link), first);
		await mails(rest.anyone());
		const change = async (formerPassword: string, password: string, sessionId: string | null = null) => {
			const form = { formerPassword, password, passwordAgain: password };
			await ownAccount.changePassword(rest.testApp.as(await rest.kim()), form, sessionId);
		};
		return { ...rest, change };
	}

	it('needs the former one; her other sessions and open links end, and she hears of it by mail', async () => {
		const { anyone, admin, enter, visits, change, kim } = await signedIn();
		const [here, there] = [await enter(first), await enter(first)];
		const link = await accountLinks.renew(admin, (await kim()).id);
		await mails(anyone());
		await expect(change(second, second, here.value)).rejects.toMatchObject(because('formerWrong'));
		await change(first, second, here.value);
		expect([await visits(here), await visits(there)]).toEqual([true, false]);
		await expect(accountLinks.open(anyone(), tokenOf(link))).rejects.toThrow(Gone);
		await expect(enter(first)).rejects.toMatchObject(because('passwordWrong'));
		await enter(second);
		expect((await mails(anyone())).map(({ to, subject }) => [to, subject])).toEqual([
			[email, 'Ihr Passwort ist geändert']
		]);
	});

	it('is as good as any, and whoever sits at her desk does not guess the former one', async () => {
		const { change } = await signedIn();
		await expect(change(first, 'passwort1234')).rejects.toMatchObject(because('passwordEasy'));
		for (let i = 0; i < 12; i++) await change('geraten und geraten', second).catch(() => undefined);
		await expect(change(first, second)).rejects.toMatchObject(because('tooManyTries'));
	});

	it('stands in the journal with who it was', async () => {
		const { testApp, change, kim } = await signedIn();
		await change(first, second);
		const rows = await testApp.app.reader.selectFrom('journal').select(['verb', 'actorId', 'subjectId']).execute();
		const id = (await kim()).id;
		const own = rows.filter(({ subjectId }) => subjectId === id);
		expect(own.map(({ verb }) => verb).sort()).toEqual(['password.changed', 'password.set', 'staff.invited']);
		expect(own.filter(({ verb }) => verb.startsWith('password')).map(({ actorId }) => actorId)).toEqual([id, id]);
	});
});

describe('a second factor that was lost', () => {
	it('is reset by another admin; she is out everywhere and sets it up anew', async () => {
		const { testApp, anyone, link, enter, visits, admin, kim } = await scene({ mail: true });
		await accountLinks.choose(anyone(), tokenOf(link), first);
		await mails(anyone());
		await factors.setUpDemoFactor(anyone(), (await kim()).id);
		const session = await enter(first);
		expect(session.stage).toBe('code');
		await factors.reset(admin, (await kim()).id);
		expect(await visits(session)).toBe(false);
		const told = await mails(anyone());
		expect(told.map(({ to, subject }) => [to, subject])).toEqual([[email, 'Ihre zweite Anmelde-Stufe ist gelöscht']]);
		expect(await enter(first)).toMatchObject({ stage: 'enrol' });
		const own = factors.reset(admin, admin.person?.id ?? '');
		await expect(own).rejects.toMatchObject(because('ownAccount'));
		const editor = testApp.as(await testApp.person('none', { roles: ['editor'] }));
		await expect(factors.reset(editor, (await kim()).id)).rejects.toMatchObject(because('roleMissing'));
	});
});
