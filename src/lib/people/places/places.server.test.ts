import { describe, expect, it } from 'vitest';
import { newId } from '#lib/server/ids.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import * as batches from '../cards/batches.server.ts';
import * as cards from '../cards/cards.server.ts';
import * as replacing from '../cards/replaceCard.server.ts';
import { readCardNumber } from './place.ts';
import * as places from './places.server.ts';

async function scene(testApp: TestApp) {
	const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
	const [one, two, stranger] = [
		testApp.as(await testApp.person('none', { roles: ['helper'] })),
		testApp.as(await testApp.person('none', { roles: ['helper'] })),
		testApp.as(await testApp.person('none', { roles: ['helper'] }))
	];
	const place = newId();
	await places.create(admin, { id: place, name: 'Tagestreff Sonnenplatz', code: 'SON' });
	for (const helper of [one, two]) await places.join(admin, place, helper.person?.id ?? '');
	return { admin, one, two, stranger, place };
}

const batch = (place: string | undefined, size = 3) => ({
	...{ id: newId(), label: 'Karten', group: 'affected' as const, organisation: '', size, days: 30 },
	...(place === undefined ? {} : { place })
});

describe('a place', () => {
	it('numbers its cards through, whatever batch they are in, and no number is there twice', async () => {
		const testApp = await makeTestApp();
		const { admin, one, stranger, place } = await scene(testApp);
		const first = await batches.issue(one, batch(place));
		// Whoever works in one place only gives out cards there.
		const second = await batches.issue(one, batch(undefined, 2));
		const elsewhere = await batches.issue(stranger, batch(undefined, 2));
		expect([...first.numbers, ...second.numbers]).toEqual(['SON-1', 'SON-2', 'SON-3', 'SON-4', 'SON-5']);
		expect(elsewhere.numbers).toEqual(['ZEN-1', 'ZEN-2']);
		const many = await Promise.all([1, 2, 3, 4].map(() => batches.issue(admin, batch(place, 5))));
		expect(new Set(many.flatMap(({ numbers }) => numbers)).size).toBe(20);
	});

	it('has a team: a colleague replaces a card, whoever is not in it may not, nor give out any there', async () => {
		const testApp = await makeTestApp();
		const { admin, one, two, stranger, place } = await scene(testApp);
		const form = batch(place);
		await batches.issue(one, form);
		expect((await replacing.replace(two, form.id, { id: newId(), number: 2 })).number).toBe('SON-2');
		const lost = { id: newId(), number: 1 };
		await expect(replacing.replace(stranger, form.id, lost)).rejects.toMatchObject({ reason: 'batchNotYours' });
		await expect(batches.issue(stranger, batch(place))).rejects.toMatchObject({ reason: 'placeNotYours' });
		await places.leave(admin, place, one.person?.id ?? '');
		await expect(replacing.replace(one, form.id, lost)).rejects.toMatchObject({ reason: 'batchNotYours' });
	});

	it('is given cards that are out already: its team tends them, and what is printed on them stays', async () => {
		const testApp = await makeTestApp();
		const { admin, one, stranger, place } = await scene(testApp);
		const form = batch(undefined);
		const { codes, numbers } = await batches.issue(stranger, form);
		expect(numbers[1]).toBe('ZEN-2');
		await expect(cards.moveTo(stranger, form.id, place)).rejects.toMatchObject({ reason: 'roleMissing' });
		await cards.moveTo(admin, form.id, place);
		expect((await replacing.replace(one, form.id, { id: newId(), number: 2 })).number).toBe('ZEN-2');
		const lost = { id: newId(), number: 1 };
		await expect(replacing.replace(stranger, form.id, lost)).rejects.toMatchObject({ reason: 'batchNotYours' });
		// Its next cards count on as if those had never come.
		expect((await batches.issue(one, batch(place, 1))).numbers).toEqual(['SON-1']);
		expect(await cards.find(one, { code: 'ZEN', number: 3 })).toBe(form.id);
		expect(codes).toHaveLength(3);
		await places.close(admin, place, true);
		await expect(cards.moveTo(admin, form.id, newId())).rejects.toThrow('place not found');
	});

	it('is found by its name or its letters, for programs', async () => {
		const testApp = await makeTestApp();
		const { admin, place } = await scene(testApp);
		for (const name of ['Tagestreff Sonnenplatz', 'tagestreff  sonnenplatz', 'son'])
			expect((await places.called(admin, name)).id).toBe(place);
		await expect(places.called(admin, 'Anderswo')).rejects.toMatchObject({
			reason: 'placeUnknown',
			facts: { names: 'Tagestreff Sonnenplatz' }
		});
	});

	it('is made and changed by the administration only, and its letters belong to it alone', async () => {
		const testApp = await makeTestApp();
		const { admin, one, place } = await scene(testApp);
		const form = { id: newId(), name: 'Andere Sonne', code: 'SON' };
		await expect(places.create(admin, form)).rejects.toMatchObject({ reason: 'placeKnown' });
		await expect(places.create(one, { ...form, code: 'AND' })).rejects.toMatchObject({ reason: 'roleMissing' });
		await expect(places.rename(one, place, { name: 'Anders' })).rejects.toMatchObject({ reason: 'roleMissing' });
		await places.close(admin, place, true);
		await expect(batches.issue(admin, batch(place))).rejects.toThrow('place not found');
		expect(await places.mine(one)).toEqual([]);
	});

	it('is found by what stands on a card', async () => {
		const testApp = await makeTestApp();
		const { one, place } = await scene(testApp);
		const form = batch(place);
		await batches.issue(one, form);
		expect(await cards.find(one, { code: 'SON', number: 3 })).toBe(form.id);
		await expect(cards.find(one, { code: 'SON', number: 4 })).rejects.toMatchObject({ reason: 'cardNumberUnknown' });
	});
});

describe('the number of a card', () => {
	it.each([
		['SON-17', { code: 'SON', number: 17 }],
		[' son 17 ', { code: 'SON', number: 17 }],
		['17', { code: null, number: 17 }],
		['SON', null],
		['0', null],
		['1-2', null]
	])('%s', (text, read) => {
		expect(readCardNumber(text)).toEqual(read);
	});
});
