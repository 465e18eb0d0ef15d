import { describe, expect, it } from 'vitest';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import { transaction } from '../db/transaction.ts';
import { all, dropBegunBefore, end } from './sessionList.server.ts';
import { closeAll, close, cookieName, IDLE, open, resume, sweep, visit } from './sessions.server.ts';

const rows = (testApp: TestApp) => testApp.app.reader.selectFrom('sessions').selectAll().execute();

async function expire(testApp: TestApp): Promise<void> {
	await transaction(testApp.as(null), async ({ db }) => {
		await db.updateTable('sessions').set({ expiresAt: '2020-01-01T00:00:00.000Z' }).execute();
	});
}

describe('a session', () => {
	it('belongs to whoever has the cookie, and its id is nowhere in the database', async () => {
		const testApp = await makeTestApp();
		const person = await testApp.person();
		const { value } = await open(testApp.app, person.id);
		expect(await resume(testApp.app, value)).toBe(person.id);
		const stored = await rows(testApp);
		expect(stored).toHaveLength(1);
		expect(JSON.stringify(stored)).not.toContain(value);
		expect(await resume(testApp.app, stored[0]?.id ?? '')).toBeNull();
	});

	it('that is unknown or over is nobody’s', async () => {
		const testApp = await makeTestApp();
		const { value } = await open(testApp.app, (await testApp.person()).id);
		expect(await resume(testApp.app, 'made up')).toBeNull();
		await expire(testApp);
		expect(await resume(testApp.app, value)).toBeNull();
		expect(await rows(testApp)).toEqual([]);
	});

	it('ends when somebody leaves, others go on', async () => {
		const testApp = await makeTestApp();
		const person = await testApp.person();
		const [first, second] = [await open(testApp.app, person.id), await open(testApp.app, person.id)];
		expect(await close(testApp.app, first.value)).toMatchObject({ value: '', attributes: { maxAge: 0 } });
		expect(await resume(testApp.app, first.value)).toBeNull();
		expect(await resume(testApp.app, second.value)).toBe(person.id);
		await closeAll(testApp.app, person.id);
		expect(await resume(testApp.app, second.value)).toBeNull();
	});

	it('is swept away when it is over', async () => {
		const testApp = await makeTestApp();
		const person = await testApp.person();
		await open(testApp.app, person.id);
		await expire(testApp);
		const { value } = await open(testApp.app, person.id);
		await sweep(testApp.app);
		expect(await rows(testApp)).toHaveLength(1);
		expect(await resume(testApp.app, value)).toBe(person.id);
	});
});

const change = (testApp: TestApp, row: { expiresAt?: string; startedAt?: string }) =>
	transaction(testApp.as(null), ({ db }) => db.updateTable('sessions').set(row).execute());
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const minutesLeft = (until: string | undefined) => Math.round((Date.parse(until ?? '') - Date.now()) / 60_000);

describe('whoever does nothing', () => {
	it('is signed out after a quarter of an hour, and every visit begins it anew', async () => {
		const testApp = await makeTestApp();
		const { value } = await open(testApp.app, (await testApp.person()).id);
		expect(minutesLeft((await rows(testApp))[0]?.expiresAt)).toBe(IDLE / 60_000);
		await change(testApp, { expiresAt: inMinutes(3) });
		expect(minutesLeft((await visit(testApp.app, value))?.until)).toBe(15);
		expect(minutesLeft((await rows(testApp))[0]?.expiresAt)).toBe(15);
		await change(testApp, { expiresAt: inMinutes(13) });
		await visit(testApp.app, value);
		expect(minutesLeft((await rows(testApp))[0]?.expiresAt)).toBe(15);
		await change(testApp, { expiresAt: inMinutes(-1) });
		expect(await visit(testApp.app, value)).toBeNull();
	});

	it('makes no note of every page', async () => {
		const testApp = await makeTestApp();
		const { value } = await open(testApp.app, (await testApp.person()).id);
		const before = await rows(testApp);
		for (let i = 0; i < 3; i++) await visit(testApp.app, value);
		expect(await rows(testApp)).toEqual(before);
	});

	it('and whoever does much is signed out after a day', async () => {
		const testApp = await makeTestApp();
		const { value } = await open(testApp.app, (await testApp.person()).id);
		await change(testApp, { startedAt: inMinutes(-24 * 60 + 5) });
		await change(testApp, { expiresAt: inMinutes(1) });
		expect(minutesLeft((await visit(testApp.app, value))?.until)).toBe(5);
		await change(testApp, { startedAt: inMinutes(-24 * 60 - 1) });
		expect(await visit(testApp.app, value)).toBeNull();
		expect(await rows(testApp)).toEqual([]);
	});
});

describe('somebody’s sessions', () => {
	it('are listed for her and end one by one; nobody ends another’s', async () => {
		const testApp = await makeTestApp();
		const [person, other] = [await testApp.person(), await testApp.person()];
		const [here, there] = [await open(testApp.app, person.id), await open(testApp.app, person.id)];
		const ctx = { ...testApp.as(person), now: inMinutes(0) };
		const listed = await all(ctx, person.id, here.value);
		expect(listed.map(({ current }) => current).sort()).toEqual([false, true]);
		expect(JSON.stringify(listed)).not.toContain(there.value);
		const away = listed.find(({ current }) => !current)?.handle ?? '';
		await end({ ...ctx, person: other }, away);
		expect(await resume(testApp.app, there.value)).toBe(person.id);
		await end(ctx, away);
		expect(await resume(testApp.app, there.value)).toBeNull();
		expect(await resume(testApp.app, here.value)).toBe(person.id);
	});

	it('that are pending open nothing', async () => {
		const testApp = await makeTestApp();
		const person = await testApp.person('none', { roles: ['editor'] });
		const { value } = await open(testApp.app, person.id, { pending: true });
		expect(await resume(testApp.app, value)).toBeNull();
		expect(await visit(testApp.app, value)).toMatchObject({ personId: person.id, pending: true });
	});

	it('go when their time is over', async () => {
		const testApp = await makeTestApp();
		await open(testApp.app, (await testApp.person()).id);
		const ctx = { ...testApp.as(null), now: inMinutes(0) };
		expect(await transaction(ctx, (ctx) => dropBegunBefore(ctx, inMinutes(-60)))).toBe(0);
		expect(await transaction(ctx, (ctx) => dropBegunBefore(ctx, inMinutes(60)))).toBe(1);
	});
});

describe('the cookie', () => {
	it('goes with the browser, is out of reach for scripts, and is bound to the host on https', async () => {
		const testApp = await makeTestApp();
		const { id } = await testApp.person();
		const safe = { ...testApp.app, config: { ...testApp.app.config, origin: 'https://teilhabe.example' } };
		const attributes = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' };
		expect(await open(safe, id)).toMatchObject({ name: '__Host-sitzung', attributes });
		expect((await open(safe, id)).attributes.maxAge).toBeUndefined();
		expect(await open(testApp.app, id)).toMatchObject({
			name: 'sitzung',
			attributes: { ...attributes, secure: false }
		});
		expect([cookieName(safe), cookieName(testApp.app)]).toEqual(['__Host-sitzung', 'sitzung']);
	});
});

it('a session from before the clock was set back lasts no longer for that', async () => {
	const testApp = await makeTestApp();
	const { value } = await open(testApp.app, (await testApp.person()).id);
	await change(testApp, { expiresAt: new Date(Date.now() + 100 * IDLE).toISOString() });
	await visit(testApp.app, value);
	expect(Date.parse((await rows(testApp))[0]?.expiresAt ?? '')).toBeLessThanOrEqual(Date.now() + IDLE);
});
