import { describe, expect, it } from 'vitest';
import { makeTown, type Town } from '../../../../tests/support/town.ts';
import { together } from '../db/together.ts';
import { closeAll, close, cookieName, open, resume, sweep } from './sessions.server.ts';

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
