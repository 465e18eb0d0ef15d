import * as tickets from '#lib/tickets/tickets.server.ts';
import { newId } from '#lib/server/ids.ts';
import { instant } from '../../../commands/demo/cast.ts';
import { type DemoTown } from './town.ts';

const SAID = [
	{
		day: -20,
		kind: 'barrier',
		page: '/strategie',
		body: 'Mein Vorleseprogramm liest bei den Balken nur Zahlen vor. Ich weiß nicht, zu welcher Gruppe sie gehören.'
	},
	{ day: -3, kind: 'barrier', page: '/beitraege', body: 'Auf meinem alten Handy ist die Schrift sehr klein.' },
	{ day: -30, kind: 'content', page: '/beitraege/4', body: 'In diesem Beitrag steht der Name meiner Straße.' }
] as const;

/** Three reports: one is late, one is fresh, one is answered. */
export async function reportThings(town: DemoTown): Promise<void> {
	for (const { day, kind, page, body } of SAID) {
		const opened = tickets.opening(town.as(null, day));
		const form = { id: newId(), opened, website: '', page, body, way: 'code', contact: '' } as const;
		const { number } = await tickets.file({ ...town.as(null, day), now: instant(day + 0.01) }, kind, form);
		if (kind === 'barrier') continue;
		const answer = 'Vielen Dank für Ihre Meldung. Wir haben den Namen der Straße geschwärzt.';
		await tickets.reply(town.as(town.staff.moderation, day + 2), number, { deed: 'answer', answer });
	}
}
