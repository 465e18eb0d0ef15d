import { randomUUID } from 'node:crypto';
import { describe } from '#lib/people/places/placeDetails.server.ts';
import * as places from '#lib/people/places/places.server.ts';
import * as meetings from '#lib/recording/meetings/meetings.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { isoDay } from '#lib/texts/dates.ts';
import { DAY } from '#lib/time.ts';

/** A meeting in a week, and where one can get a card until then. */
export async function announce(then: Ctx, consultationId: string): Promise<string> {
	const admin = { ...then, now: new Date().toISOString() };
	const id = randomUUID();
	await meetings.plan(admin, consultationId, {
		...{ id, title: 'Frühstück im Tagestreff', date: isoDay(new Date(Date.now() + 7 * DAY).toISOString()) },
		...{ begins: '09:30', ends: '11:30', place: 'Sonnenplatz 1, im Hof', audience: 'Menschen mit wenig Geld' },
		...{
			access: 'ohne Stufen',
			childcare: 'ja, ab 3 Jahren',
			languages: 'Deutsch, Arabisch',
			travel: 'ja, bar beim Treffen'
		}
	});
	for (const place of await places.mine(admin))
		await describe(admin, place.id, { address: 'Sonnenplatz 1', hours: 'Montag bis Freitag, 9 bis 15 Uhr', note: '' });
	return id;
}
