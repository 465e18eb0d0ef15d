import { sha256 } from '#lib/sha256.ts';
import { resealed, rowsIn, withRows, type Texts } from '../strategy/mutations.ts';

type Row = Record<string, unknown>;
const textOf = (row: Row | undefined): Record<string, never> => JSON.parse(String(row?.text ?? '{}'));

/**
 * What no other place in the edition repeats: a change of it shows only in the digest of the edition that stands elsewhere.
 * The checker says so in words. `-row`: a row that is gone.
 */
export const ONLY_DIGEST = [
	/^beitraege\.(titel|text|beleg|geschwaerzt|unterstuetzungen|herkunft|handlungsfeld|deutsch_\w+|begruendung|zustaendig|organisation|veroeffentlicht)$/,
	/^kommentare\.(zu_nummer|zu_fassung|antwort|antwort_auf|haltung|text|organisation|geschrieben|veroeffentlicht)$/,
	/^aenderungen( -row|\.(punkt|fassung|titel|text|grund|gruppe|organisation|geschrieben|veroeffentlicht|geschwaerzt|unterstuetzungen))$/,
	/^positionen( -row|\.(punkt|organisation|seit|wahl|fassungen|phase))$/,
	/^ergebnisse\.(stimmen|zustimmung|weiss_nicht|ablehnung|aufgeschrieben|mindestens_prozent|mindestens_wahl|stand)$/,
	/^beteiligung( -row|\.(auspraegung|auspraegung_label|mindestens_prozent|stand))$/,
	/^treffen\.(bezeichnung|gehalten|gruppe|personen|protokoll|veroeffentlicht)$/,
	/^(termine|orte|handzeichen|lesarten)( -row|\.(?!kennung|verfahren|adresse)\w+)$/,
	/^umsetzung\.(zustaendig|wieder_am|text)$/,
	/^aufrufe\.(einleitung|frist)$/,
	/^aufrufteile( -row|\.(titel|text))$/,
	/^aufrufpunkte( -row|\.(art|stelle|punkt))$/,
	/^chronik(\.text| -row ballots\.sealed)$/,
	/^moderation\.(tag|art)$/,
	/^moderationsmonate( -row|\.(monat|anzahl))$/,
	/^verfahren\.(titel|einleitung|fragen)$/,
	/^handlungsfelder\.(einleitung|fruehere_titel)$/,
	/^phasen( -row|\.(beginnt|endet|fragt|antwort_bis|art|art_label))$/
];

const change = (whole: Texts, table: string, where: (row: Row) => boolean, to: (row: Row) => void) =>
	withRows(whole, table, (rows) => {
		const row = rows.find(where);
		if (!row) throw new Error(`no such row in ${table}`);
		to(row);
	});
/** The newest report has how the organisation voted, and nothing came after it. */
const isInReport =
	(whole: Texts) =>
	({ punkt, organisation, wahl, seit }: Row): boolean => {
		const sealed = rowsIn(whole, 'dokumente').find(({ art, nummer }) => art === 'report' && nummer === 2);
		const { figures }: { figures: { asOf: string; points: { number: number; positions: Row[] }[] } } = JSON.parse(
			String(sealed?.text)
		);
		const point = figures.points.find(({ number }) => number === punkt);
		return (
			wahl === 'agree' &&
			String(seit) < figures.asOf.slice(0, 10) &&
			rowsIn(whole, 'positionen').filter((one) => one.punkt === punkt && one.organisation === organisation).length ===
				1 &&
			(point?.positions ?? []).some((one) => one.organisation === organisation)
		);
	};
/** Words in a sealed text, with its digest wherever it stands. */
export function resealedText(
	whole: Texts,
	art: string,
	nummer: number,
	to: (content: ReturnType<typeof textOf>) => void
): Texts {
	const rows = rowsIn(whole, 'dokumente');
	const row = rows.find((one) => one.art === art && one.nummer === nummer);
	const [content, before] = [textOf(row), String(row?.pruefsumme)];
	to(content);
	const text = JSON.stringify(content);
	const files = withRows(whole, 'dokumente', (all) => {
		for (const one of all)
			if (one.art === art && one.nummer === nummer) Object.assign(one, { text, pruefsumme: sha256(text) });
	});
	const others = [...files].map(([name, own]) =>
		name.startsWith('dokumente.') ? ([name, own] as const) : ([name, own.replaceAll(before, sha256(text))] as const)
	);
	return resealed(new Map(others));
}

/** Figures changed, both forms of the table and every digest adjusted: what is told, and by what. */
export const FORGED: readonly [string, (whole: Texts) => Texts, RegExp][] = [
	[
		'by sums that no longer come out',
		(whole) =>
			change(
				whole,
				'ergebnisse',
				(row) => row.zurueckgehalten === false,
				(row) => (row.stimmen = 99)
			),
		/^ergebnisse: Punkt \d+, Fassung .*angegeben ist 99/m
	],
	[
		'by the newest report, when votes move from no to yes',
		(whole) =>
			change(
				whole,
				'ergebnisse',
				(row) => Number(row.ablehnung) >= 20 && row.zustimmung !== null,
				(row) => Object.assign(row, { ablehnung: Number(row.ablehnung) - 10, zustimmung: Number(row.zustimmung) + 10 })
			),
		/^ergebnisse: .*In Bericht 2 steht/m
	],
	[
		'by the group that has no row',
		(whole) => withRows(whole, 'ergebnisse', (rows) => rows.filter((row, at) => at !== 1)),
		/Es fehlt practice/
	],
	[
		'by the report that names how an organisation voted',
		(whole) =>
			change(whole, 'positionen', isInReport(whole), (row) =>
				Object.assign(row, { wahl: 'pass', wahl_label: 'Weiß nicht' })
			),
		/^positionen: .*anders, als in Bericht 2 versiegelt ist/m
	],
	[
		'by the version',
		(whole) =>
			change(
				whole,
				'punkte',
				() => true,
				(row) => (row.titel = 'Anders')
			),
		/»titel« steht »Anders«/
	],
	[
		'by the version, when an answer is gone',
		(whole) =>
			change(
				whole,
				'beitraege',
				(row) => row.verbleib !== null,
				(row) =>
					Object.assign(row, {
						...{ verbleib: null, verbleib_label: null, begruendung: null },
						...{ zustaendig: null, antwort_mit_fassung: null }
					})
			),
		/^beitraege: Die Antwort auf Beitrag/m
	],
	[
		'by its date',
		(whole) =>
			change(
				whole,
				'fassungen',
				() => true,
				(row) => (row.veroeffentlicht = '2026-11-01')
			),
		/veroeffentlicht/
	],
	[
		'by what is sealed of whom it stands for',
		(whole) =>
			change(
				whole,
				'vertretung',
				() => true,
				(row) => (row.vertreten_mindestens_prozent = 10)
			),
		/vertretung: .*steht 95/
	],
	[
		'by what is sealed of what is missing',
		(whole) =>
			change(
				whole,
				'fehlendes',
				() => true,
				(row) => (row.von = 99)
			),
		/fehlendes: .*»von«/
	],
	[
		'by the sealed landscape',
		(whole) =>
			change(
				whole,
				'meinungsbilder',
				() => true,
				(row) => (row.trennung = 99)
			),
		/meinungsbilder: .*»trennung«/
	],
	[
		'by the sealed report',
		(whole) =>
			change(
				whole,
				'berichte',
				() => true,
				(row) => (row.titel = 'Anders')
			),
		/berichte: .*»titel«/
	],
	[
		'by the report that names a call',
		(whole) =>
			change(
				whole,
				'aufrufe',
				() => true,
				(row) => (row.titel = 'Anders')
			),
		/aufrufe: .*»titel«/
	],
	[
		'by the result that is sealed, when places change',
		(whole) =>
			change(
				whole,
				'vorrang',
				(row) => row.platz_menschen === 1,
				(row) => (row.platz_menschen = 2)
			),
		/vorrang: .*»platz_menschen«/
	],
	[
		'by the version, when a measure says something else',
		(whole) =>
			change(
				whole,
				'vorrang',
				() => true,
				(row) => (row.text = 'Anders')
			),
		/vorrang: .*In Fassung 1 steht/
	],
	[
		'by the digest of a result',
		(whole) => withRows(whole, 'vorrang', (rows) => rows.forEach((row) => (row.pruefsumme = '0'.repeat(64)))),
		/Es fehlt der versiegelte Text/
	],
	[
		'when a measure is gone',
		(whole) => withRows(whole, 'vorrang', (rows) => rows.slice(1)),
		/Die Maßnahmen sind nicht die, die versiegelt sind/
	],
	[
		'by too few people',
		(whole) =>
			change(
				whole,
				'vorrangkreuze',
				() => true,
				(row) => (row.angekreuzt = 3)
			),
		/vorrangkreuze: .*»angekreuzt« steht 3/
	],
	[
		'by a text of now without an addendum',
		(whole) =>
			withRows(whole, 'dokumente', (rows) => {
				const [first] = rows;
				if (first) rows.push({ ...first, art: 'versionNow', art_label: 'Fassung, wie sie jetzt ist' });
			}),
		/versionNow 1 ist nicht der Text, den die Nachträge nennen/
	]
];

/** Sealed texts changed, with their digests wherever they stand. */
export const SEALED_ANEW: readonly [string, (whole: Texts) => Texts, RegExp][] = [
	[
		'an older version',
		(whole) => resealedText(whole, 'version', 1, (content) => Object.assign(content, { title: 'Anders' })),
		/Bericht 1: Bei Fassung 1|Die Kette ist unterbrochen|fassungen: Bei Fassung 1/
	],
	[
		'the word of a report',
		(whole) =>
			resealedText(whole, 'report', 2, (content: Record<string, never>) => {
				const report: { figures: { points: { round: { summary: { word: string } } | null }[] } } = JSON.parse(
					JSON.stringify(content)
				);
				const point = report.figures.points.find(({ round }) => round !== null);
				if (point?.round) point.round.summary.word = point.round.summary.word === 'shared' ? 'open' : 'shared';
				Object.assign(content, report);
			}),
		/das Urteil ist .*, gerechnet/
	],
	[
		'who comes first in a result',
		(whole) =>
			resealedText(whole, 'priority', 1, (content: Record<string, never>) => {
				const result: { outcomes: Record<string, { rounds: unknown[] }>; majority: number[] } = JSON.parse(
					JSON.stringify(content)
				);
				result.outcomes.people?.rounds.reverse();
				Object.assign(content, result);
			}),
		/vorrang: .*Im ersten Schritt|müsste der erste Schritt sein/
	],
	[
		'what the majority takes',
		(whole) =>
			resealedText(whole, 'priority', 1, (content: Record<string, never>) =>
				Object.assign(content, { majority: [1, 3, 2] })
			),
		/Die einfache Mehrheit nimmt/
	]
];
