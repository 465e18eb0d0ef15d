import { describe, expect, it } from 'vitest';
import { newId } from '#lib/server/ids.ts';
import { makeTestApp } from '../../../../tests/support/machine/testApp.ts';
import { describe as say, detailsOf, publicPlaces } from './placeDetails.server.ts';
import * as places from './places.server.ts';

describe('where cards are to be had', () => {
	it('is said by the team of the place, read by everybody, and gone when the place is closed', async () => {
		const testApp = await makeTestApp();
		const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
		const [member, stranger] = [
			await testApp.person('none', { roles: ['helper'] }),
			await testApp.person('none', { roles: ['helper'] })
		];
		const id = newId();
		await places.create(admin, { id, name: 'Tagestreff Sonnenplatz', code: 'SON' });
		await places.join(admin, id, member.id);
		const form = { address: 'Sonnenplatz 1', hours: 'Montag 9 bis 15 Uhr', note: '' };
		await expect(say(testApp.as(stranger), id, form)).rejects.toMatchObject({ reason: 'placeNotYours' });
		expect(await publicPlaces(testApp.as(null))).toEqual([]);
		const { seen } = await detailsOf(testApp.as(member), id);
		await say(testApp.as(member), id, { ...form, seen });
		await expect(say(testApp.as(member), id, { ...form, hours: 'nie', seen })).rejects.toMatchObject({ name: 'Stale' });
		expect(await publicPlaces(testApp.as(null))).toMatchObject([{ name: 'Tagestreff Sonnenplatz', ...form }]);
		await places.close(admin, id, true);
		expect(await publicPlaces(testApp.as(null))).toEqual([]);
	});
});
