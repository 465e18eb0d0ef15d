import { rowsOf, type Edition } from '../edition.ts';
import { Findings, type Finding } from '../finding.ts';
import { isObject, number, object, objects, parse, sha256, text, type JsonObject } from '../values.ts';

/** A published text as it was sealed, read. */
export interface Document {
	kind: string;
	number: number;
	/** SHA-256 of the text as it lies in the file. */
	digest: string;
	content: JsonObject;
	/** Its row in `dokumente`. */
	row: JsonObject;
}

const CALLED: Readonly<Record<string, string>> = {
	version: 'Fassung',
	versionNow: 'Fassung (Text von jetzt)',
	report: 'Bericht',
	reportNow: 'Bericht (Text von jetzt)',
	addendum: 'Nachtrag',
	landscape: 'Meinungsbild',
	priority: 'Ergebnis zum Vorrang',
	evaluation: 'Urteil über das Verfahren'
};
const called = ({ kind, number }: Pick<Document, 'kind' | 'number'>) => `${CALLED[kind] ?? kind} ${number}`;

/** Reads the sealed texts and checks the digest that stands beside each of them. */
export async function readDocuments(edition: Edition): Promise<{ documents: Document[]; findings: Finding[] }> {
	const found = new Findings('Prüfsummen');
	const documents: Document[] = [];
	for (const row of rowsOf(edition, 'dokumente')) {
		const [kind, digest] = [text(row.art), await sha256(text(row.text))];
		const head = { kind, number: number(row.nummer) ?? 0 };
		found.expect(
			digest === text(row.pruefsumme),
			() => `${called(head)}: Der Text hat nicht die Prüfsumme, die dabeisteht.`
		);
		const content = parse(text(row.text));
		if (isObject(content)) documents.push({ ...head, digest, content, row });
		else found.wrong(`${called(head)}: Der Text ist nicht lesbar.`);
	}
	return { documents, findings: found.done('{count} veröffentlichte Texte haben die Prüfsumme, die dabeisteht.') };
}

/**
 * What a text was sealed with at first: where words were removed from it later, or an addendum says so, the first digest
 * stands in that addendum; otherwise it is that of the text.
 */
export function firstDigests(documents: readonly Document[]): Map<string, string> {
	const first = new Map(documents.map((one) => [`${one.kind} ${one.number}`, one.digest]));
	const told = new Set<string>();
	for (const { content } of documents.filter(({ kind }) => kind === 'addendum').sort(byNumber))
		for (const state of objects(content.states)) {
			const [of, before] = [object(state.of), text(state.before)];
			const which = `${text(of.kind)} ${number(of.number)}`;
			if (text(state.text) !== 'first' || told.has(which)) continue;
			told.add(which);
			first.set(which, before);
		}
	return first;
}

const byNumber = (one: { number: number }, other: { number: number }) => one.number - other.number;

/** Each text names the digest of the one before it, so that a change in any shows in all that follow. */
export function checkChains(edition: Edition, documents: readonly Document[]): Finding[] {
	const found = new Findings('Ketten');
	const first = firstDigests(documents);
	for (const kind of ['version', 'report', 'addendum']) {
		const chain = documents.filter((one) => one.kind === kind).sort(byNumber);
		for (const [place, one] of chain.entries()) {
			const before = chain[place - 1];
			const expected = before ? (first.get(`${kind} ${before.number}`) ?? '') : '';
			found.expect(
				text(one.content.previous) === expected,
				() => `${called(one)} nennt als Vorgänger einen anderen Text, als vor ihm steht. Die Kette ist unterbrochen.`
			);
		}
	}
	const tables = { fassungen: 'version', berichte: 'report', nachtraege: 'addendum', meinungsbilder: 'landscape' };
	for (const [table, kind] of Object.entries(tables))
		for (const row of rowsOf(edition, table)) {
			const which = number(row.nummer) ?? 0;
			const digests = documents.filter((one) => one.number === which && [kind, `${kind}Now`].includes(one.kind));
			const known = [...digests.map(({ digest }) => digest), first.get(`${kind} ${which}`) ?? ''];
			found.expect(
				digests.length > 0 && known.includes(text(row.pruefsumme)),
				() => `${table}: Die Prüfsumme bei Nummer ${which} gehört zu keinem Text der Ausgabe.`
			);
		}
	return found.done('{count} Glieder der Ketten passen: Jeder Text nennt die Prüfsumme des vorigen.');
}
