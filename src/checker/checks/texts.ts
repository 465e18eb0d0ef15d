import { rowsOf, type Edition } from '../edition.ts';
import { Findings, type Finding } from '../finding.ts';
import { codesOf, labelIn } from './codes.ts';
import { number, text, type Json, type JsonObject } from '../values.ts';

/** What people wrote: whether each row is in itself as it can be, and whether there are as many as are counted. */
export function checkTexts(edition: Edition): Finding[] {
	const found = new Findings('Texte');
	for (const table of ['beitraege', 'kommentare', 'aenderungen'])
		for (const [at, row] of rowsOf(edition, table).entries()) {
			const name = `${table}, Zeile ${at + 1}`;
			found.expect(
				row.gruppe === null || (row.organisation === null) === (row.gruppe !== 'organisation'),
				() => `${name}: Gruppe und Organisation passen nicht zusammen.`
			);
			found.expect(
				row.geschrieben === undefined || text(row.geschrieben) <= text(row.veroeffentlicht),
				() => `${name}: Der Text war öffentlich, bevor er geschrieben war.`
			);
		}
	for (const row of rowsOf(edition, 'beitraege')) checkContribution(edition, row, found);
	for (const row of rowsOf(edition, 'aenderungen')) checkAmendment(edition, row, found);
	checkComments(edition, found);
	checkParticipation(edition, found);
	return found.done('{count} Angaben zu Texten sind in sich, wie sie sein können, und so viele, wie gezählt sind.');
}

function checkContribution(edition: Edition, row: JsonObject, found: Findings): void {
	const name = `beitraege: Nummer ${String(row.nummer)}`;
	const german = [row.deutsch_titel, row.deutsch_text, row.deutsch_am].map((one) => one === null);
	found.expect(
		new Set(german).size === 1 && (german.includes(true) || row.sprache !== 'de'),
		() => `${name}: Die deutsche Zusammenfassung steht nur zur Hälfte da, oder der Text ist schon deutsch.`
	);
	const answer = [row.verbleib, row.antwort_mit_fassung].map((one) => one === null);
	found.expect(
		new Set(answer).size === 1 && (!answer.includes(true) || (row.begruendung === null && row.zustaendig === null)),
		() => `${name}: Die Antwort steht nur zur Hälfte da.`
	);
	const field = rowsOf(edition, 'handlungsfelder').find(
		(one) => one.verfahren === row.verfahren && one.kurzname === row.handlungsfeld
	);
	const names = field ? [text(field.titel), ...text(field.fruehere_titel).split('\n')] : [];
	found.expect(
		row.handlungsfeld === null || names.includes(text(row.handlungsfeld_label)),
		() => `${name}: Das Handlungsfeld heißt anders.`
	);
}

function checkAmendment(edition: Edition, row: JsonObject, found: Findings): void {
	const name = `aenderungen: Nummer ${String(row.nummer)}`;
	found.expect(
		new Set([row.ergebnis, row.begruendung, row.ergebnis_fassung].map((one) => one === null)).size === 1,
		() => `${name}: Die Entscheidung steht nur zur Hälfte da.`
	);
	found.expect(
		rowsOf(edition, 'punkte').some((one) => one.punkt === row.punkt && one.fassung === row.fassung),
		() => `${name}: Punkt ${String(row.punkt)} steht nicht in Fassung ${String(row.fassung)}.`
	);
	const version = rowsOf(edition, 'fassungen').find((one) => one.nummer === row.fassung);
	found.expect(
		text(row.geschrieben) >= text(version?.veroeffentlicht),
		() => `${name}: Der Vorschlag ist älter als die Fassung, die er ändern will.`
	);
}

/** A comment is about something, and an answer answers one before it. Of those counted some may be gone. */
function checkComments(edition: Edition, found: Findings): void {
	const rows = rowsOf(edition, 'kommentare');
	const counts = new Map<Json | undefined, number>();
	const amendments = new Set(rowsOf(edition, 'aenderungen').map((row) => row.nummer));
	const points = new Set(rowsOf(edition, 'punkte').map((row) => `${String(row.punkt)} in ${String(row.fassung)}`));
	for (const [at, row] of rows.entries()) {
		const name = `kommentare, Zeile ${at + 1}`;
		found.expect(row.zeile === at + 1, () => `${name} nennt sich ${String(row.zeile)}.`);
		if (row.zu_art === 'proposal') counts.set(row.zu_nummer, (counts.get(row.zu_nummer) ?? 0) + 1);
		const answered = number(row.antwort_auf);
		const to = rows[(answered ?? 0) - 1];
		found.expect(
			answered === null || (row.antwort === true && to?.zu_nummer === row.zu_nummer && to?.zu_art === row.zu_art),
			() => `${name}: Die Antwort gehört zu keinem Kommentar über dasselbe.`
		);
		found.expect((row.zu_fassung === null) === (row.zu_art !== 'point'), () => `${name}: Die Fassung passt nicht.`);
		found.expect(
			row.zu_art !== 'point' || points.has(`${String(row.zu_nummer)} in ${String(row.zu_fassung)}`),
			() => `${name}: Punkt ${String(row.zu_nummer)} steht nicht in Fassung ${String(row.zu_fassung)}.`
		);
		if (row.zu_art === 'amendment' && !amendments.has(row.zu_nummer))
			found.open(
				`${name}: Der Änderungsvorschlag ${String(row.zu_nummer)} ist nicht da. Vielleicht ist er zurückgezogen.`
			);
	}
	const known = new Set(rowsOf(edition, 'beitraege').map((row) => row.nummer));
	for (const which of counts.keys())
		if (!known.has(which))
			found.open(`kommentare: Beitrag ${String(which)} ist nicht da. Vielleicht ist er zurückgezogen.`);
	for (const row of rowsOf(edition, 'beitraege')) {
		const [told, shown] = [number(row.kommentare) ?? 0, counts.get(row.nummer) ?? 0];
		const words = `kommentare: Bei Beitrag ${String(row.nummer)} sind ${told} Kommentare gezählt, da sind ${shown}.`;
		if (shown < told) found.open(`${words} Vielleicht sind welche zurückgezogen.`);
		else found.expect(shown === told, () => words);
	}
}

/** What `beteiligung` counts of texts, by property: which table, and what a row counts as. */
const COUNTED: Readonly<Record<string, { table: string; of: (row: JsonObject) => Json | undefined }>> = {
	contributions: { table: 'beitraege', of: (row) => row.gruppe ?? 'none' },
	languages: { table: 'beitraege', of: (row) => row.sprache },
	kinds: { table: 'beitraege', of: (row) => row.art },
	months: { table: 'beitraege', of: (row) => text(row.veroeffentlicht).slice(0, 7) },
	comments: { table: 'kommentare', of: (row) => row.gruppe ?? 'none' }
};

/** By property, the column whose codes it counts by. */
const CODED: Readonly<Record<string, [string, string]>> = {
	people: ['ergebnisse', 'gruppe'],
	contributions: ['beitraege', 'gruppe'],
	comments: ['kommentare', 'gruppe'],
	languages: ['beitraege', 'sprache'],
	kinds: ['beitraege', 'art']
};
const CHANNELS = ['self', 'conversation', 'paper', 'workshop', 'telephone'];
/** Told apart since: in older editions they are counted as written by oneself. */
const LATER = ['imported', 'handedIn'];
const listed = (kind: string, shown: readonly string[]): readonly string[] | undefined =>
	kind === 'sheets'
		? CHANNELS.slice(1)
		: kind === 'channels'
			? [...CHANNELS, ...(LATER.some((one) => shown.includes(one)) ? LATER : [])]
			: undefined;

function checkParticipation(edition: Edition, found: Findings): void {
	const lines = new Map<string, JsonObject[]>();
	for (const row of rowsOf(edition, 'beteiligung')) {
		const key = `${text(row.verfahren)}, ${text(row.merkmal)}`;
		lines.set(key, [...(lines.get(key) ?? []), row]);
	}
	for (const [key, rows] of lines) {
		const [process, kind = ''] = key.split(', ');
		const name = `beteiligung: ${key}`;
		const coded = CODED[kind];
		const shown = rows.map((row) => text(row.auspraegung));
		const codes = coded ? codesOf(edition, ...coded) : listed(kind, shown);
		if (codes)
			found.expect(
				[...shown].sort().join() === [...codes].sort().join(),
				() => `${name}: Es stehen nicht die Zeilen da, die es gibt: ${codes.join(', ')}.`
			);
		if (coded)
			for (const row of rows)
				found.expect(
					labelIn(edition, coded, text(row.auspraegung)) === row.auspraegung_label,
					() => `${name}: ${text(row.auspraegung)} heißt anders.`
				);
		const counted = COUNTED[kind];
		if (!counted) continue;
		// A comment stands in no process by itself; where there is more than one, whose it is cannot be told.
		const texts = rowsOf(edition, counted.table).filter(
			(row) => row.verfahren === undefined || row.verfahren === process
		);
		for (const row of rows) {
			const there = texts.filter((one) => counted.of(one) === row.auspraegung).length;
			const told = number(row.zahl);
			if (told !== null && told !== there)
				found.open(
					`${name}: Bei ${text(row.auspraegung)} sind am ${text(row.stand)} ${told} gezählt, in ${counted.table} stehen ${there}. Vielleicht kam etwas dazu, oder etwas ist zurückgezogen.`
				);
			else found.right();
		}
	}
}
