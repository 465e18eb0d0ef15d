import { rowsOf, type Edition } from '../edition.ts';
import { Findings, type Finding } from '../finding.ts';
import { number, object, objects, list, text, type Json, type JsonObject } from '../values.ts';
import type { Document } from './documents.ts';

/**
 * What a version says it does not say: whether the tables say what is sealed, whether a contribution that is called unused
 * stands behind no point of the sealed text, and whether no figure is of fewer than five people. Which words are missing
 * cannot be computed again: texts may have been taken back since.
 */
export function checkOmissions(edition: Edition, documents: readonly Document[]): Finding[] {
	const found = new Findings('Was nicht darin steht');
	let words = 0;
	const said = new Set<number>();
	for (const { number: which, content } of documents.filter(({ kind }) => kind === 'version')) {
		const sealed = object(content.omitted);
		if (number(sealed.texts) === null) continue;
		said.add(which);
		words += objects(sealed.words).length;
		checkTables(edition, which, sealed, found);
		checkUnused(`Fassung ${which}`, content, sealed, found);
		for (const { word, people } of objects(sealed.words))
			found.expect(
				people === null || (number(people) ?? 0) >= 5,
				() => `Fassung ${which}, »${text(word)}«: Hinter der Zahl stehen weniger als fünf Menschen.`
			);
	}
	for (const table of ['fehlwoerter', 'ungenutzt', 'einwaende'])
		for (const row of rowsOf(edition, table))
			if (!said.has(number(row.fassung) ?? 0))
				found.wrong(`${table}: Bei Fassung ${String(row.fassung)} ist dazu nichts versiegelt.`);
	for (const row of rowsOf(edition, 'fehlwoerter'))
		found.expect(
			(row.zurueckgehalten === true) === (row.menschen === null),
			() => `fehlwoerter: »${text(row.wort)}«: Ob die Zahl zurückgehalten ist, ist falsch angegeben.`
		);
	if (words > 0)
		found.open(
			`Bei ${words} fehlenden Wörtern lässt sich nicht nachrechnen, ob sie auffallen: Seitdem können Beiträge zurückgezogen sein.`,
			words
		);
	return found.done(
		'{count} Angaben darüber, was nicht in den Fassungen steht, stimmen mit dem versiegelten Text überein.'
	);
}

function checkUnused(name: string, content: JsonObject, sealed: JsonObject, found: Findings): void {
	const behind = new Set(objects(content.points).flatMap(({ sources }) => objects(sources).map((one) => one.proposal)));
	for (const one of list(sealed.unused))
		found.expect(
			!behind.has(one),
			() => `${name}: Beitrag ${String(one)} soll hinter keinem Punkt stehen und steht doch hinter einem.`
		);
}

const note = (one: JsonObject): Json[] => {
	const said = object(one.note);
	return [said.way ?? null, said.text ?? null];
};

function checkTables(edition: Edition, which: number, sealed: JsonObject, found: Findings): void {
	const same = (table: string, columns: readonly string[], expected: readonly Json[][]) => {
		const told = rowsOf(edition, table)
			.filter((row) => row.fassung === which)
			.map((row) => columns.map((column) => row[column] ?? null));
		found.expect(
			JSON.stringify(told) === JSON.stringify(expected),
			() => `${table}: Bei Fassung ${which} steht nicht, was versiegelt ist.`
		);
	};
	same(
		'fehlwoerter',
		['gruppe', 'wort', 'menschen', 'umgang', 'satz'],
		objects(sealed.words).map((one) => [one.group ?? null, one.word ?? null, one.people ?? null, ...note(one)])
	);
	same(
		'ungenutzt',
		['beitrag', 'stellen'],
		[
			...list(sealed.unused).map((one) => [one, null]),
			...objects(sealed.passages).map((one) => [one.contribution ?? null, one.count ?? null])
		]
	);
	same(
		'einwaende',
		['punkt', 'beitrag', 'art', 'umgang', 'satz'],
		objects(sealed.dissents).map((one) => [one.point ?? null, one.contribution ?? null, one.kind ?? null, ...note(one)])
	);
}
