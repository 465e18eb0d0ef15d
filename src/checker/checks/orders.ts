import { rowsOf, type Edition } from '../edition.ts';
import { Findings, type Finding } from '../finding.ts';
import { germanDay, number, text, type JsonObject } from '../values.ts';
import { isMoment } from './description.ts';

/** Whether what is counted one by one has no gaps, and months are the sums of their days. */
export function checkOrders(edition: Edition): Finding[] {
	const found = new Findings('Reihen');
	checkMonths(edition, found);
	checkPlaces(edition, found);
	checkCalls(edition, found);
	return found.done('{count} Nummern, Stellen und Monate sind vollständig.');
}

/** What was done against texts, counted by the month. */
function checkMonths(edition: Edition, found: Findings): void {
	const key = (month: string, row: JsonObject) => `${month}, ${text(row.entscheidung)}, ${String(row.grund)}`;
	const counts = new Map<string, number>();
	for (const row of rowsOf(edition, 'moderation')) {
		const which = key(text(row.tag).slice(0, 7), row);
		counts.set(which, (counts.get(which) ?? 0) + 1);
	}
	const months = new Map(rowsOf(edition, 'moderationsmonate').map((row) => [key(text(row.monat), row), row.anzahl]));
	for (const [which, count] of counts)
		found.expect(
			months.get(which) === count,
			() => `moderationsmonate: ${which}: In moderation sind es ${count}, hier ${String(months.get(which) ?? 'keine')}.`
		);
	const made = germanDay(text(edition.description?.created)).slice(0, 7);
	for (const row of rowsOf(edition, 'moderationsmonate')) {
		const which = key(text(row.monat), row);
		found.expect(
			/^\d{4}-(0[1-9]|1[0-2])$/.test(text(row.monat)) && text(row.monat) <= made,
			() => `moderationsmonate: ${which}: Das ist kein Monat.`
		);
		if (row.entscheidung === 'publish')
			found.expect(row.grund === null, () => `moderationsmonate: ${which}: Wer veröffentlicht, nennt keinen Grund.`);
		else found.expect(counts.has(which), () => `moderation: ${which}: Die Zeilen dazu fehlen.`);
	}
}

/** Places without gaps: by the columns that they count in. */
const PLACES: readonly [string, string, readonly string[], number][] = [
	['punkte', 'position', ['fassung'], 1],
	['aufrufteile', 'stelle', ['aufruf', 'art'], 1],
	['handlungsfelder', 'stelle', ['verfahren'], 0],
	['verfahren', 'stelle', [], 0],
	['fassungen', 'nummer', [], 1],
	['nachtraege', 'nummer', [], 1],
	['berichte', 'nummer', [], 1]
];

function checkPlaces(edition: Edition, found: Findings): void {
	for (const [table, column, within, first] of PLACES) {
		const places = new Map<string, number[]>();
		for (const row of rowsOf(edition, table)) {
			const key = within.map((one) => String(row[one])).join(', ');
			places.set(key, [...(places.get(key) ?? []), number(row[column]) ?? -1]);
		}
		for (const [key, numbers] of places)
			found.expect(
				numbers.sort((a, b) => a - b).every((one, at) => one === at + first),
				() => `${table}: ${key} Unter »${column}« fehlt etwas, oder es steht doppelt da.`
			);
	}
}

function checkCalls(edition: Edition, found: Findings): void {
	const calls = new Map(rowsOf(edition, 'aufrufe').map((row) => [row.nummer, row.fassung]));
	for (const row of rowsOf(edition, 'aufrufpunkte'))
		found.expect(
			rowsOf(edition, 'punkte').some((one) => one.punkt === row.punkt && one.fassung === calls.get(row.aufruf)) &&
				rowsOf(edition, 'aufrufteile').some(
					(one) => one.aufruf === row.aufruf && one.art === row.art && one.stelle === row.stelle
				),
			() => `aufrufpunkte: Aufruf ${String(row.aufruf)}, ${text(row.art)} ${String(row.stelle)}, gibt es nicht.`
		);
	for (const row of rowsOf(edition, 'phasen'))
		found.expect(
			isMoment(row.beginnt) && isMoment(row.endet) && text(row.beginnt) < text(row.endet),
			() => `phasen: »${text(row.art_label)}« beginnt und endet nicht so, wie es sein kann.`
		);
}
