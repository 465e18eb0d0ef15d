import { expect, it } from 'vitest';
import { SUBJECTS, type Subject } from '#lib/votes/subjects.ts';
import { columnsOf } from './columns.ts';
import { SLUGS } from './dataset.ts';

/** Whole numbers that count something, and what: how each is protected stands in `votes/subjects.ts`. */
const COUNTS: Readonly<Record<string, Subject>> = {
	...{ 'beitraege.unterstuetzungen': 'supports', 'beitraege.kommentare': 'comments' },
	...{ 'aenderungen.unterstuetzungen': 'supports', 'treffen.personen': 'meetings' },
	...{ 'handzeichen.zustimmung': 'hands', 'handzeichen.weiss_nicht': 'hands', 'handzeichen.ablehnung': 'hands' },
	...{ 'fassungen.beitraege': 'contributions', 'fassungen.beantwortet': 'answers', 'fassungen.offen': 'answers' },
	...{ 'ergebnisse.stimmen': 'votes', 'ergebnisse.zustimmung': 'votes', 'ergebnisse.weiss_nicht': 'votes' },
	...{ 'ergebnisse.ablehnung': 'votes', 'ergebnisse.aufgeschrieben': 'recorded' },
	...{ 'beteiligung.zahl': 'people', 'beteiligung.zusammen': 'people' },
	...{ 'meinungsbilder.teilnehmende': 'landscape', 'chronik.zahl': 'contributions' },
	'moderationsmonate.anzahl': 'moderation'
};

/** Whole numbers that count nobody: names, places in an order, shares of what is told, facts about a computation. */
const NOBODY =
	/\.(nummer|zu_nummer|zu_fassung|zeile|antwort_auf|antwort_mit_fassung|fassung|ergebnis_fassung|punkt|punkte|beitrag|position|stelle|aufruf|treffen|mindestens_prozent|meinungsgruppen|stabilitaet|trennung|trennung_durch_zufall|startwert)$/;

/** Tables with counts that hold some back: the attacker reads them (`tests/support/told.ts`). */
const ATTACKED = ['ergebnisse', 'beteiligung', 'handzeichen', 'meinungsbilder'];

it('of every whole number in open data it is said whom it counts, and those that hold back are attacked', () => {
	const numbers = SLUGS.flatMap((slug) =>
		columnsOf(slug)
			.filter(({ type }) => type === 'integer')
			.map(({ name }) => `${slug}.${name}`)
	);
	expect(numbers.filter((name) => !COUNTS[name] && !NOBODY.test(name))).toEqual([]);
	expect(Object.keys(COUNTS).filter((name) => !numbers.includes(name))).toEqual([]);
	const holding = Object.entries(COUNTS).filter(([, subject]) => ['held', 'crossed'].includes(SUBJECTS[subject]));
	expect(new Set(holding.map(([name]) => name.split('.')[0]))).toEqual(new Set(ATTACKED));
});
