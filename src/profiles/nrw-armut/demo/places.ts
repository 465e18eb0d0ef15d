import { tidyCode } from '#lib/people/cards/cardCode.ts';
import { describe } from '#lib/people/places/placeDetails.server.ts';
import * as places from '#lib/people/places/places.server.ts';
import * as meetings from '#lib/recording/meetings/meetings.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import * as thanks from '#lib/thanks/thanks.server.ts';
import { instant } from '../../../commands/demo/cast.ts';
import type { DemoTown } from './town.ts';

const PLACES = [
	{
		...{ name: 'Tagestreff Sonnenplatz (Demo)', code: 'SON', address: 'Sonnenplatz 1, 44135 Dortmund' },
		hours: 'Montag bis Freitag, 8 bis 15 Uhr. Samstag, 9 bis 12 Uhr.',
		note: 'Ohne Stufen. Fragen Sie nach der Karte für die Strategie.'
	},
	{
		...{ name: 'Beratung am Markt (Demo)', code: 'MAR', address: 'Am Markt 7, 50667 Köln' },
		hours: 'Dienstag und Donnerstag, 10 bis 17 Uhr.',
		note: 'Hier spricht jemand Arabisch und Ukrainisch.'
	}
] as const;

const COMING = [
	{
		...{ title: 'Frühstück im Tagestreff (Demo)', inDays: 6, begins: '09:30', ends: '11:30' },
		...{ place: 'Tagestreff Sonnenplatz, Sonnenplatz 1, Dortmund', audience: 'Menschen mit wenig Geld' },
		...{
			access: 'ohne Stufen',
			childcare: 'ja, ab 3 Jahren',
			languages: 'Deutsch, Arabisch',
			travel: 'ja, bar beim Treffen'
		}
	},
	{
		...{ title: 'Abend für Einrichtungen (Demo)', inDays: 15, begins: '17:00', ends: '19:00' },
		...{ place: 'Rathaus, Saal 2, Köln', audience: 'Menschen aus Einrichtungen und Verbänden' },
		...{ access: 'mit Aufzug, Hör-Schleife', childcare: '', languages: 'Deutsch, Gebärdensprache', travel: '' }
	}
] as const;

/** Where cards are given out, with a team and opening hours. Returns the first one. */
async function openPlaces(town: DemoTown, day: number): Promise<string> {
	const admin = town.as(town.staff.verwaltung, day);
	const ids: string[] = [];
	for (const { name, code, ...details } of PLACES) {
		const id = newId();
		await places.create(admin, { id, name, code });
		await places.join(admin, id, town.staff.helferin.id);
		await describe(admin, id, details);
		ids.push(id);
	}
	return ids[0] ?? '';
}

async function planMeetings(town: DemoTown, consultationId: string, recordId: string): Promise<string> {
	const admin = town.as(town.staff.verwaltung, -12);
	const date = (day: number) => instant(day).slice(0, 10);
	const past = newId();
	const { inDays: _, ...breakfast } = COMING[0];
	await meetings.plan(admin, consultationId, { ...breakfast, id: past, date: date(-5) });
	await transaction(town.as(town.staff.verwaltung, -3), (ctx) => meetings.linkRecord(ctx, past, recordId));
	for (const { inDays, ...meeting } of COMING)
		await meetings.plan(town.as(town.staff.verwaltung, -1), consultationId, {
			...meeting,
			id: newId(),
			date: date(inDays)
		});
	return past;
}

/** Places with a team, meetings before and after today, and thank-yous that one place has paid out. */
export async function meetPeople(town: DemoTown, consultationId: string, recordId: string): Promise<void> {
	const place = await openPlaces(town, -14);
	const meeting = await planMeetings(town, consultationId, recordId);
	await thanks.grant(town.as(town.staff.verwaltung, -6), { id: newId(), budgetOf: place, granted: 500_00 });
	const paid = [
		['travel', 7_80],
		['travel', 3_20],
		['voucher', 10_00]
	] as const;
	const told = await thanks.meetingWords(town.as(town.staff.helferin, -4));
	const word = told.find(({ day }) => day === instant(-5).slice(0, 10))?.word ?? '';
	for (const [at, [purpose, amount]] of paid.entries()) {
		const guest = town.crowd.affected[at];
		if (!guest) continue;
		const { code } = await thanks.receipt(town.as(guest, -4), { occasion: `meeting ${meeting}`, word });
		await thanks.book(town.as(town.staff.helferin, -3), { id: newId(), place, code: tidyCode(code), purpose, amount });
	}
}
