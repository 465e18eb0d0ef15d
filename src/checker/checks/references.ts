import { rowsOf, type Edition } from '../edition.ts';
import { Findings, type Finding } from '../finding.ts';
import type { Json } from '../values.ts';

/** By table and column: in which table and column it stands what is named there. `may`: it may have been taken back. */
const NAMED: readonly { from: [string, string]; to: [string, string]; may: boolean }[] = [
	{ from: ['punkte', 'fassung'], to: ['fassungen', 'nummer'], may: false },
	{ from: ['quellen', 'beitrag'], to: ['beitraege', 'nummer'], may: true },
	{ from: ['vorrang', 'fassung'], to: ['fassungen', 'nummer'], may: false },
	{ from: ['vorrang', 'punkt'], to: ['punkte', 'punkt'], may: false },
	{ from: ['vorrang', 'phase'], to: ['phasen', 'art'], may: false },
	{ from: ['bewertungen', 'phase'], to: ['phasen', 'art'], may: false },
	{ from: ['vertretung', 'fassung'], to: ['fassungen', 'nummer'], may: false },
	{ from: ['fehlwoerter', 'fassung'], to: ['fassungen', 'nummer'], may: false },
	{ from: ['ungenutzt', 'fassung'], to: ['fassungen', 'nummer'], may: false },
	{ from: ['einwaende', 'fassung'], to: ['fassungen', 'nummer'], may: false },
	{ from: ['beirat', 'fassung'], to: ['fassungen', 'nummer'], may: false },
	{ from: ['beiratsgruende', 'fassung'], to: ['fassungen', 'nummer'], may: false },
	{ from: ['fehlendes', 'fassung'], to: ['fassungen', 'nummer'], may: false },
	{ from: ['ergebnisse', 'punkt'], to: ['punkte', 'punkt'], may: false },
	{ from: ['ergebnisse', 'phase'], to: ['phasen', 'art'], may: false },
	{ from: ['positionen', 'punkt'], to: ['punkte', 'punkt'], may: false },
	{ from: ['umsetzung', 'punkt'], to: ['punkte', 'punkt'], may: false },
	{ from: ['aufrufe', 'fassung'], to: ['fassungen', 'nummer'], may: false },
	{ from: ['aufrufpunkte', 'punkt'], to: ['punkte', 'punkt'], may: false },
	{ from: ['aufrufpunkte', 'aufruf'], to: ['aufrufe', 'nummer'], may: false },
	{ from: ['handzeichen', 'treffen'], to: ['treffen', 'nummer'], may: true },
	{ from: ['lesarten', 'treffen'], to: ['treffen', 'nummer'], may: true },
	{ from: ['aenderungen', 'punkt'], to: ['punkte', 'punkt'], may: false },
	{ from: ['berichte', 'fassung'], to: ['fassungen', 'nummer'], may: false },
	{ from: ['beitraege', 'handlungsfeld'], to: ['handlungsfelder', 'kurzname'], may: false },
	{ from: ['beitraege', 'verfahren'], to: ['verfahren', 'kurzname'], may: false },
	{ from: ['aenderungen', 'verfahren'], to: ['verfahren', 'kurzname'], may: false },
	{ from: ['aenderungen', 'fassung'], to: ['fassungen', 'nummer'], may: false },
	{ from: ['aenderungen', 'ergebnis_fassung'], to: ['fassungen', 'nummer'], may: false },
	{ from: ['termine', 'verfahren'], to: ['verfahren', 'kurzname'], may: false },
	{ from: ['treffen', 'verfahren'], to: ['verfahren', 'kurzname'], may: false },
	{ from: ['beteiligung', 'verfahren'], to: ['verfahren', 'kurzname'], may: false },
	{ from: ['vorrang', 'verfahren'], to: ['verfahren', 'kurzname'], may: false },
	{ from: ['umsetzung', 'verfahren'], to: ['verfahren', 'kurzname'], may: false },
	{ from: ['aufrufe', 'verfahren'], to: ['verfahren', 'kurzname'], may: false },
	{ from: ['nachtraege', 'verfahren'], to: ['verfahren', 'kurzname'], may: false },
	{ from: ['meinungsbilder', 'verfahren'], to: ['verfahren', 'kurzname'], may: false },
	{ from: ['chronik', 'verfahren'], to: ['verfahren', 'kurzname'], may: false },
	{ from: ['dokumente', 'verfahren'], to: ['verfahren', 'kurzname'], may: false },
	{ from: ['handlungsfelder', 'verfahren'], to: ['verfahren', 'kurzname'], may: false },
	{ from: ['phasen', 'verfahren'], to: ['verfahren', 'kurzname'], may: false },
	{ from: ['positionen', 'phase'], to: ['phasen', 'art'], may: false },
	{ from: ['aufrufteile', 'aufruf'], to: ['aufrufe', 'nummer'], may: false },
	{ from: ['handzeichen', 'fassung'], to: ['fassungen', 'nummer'], may: false },
	{ from: ['lesarten', 'fassung'], to: ['fassungen', 'nummer'], may: false },
	{ from: ['beitraege', 'antwort_mit_fassung'], to: ['fassungen', 'nummer'], may: false }
];

/** Whether what one table names stands in the other. */
export function checkReferences(edition: Edition): Finding[] {
	const found = new Findings('Verweise');
	for (const { from, to, may } of NAMED) {
		if (!edition.tables.has(from[0]) || !edition.tables.has(to[0])) continue;
		const there = new Set(rowsOf(edition, to[0]).map((row): Json | undefined => row[to[1]]));
		const missing = new Set<string>();
		for (const row of rowsOf(edition, from[0])) {
			const named = row[from[1]];
			if (named === null || named === undefined) continue;
			if (there.has(named)) found.right();
			else missing.add(String(named));
		}
		if (missing.size === 0) continue;
		const names = [...missing].slice(0, 10).join(', ');
		if (may)
			found.open(
				`${from[0]}: Was dort unter »${from[1]}« genannt ist, steht nicht in ${to[0]}: ${names}. Vielleicht ist es zurückgezogen.`,
				missing.size
			);
		else found.wrong(`${from[0]}: Was dort unter »${from[1]}« genannt ist, gibt es in ${to[0]} nicht: ${names}.`);
	}
	return found.done('{count} Verweise zwischen den Tabellen führen zu etwas, das es gibt.');
}
