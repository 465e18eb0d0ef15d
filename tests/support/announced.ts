import { describe } from '#lib/people/places/placeDetails.server.ts';
import * as places from '#lib/people/places/places.server.ts';
import * as meetings from '#lib/recording/meetings/meetings.server.ts';
import { newId } from '#lib/server/ids.ts';
import { DAY } from '#lib/time.ts';
import type { TestApp } from './machine/testApp.ts';

const MEETING = {
	...{ title: 'Frühstück, mit Musik', begins: '09:30', ends: '11:00', place: 'Tagestreff; Hof' },
	...{ audience: '', access: 'ohne Stufen', childcare: '', languages: 'Deutsch, Arabisch', travel: 'ja' }
};

/** Three meetings that are announced, of which one is called off, and three places, of which one says where it is. */
export async function announce(testApp: TestApp): Promise<{ meetings: string[]; places: string[] }> {
	const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
	const [first, second, third] = [newId(), newId(), newId()];
	const date = (days: number) => new Date(Date.parse(testApp.now) + days * DAY).toISOString().slice(0, 10);
	await meetings.plan(admin, testApp.consultationId, { ...MEETING, id: third, date: date(9), audience: 'Familien' });
	await meetings.plan(admin, testApp.consultationId, { ...MEETING, id: second, date: date(2), begins: '10:00' });
	await meetings.plan(admin, testApp.consultationId, { ...MEETING, id: first, date: date(2) });
	await meetings.cancel(admin, second);
	const ids: string[] = [];
	for (const [code, name] of Object.entries({ SON: 'Tagestreff', MAR: 'Am Markt', ALT: 'Altes Haus' })) {
		const id = newId();
		await places.create(admin, { id, name, code });
		if (code !== 'MAR') {
			await describe(admin, id, { address: 'Sonnenplatz 1', hours: 'Montag, 8 bis 15 Uhr', note: '' });
		}
		ids.push(id);
	}
	await places.close(admin, ids[2] ?? '', true);
	return { meetings: [first, second, third], places: ids };
}
