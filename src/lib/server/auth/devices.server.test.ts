import { describe, expect, it } from 'vitest';
import { makeTestApp } from '../../../../tests/support/machine/testApp.ts';
import { newId } from '../ids.ts';
import { deriveKeys } from '../secret.ts';
import { deviceCookieName, knownDevice, rememberDevice } from './devices.server.ts';

describe('a device on which somebody of the staff has signed in', () => {
	it('is known for her and for whoever else has, and for nobody else', async () => {
		const { app } = await makeTestApp();
		const [kim, sam, ada] = [newId(), newId(), newId()];
		const first = rememberDevice(app, null, kim).value;
		const second = rememberDevice(app, first, sam).value;
		expect([kim, sam, ada].map((one) => knownDevice(app, second, one) !== null)).toEqual([true, true, false]);
		expect(knownDevice(app, first, sam)).toBeNull();
		expect(knownDevice(app, rememberDevice(app, null, ada).value, kim)).toBeNull();
	});

	it('has a cookie in which nothing stands about anybody, and which nobody can make without our key', async () => {
		const { app } = await makeTestApp();
		const kim = newId();
		const { value, attributes } = rememberDevice(app, null, kim);
		expect(value).not.toContain(kim);
		expect(rememberDevice(app, null, kim).value).not.toBe(value);
		expect(attributes).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/', maxAge: 34_560_000 });
		expect(knownDevice({ ...app, keys: deriveKeys('another secret') }, value, kim)).toBeNull();
		const [number = ''] = value.split('.');
		for (const made of ['', number, `${number}.`, `${number}.${'A'.repeat(22)}`, `x${value}`])
			expect(knownDevice(app, made, kim)).toBeNull();
	});

	it('keeps six people, those who came last', async () => {
		const { app } = await makeTestApp();
		const all = Array.from({ length: 8 }, () => newId());
		const cookie = all.reduce<string | null>((cookie, one) => rememberDevice(app, cookie, one).value, null);
		expect(all.map((one) => knownDevice(app, cookie, one) !== null)).toEqual([
			...[false, false],
			...Array(6).fill(true)
		]);
	});

	it('is bound to the host on https', async () => {
		const { app } = await makeTestApp();
		const safe = { ...app, config: { ...app.config, origin: 'https://teilhabe.example' } };
		expect([deviceCookieName(safe), deviceCookieName(app)]).toEqual(['__Host-geraet', 'geraet']);
		expect(rememberDevice(safe, null, newId()).attributes.secure).toBe(true);
	});
});
