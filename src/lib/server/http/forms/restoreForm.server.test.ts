import { expect, it } from 'vitest';
import { makeTestApp } from '../../../../../tests/support/machine/testApp.ts';
import { countTry, hasTry } from '../../auth/signInRateLimits.server.ts';
import { parkedFormFacts } from './restoreForm.server.ts';

it('one customer with hundreds of places fills no disk with texts that were not taken', async () => {
	const testApp = await makeTestApp();
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
		return parkedFormFacts(event, testApp.as(null), null).park({
			title: 'Miete',
			body: 'Viel zu hoch, Monat für Monat.'
		});
	};
	const kept = async () => (await testApp.app.reader.selectFrom('unsentForms').select('id').execute()).length;
	// All that a network has, as fast as it goes: it gets one back every few seconds.
	while (await hasTry(testApp.app, 'park', { place: '2001:db8:1:0', network: '2001:db8:1' }));
	for (const place of ['1', 'ff', 'a0']) await park(`2001:db8:1:${place}::1`);
	expect(await kept()).toBe(0);
	await park('2001:db8:2:1::1');
	expect(await kept()).toBe(1);
});

it.each(['report', 'link'] as const)(
	'nor is a desk filled from there (%s); sign-in by card is counted by place',
	async (kind) => {
		const { app } = await makeTestApp();
		const home = (place: number) => ({ place: `2001:db8:1:${place}`, network: '2001:db8:1' });
		for (let place = 0; await hasTry(app, kind, home(place)); place++);
		await expect(countTry(app, kind, home(500))).rejects.toMatchObject({ reason: 'tooManyTries' });
		await countTry(app, kind, { place: '2001:db8:2:1', network: '2001:db8:2' });
		for (let place = 0; place < 100; place++) await countTry(app, 'card', home(place));
	}
);

it('what was looked at beforehand and not taken is gone once its form was saved, and stays when another one was', async () => {
	const testApp = await makeTestApp();
	const jar = new Map<string, string>();
	const facts = (action: string) => {
		const cookies = {
			get: (name: string) => jar.get(name),
			getAll: () => [],
			set: (name: string, value: string) => void jar.set(name, value),
			delete: () => undefined,
			serialize: () => ''
		};
		const url = new URL(`https://teilhabe.example/werkstatt/verfahren?/${action}`);
		return parkedFormFacts({ cookies, url, getClientAddress: () => '192.0.2.1' }, testApp.as(null), null);
	};
	const typed = (title: string) => ({ title, lead: 'Viel zu hoch, Monat für Monat.', seen: 'x' });
	const kept = async () => (await testApp.app.reader.selectFrom('unsentForms').select('id').execute()).length;
	await facts('preview').park(typed('Alt'));
	await facts('addField').drop({ fieldTitle: 'Wohnen', seen: 'x' });
	expect(await kept()).toBe(1);
	await facts('save').drop(typed('Neu'));
	expect(await kept()).toBe(0);
	// Of the same thing to be made, though other fields came with it.
	await facts('previewComment').park({ ...typed('Alt'), id: '7', hinted: 'yes' });
	await facts('comment').drop({ ...typed('Neu'), id: '8', hinted: 'yes' });
	expect(await kept()).toBe(1);
	await facts('comment').drop({ ...typed('Neu'), id: '7' });
	expect(await kept()).toBe(0);
	await facts('save').park(typed('Alt'));
	await facts('other').drop(typed('Neu'));
	expect(await kept()).toBe(1);
});
