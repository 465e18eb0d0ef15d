import { describe, expect, it } from 'vitest';
import { makeTown } from '../../../../tests/support/town.ts';
import { newId } from '../ids.ts';
import { deriveKeys } from '../secret.ts';
import { deviceCookieName, knownDevice, rememberDevice } from './devices.server.ts';

describe('a device on which somebody of the staff has signed in', () => {
	it('is known for her and for whoever else has, and for nobody else', async () => {
		const { house } = await makeTown();
		const [kim, sam, ada] = [newId(), newId(), newId()];
		const first = rememberDevice(house, null, kim).value;
		const second = rememberDevice(house, first, sam).value;
		expect([kim, sam, ada].map((one) => knownDevice(house, second, one) !== null)).toEqual([true, true, false]);
		expect(knownDevice(house, first, sam)).toBeNull();
		expect(knownDevice(house, rememberDevice(house, null, ada).value, kim)).toBeNull();
	});

	it('has a cookie in which nothing stands about anybody, and which nobody can make without our key', async () => {
		const { house } = await makeTown();
		const kim = newId();
		const { value, attributes } = rememberDevice(house, null, kim);
		expect(value).not.toContain(kim);
		expect(rememberDevice(house, null, kim).value).not.toBe(value);
		expect(attributes).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/', maxAge: 34_560_000 });
		expect(knownDevice({ ...house, keys: deriveKeys('another secret') }, value, kim)).toBeNull();
		const [number = ''] = value.split('.');
		for (const made of ['', number, `${number}.`, `${number}.${'A'.repeat(22)}`, `x${value}`])
			expect(knownDevice(house, made, kim)).toBeNull();
	});

	it('keeps six people, those who came last', async () => {
		const { house } = await makeTown();
		const all = Array.from({ length: 8 }, () => newId());
		const cookie = all.reduce<string | null>((cookie, one) => rememberDevice(house, cookie, one).value, null);
		expect(all.map((one) => knownDevice(house, cookie, one) !== null)).toEqual([
			...[false, false],
			...Array(6).fill(true)
		]);
	});

	it('is bound to the host on https', async () => {
		const { house } = await makeTown();
		const safe = { ...house, config: { ...house.config, origin: 'https://teilhabe.example' } };
		expect([deviceCookieName(safe), deviceCookieName(house)]).toEqual(['__Host-geraet', 'geraet']);
		expect(rememberDevice(safe, null, newId()).attributes.secure).toBe(true);
	});
});
