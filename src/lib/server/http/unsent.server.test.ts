import { expect, it } from 'vitest';
import { makeTown } from '../../../../tests/support/town.ts';
import { putting } from './unsent.server.ts';

it('one customer with hundreds of places fills no disk with texts that were not taken', async () => {
	const town = await makeTown();
	const values = { title: 'Miete', body: 'Viel zu hoch, Monat für Monat.' };
	for (let place = 0; place < 220; place++) {
		const event = {
			cookies: {
				get: () => undefined,
				getAll: () => [],
				set: () => undefined,
				delete: () => undefined,
				serialize: () => ''
			},
			url: new URL('https://teilhabe.example/inhalt-melden'),
			getClientAddress: () => `2001:db8:1:${place.toString(16)}::1`
		};
		await putting(event, town.as(null), null).park(values);
	}
	const kept = await town.house.reader.selectFrom('unsentForms').select('id').execute();
	expect(kept).toHaveLength(200);
});
