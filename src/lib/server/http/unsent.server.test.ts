import { expect, it } from 'vitest';
import { makeTown } from '../../../../tests/support/town.ts';
import { countTry, hasTry } from '../auth/guessing.server.ts';
import { putting } from './unsent.server.ts';

it('one customer with hundreds of places fills no disk with texts that were not taken', async () => {
	const town = await makeTown();
	const park = (address: string) => {
		const cookies = {
			get: () => undefined,
			getAll: () => [],
			set: () => undefined,
			delete: () => undefined,
			serialize: () => ''
		};
		const event = {
			cookies,
			url: new URL('https://teilhabe.example/inhalt-melden'),
			getClientAddress: () => address
		};
		return putting(event, town.as(null), null).park({ title: 'Miete', body: 'Viel zu hoch, Monat für Monat.' });
	};
	const kept = async () => (await town.house.reader.selectFrom('unsentForms').select('id').execute()).length;
	// All that a network has, as fast as it goes: it gets one back every few seconds.
	while (await hasTry(town.house, 'park', { place: '2001:db8:1:0', network: '2001:db8:1' }));
	for (const place of ['1', 'ff', 'a0']) await park(`2001:db8:1:${place}::1`);
	expect(await kept()).toBe(0);
	await park('2001:db8:2:1::1');
	expect(await kept()).toBe(1);
});

it.each(['report', 'link'] as const)(
	'nor is a desk filled from there (%s); sign-in by card is counted by place',
	async (kind) => {
		const { house } = await makeTown();
		const home = (place: number) => ({ place: `2001:db8:1:${place}`, network: '2001:db8:1' });
		for (let place = 0; await hasTry(house, kind, home(place)); place++);
		await expect(countTry(house, kind, home(500))).rejects.toMatchObject({ reason: 'tooManyTries' });
		await countTry(house, kind, { place: '2001:db8:2:1', network: '2001:db8:2' });
		for (let place = 0; place < 100; place++) await countTry(house, 'card', home(place));
	}
);
