import { describe, expect, it } from 'vitest';
import { makeTown, type Town } from '../../../../tests/support/town.ts';
import { together } from '../db/together.ts';
import { all, dropBegunBefore, end } from './listing.server.ts';
import { closeAll, close, cookieName, IDLE, open, resume, sweep, visit } from './sessions.server.ts';

const rows = (town: Town) => town.house.reader.selectFrom('sessions').selectAll().execute();

async function expire(town: Town): Promise<void> {
	await together(town.as(null), async ({ db }) => {
		await db.updateTable('sessions').set({ expiresAt: '2020-01-01T00:00:00.000Z' }).execute();
	});
}

describe('a session', () => {
	it('belongs to whoever has the cookie, and its id is nowhere in the database', async () => {
		const town = await makeTown();
		const person = await town.person();
		const { value } = await open(town.house, person.id);
		expect(await resume(town.house, value)).toBe(person.id);
		const stored = await rows(town);
		expect(stored).toHaveLength(1);
		expect(JSON.stringify(stored)).not.toContain(value);
		expect(await resume(town.house, stored[0]?.id ?? '')).toBeNull();
	});

	it('that is unknown or over is nobody’s', async () => {
		const town = await makeTown();
		const { value } = await open(town.house, (await town.person()).id);
		expect(await resume(town.house, 'made up')).toBeNull();
		await expire(town);
		expect(await resume(town.house, value)).toBeNull();
		expect(await rows(town)).toEqual([]);
	});

	it('ends when somebody leaves, others go on', async () => {
		const town = await makeTown();
		const person = await town.person();
		const [first, second] = [await open(town.house, person.id), await open(town.house, person.id)];
		expect(await close(town.house, first.value)).toMatchObject({ value: '', attributes: { maxAge: 0 } });
		expect(await resume(town.house, first.value)).toBeNull();
		expect(await resume(town.house, second.value)).toBe(person.id);
		await closeAll(town.house, person.id);
		expect(await resume(town.house, second.value)).toBeNull();
	});

	it('is swept away when it is over', async () => {
		const town = await makeTown();
		const person = await town.person();
		await open(town.house, person.id);
		await expire(town);
		const { value } = await open(town.house, person.id);
		await sweep(town.house);
		expect(await rows(town)).toHaveLength(1);
		expect(await resume(town.house, value)).toBe(person.id);
	});
});

const change = (town: Town, row: { expiresAt?: string; startedAt?: string }) =>
	together(town.as(null), ({ db }) => db.updateTable('sessions').set(row).execute());
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const minutesLeft = (until: string | undefined) => Math.round((Date.parse(until ?? '') - Date.now()) / 60_000);

describe('whoever does nothing', () => {
	it('is signed out after a quarter of an hour, and every visit begins it anew', async () => {
		const town = await makeTown();
		const { value } = await open(town.house, (await town.person()).id);
		expect(minutesLeft((await rows(town))[0]?.expiresAt)).toBe(IDLE / 60_000);
		await change(town, { expiresAt: inMinutes(3) });
		expect(minutesLeft((await visit(town.house, value))?.until)).toBe(15);
		expect(minutesLeft((await rows(town))[0]?.expiresAt)).toBe(15);
		await change(town, { expiresAt: inMinutes(13) });
		await visit(town.house, value);
		expect(minutesLeft((await rows(town))[0]?.expiresAt)).toBe(15);
		await change(town, { expiresAt: inMinutes(-1) });
		expect(await visit(town.house, value)).toBeNull();
	});

	it('makes no note of every page', async () => {
		const town = await makeTown();
		const { value } = await open(town.house, (await town.person()).id);
		const before = await rows(town);
		for (let i = 0; i < 3; i++) await visit(town.house, value);
		expect(await rows(town)).toEqual(before);
	});

	it('and whoever does much is signed out after a day', async () => {
		const town = await makeTown();
		const { value } = await open(town.house, (await town.person()).id);
		await change(town, { startedAt: inMinutes(-24 * 60 + 5) });
		await change(town, { expiresAt: inMinutes(1) });
		expect(minutesLeft((await visit(town.house, value))?.until)).toBe(5);
		await change(town, { startedAt: inMinutes(-24 * 60 - 1) });
		expect(await visit(town.house, value)).toBeNull();
		expect(await rows(town)).toEqual([]);
	});
});

describe('somebody’s sessions', () => {
	it('are listed for her and end one by one; nobody ends another’s', async () => {
		const town = await makeTown();
		const [person, other] = [await town.person(), await town.person()];
		const [here, there] = [await open(town.house, person.id), await open(town.house, person.id)];
		const ctx = { ...town.as(person), now: inMinutes(0) };
		const listed = await all(ctx, person.id, here.value);
		expect(listed.map(({ current }) => current).sort()).toEqual([false, true]);
		expect(JSON.stringify(listed)).not.toContain(there.value);
		const away = listed.find(({ current }) => !current)?.handle ?? '';
		await end({ ...ctx, person: other }, away);
		expect(await resume(town.house, there.value)).toBe(person.id);
		await end(ctx, away);
		expect(await resume(town.house, there.value)).toBeNull();
		expect(await resume(town.house, here.value)).toBe(person.id);
	});

	it('that are pending open nothing', async () => {
		const town = await makeTown();
		const person = await town.person('none', { roles: ['editor'] });
		const { value } = await open(town.house, person.id, { pending: true });
		expect(await resume(town.house, value)).toBeNull();
		expect(await visit(town.house, value)).toMatchObject({ personId: person.id, pending: true });
	});

	it('go when their time is over', async () => {
		const town = await makeTown();
		await open(town.house, (await town.person()).id);
		const ctx = { ...town.as(null), now: inMinutes(0) };
		expect(await together(ctx, (ctx) => dropBegunBefore(ctx, inMinutes(-60)))).toBe(0);
		expect(await together(ctx, (ctx) => dropBegunBefore(ctx, inMinutes(60)))).toBe(1);
	});
});

describe('the cookie', () => {
	it('goes with the browser, is out of reach for scripts, and is bound to the host on https', async () => {
		const town = await makeTown();
		const { id } = await town.person();
		const safe = { ...town.house, config: { ...town.house.config, origin: 'https://teilhabe.example' } };
		const attributes = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' };
		expect(await open(safe, id)).toMatchObject({ name: '__Host-sitzung', attributes });
		expect((await open(safe, id)).attributes.maxAge).toBeUndefined();
		expect(await open(town.house, id)).toMatchObject({ name: 'sitzung', attributes: { ...attributes, secure: false } });
		expect([cookieName(safe), cookieName(town.house)]).toEqual(['__Host-sitzung', 'sitzung']);
	});
});

it('a session from before the clock was set back lasts no longer for that', async () => {
	const town = await makeTown();
	const { value } = await open(town.house, (await town.person()).id);
	await change(town, { expiresAt: new Date(Date.now() + 100 * IDLE).toISOString() });
	await visit(town.house, value);
	expect(Date.parse((await rows(town))[0]?.expiresAt ?? '')).toBeLessThanOrEqual(Date.now() + IDLE);
});
