import { expect, it } from 'vitest';
import { PROTECTED_FIGURES, type Figure } from '#lib/votes/suppression/subjects.ts';
import { columnsOf } from './columns/columns.ts';
import { SLUGS } from '../dataset.ts';

/** Whole numbers that count something, and what: how each is protected stands in `votes/suppression/subjects.ts`. */
const COUNTS: Readonly<Record<string, Figure>> = {
	...{ 'beitraege.unterstuetzungen': 'supports', 'beitraege.kommentare': 'comments' },
	...{ 'aenderungen.unterstuetzungen': 'supports', 'treffen.personen': 'meetings' },
	...{ 'handzeichen.zustimmung': 'hands', 'handzeichen.weiss_nicht': 'hands', 'handzeichen.ablehnung': 'hands' },
	...{ 'lesarten.zustimmung': 'hands', 'lesarten.weiss_nicht': 'hands', 'lesarten.ablehnung': 'hands' },
	...{ 'fassungen.beitraege': 'contributions', 'fassungen.beantwortet': 'answers', 'fassungen.offen': 'answers' },
	...{ 'ergebnisse.stimmen': 'votes', 'ergebnisse.zustimmung': 'votes', 'ergebnisse.weiss_nicht': 'votes' },
	...{ 'ergebnisse.ablehnung': 'votes', 'ergebnisse.aufgeschrieben': 'recorded' },
	...{ 'beteiligung.zahl': 'people', 'beteiligung.zusammen': 'people' },
	...{ 'vertretung.menschen': 'represented', 'vertretung.vertreten': 'represented' },
	'vertretung.nicht_vertreten': 'represented',
	...{ 'beirat.mitglieder': 'board', 'beirat.zugestimmt': 'board', 'beirat.widersprochen': 'board' },
	'beirat.ohne_antwort': 'board',
	...{ 'fehlwoerter.menschen': 'words', 'ungenutzt.stellen': 'contributions' },
	...{ 'meinungsbilder.teilnehmende': 'landscape', 'chronik.zahl': 'contributions' },
	...{ 'vorrang.angekreuzt': 'priorities', 'vorrang.mitgemacht': 'priorities' },
	...{ 'vorrangkreuze.angekreuzt': 'priorities', 'vorrangkreuze.mitgemacht': 'priorities' },
	...{ 'bewertungen.antworten': 'evaluations', 'bewertungen.ja': 'evaluations' },
	...{ 'bewertungen.teils': 'evaluations', 'bewertungen.nein': 'evaluations' },
	'moderationsmonate.anzahl': 'moderation'
};

/** Whole numbers that count nobody: names, places in an order, shares of what is told, facts about a computation. */
const NOBODY =
	/\.(nummer|zu_nummer|zu_fassung|zeile|antwort_auf|antwort_mit_fassung|fassung|ergebnis_fassung|punkt|punkte|massnahme|kosten|budget|platz_\w+|beitrag|position|stelle|anliegen|beschlussfaehig_ab|stapel|erwartet|von|prozent|vertreten_mindestens_prozent|aufruf|treffen|nachfolger|mindestens_prozent|meinungsgruppen|stabilitaet|trennung|trennung_durch_zufall|startwert)$/;

/** Tables with counts that hold some back: the attacker reads them (`tests/support/told.ts`). */
const ATTACKED = [
	'ergebnisse',
	'beteiligung',
	'vertretung',
	'handzeichen',
	'lesarten',
	'meinungsbilder',
	'vorrang',
	'vorrangkreuze',
	'bewertungen'
];

it('of every whole number in open data it is said whom it counts, and those that hold back are attacked', () => {
	const numbers = SLUGS.flatMap((slug) =>
		columnsOf(slug)
			.filter(({ type }) => type === 'integer')
			.map(({ name }) => `${slug}.${name}`)
	);
	expect(numbers.filter((name) => !COUNTS[name] && !NOBODY.test(name))).toEqual([]);
	expect(Object.keys(COUNTS).filter((name) => !numbers.includes(name))).toEqual([]);
	const holding = Object.entries(COUNTS).filter(([, subject]) =>
		['held', 'crossed'].includes(PROTECTED_FIGURES[subject])
	);
	expect(new Set(holding.map(([name]) => name.split('.')[0]))).toEqual(new Set(ATTACKED));
});
