import { rowsOf, type Edition } from '../edition.ts';
import { Findings, type Finding } from '../finding.ts';
import { canonical, germanDay, number, object, objects, sha256, text, type Json, type JsonObject } from '../values.ts';
import { firstDigests, type Document } from './documents.ts';

const SEALED = 'Im versiegelten Text';

/** Whether the tables say of each version what its sealed text says. */
export async function checkVersions(edition: Edition, documents: readonly Document[]): Promise<Finding[]> {
	const found = new Findings('Fassungen');
	const versions = documents.filter(({ kind }) => kind === 'version');
	const digests = firstDigests(documents);
	for (const first of versions) {
		const now = documents.find(({ kind, number }) => kind === 'versionNow' && number === first.number) ?? first;
		checkHead(edition, { first, now, digest: digests.get(`version ${first.number}`) ?? '' }, found);
		checkPoints(edition, now, found);
		await checkAnswers(edition, first, found);
	}
	const numbers = new Set(versions.map((one) => one.number));
	for (const table of ['fassungen', 'punkte', 'quellen'])
		for (const row of rowsOf(edition, table)) {
			const which = number(row[table === 'fassungen' ? 'nummer' : 'fassung']) ?? 0;
			if (!numbers.has(which)) found.wrong(`${table}: Fassung ${which} hat keinen versiegelten Text.`);
		}
	return found.done('{count} Angaben zu Fassungen stimmen mit dem Text überein, der versiegelt ist.');
}

const of = (edition: Edition, table: string, column: string, which: number) =>
	rowsOf(edition, table).filter((row) => row[column] === which);

interface Version {
	first: Document;
	now: Document;
	digest: string;
}

function checkHead(edition: Edition, { first, now, digest }: Version, found: Findings): void {
	const { number: which, content } = first;
	const name = `Fassung ${which}`;
	const numbers = object(content.numbers);
	const [all, answered, open] = [number(numbers.contributions), number(numbers.answered), number(numbers.unanswered)];
	if (all !== null)
		found.expect(
			all === (answered ?? 0) + (open ?? 0),
			() => `${name}: ${answered} beantwortete und ${open} offene Beiträge sind nicht ${all}.`
		);
	found.expect(content.number === which, () => `${name} nennt sich im versiegelten Text anders.`);
	const [row] = of(edition, 'fassungen', 'nummer', which);
	if (!row) return found.wrong(`${name} fehlt in fassungen.`);
	const told = {
		titel: now.content.title,
		art: content.kind,
		veroeffentlicht: germanDay(text(content.publishedAt)),
		punkte: objects(now.content.points).length,
		beitraege: all,
		beantwortet: answered,
		offen: open,
		pruefsumme: digest
	};
	found.same(`fassungen: Bei ${name}`, row, told, SEALED);
}

function checkPoints(edition: Edition, { number: which, content }: Document, found: Findings): void {
	const rows = of(edition, 'punkte', 'fassung', which);
	const points = objects(content.points);
	found.expect(
		rows.length === points.length,
		() => `punkte: Fassung ${which} hat ${rows.length} Punkte, der versiegelte Text hat ${points.length}.`
	);
	const sources = of(edition, 'quellen', 'fassung', which);
	const known = new Set(points.map((point) => point.number));
	for (const row of sources)
		if (!known.has(row.punkt)) found.wrong(`quellen: Punkt ${String(row.punkt)} gibt es in Fassung ${which} nicht.`);
	for (const point of points) {
		const row = rows.find((one) => one.punkt === point.number);
		const name = `Punkt ${String(point.number)} in Fassung ${which}`;
		if (!row) {
			found.wrong(`punkte: ${name} fehlt.`);
			continue;
		}
		const told = {
			titel: point.title,
			text: point.body,
			anmerkung: point.note,
			position: point.position,
			handlungsfeld_label: point.field
		};
		found.same(`punkte: Bei ${name}`, row, told, SEALED);
		checkField(edition, name, row, found);
		checkSources(
			name,
			point,
			sources.filter((one) => one.punkt === point.number),
			found
		);
	}
}

/** The field is called so, or was. */
function checkField(edition: Edition, name: string, row: JsonObject, found: Findings): void {
	const called = (field: JsonObject) =>
		[text(field.titel), ...text(field.fruehere_titel).split('\n')].includes(text(row.handlungsfeld_label));
	const named = rowsOf(edition, 'handlungsfelder').filter(called);
	found.expect(
		named.length === 0 ? row.handlungsfeld === null : named.some((field) => field.kurzname === row.handlungsfeld),
		() => `punkte: Bei ${name} gehört das Kürzel des Handlungsfelds nicht zu seinem Namen.`
	);
}

function checkSources(name: string, point: JsonObject, rows: readonly JsonObject[], found: Findings): void {
	const sealed = objects(point.sources)
		.map((one) => canonical([one.proposal ?? null, one.relation ?? null, one.note ?? null]))
		.sort();
	const told = rows
		.map((one) => canonical([one.beitrag ?? null, one.verhaeltnis ?? null, one.anmerkung ?? null]))
		.sort();
	found.expect(
		sealed.join() === told.join(),
		() => `quellen: ${name} steht nicht auf den Beiträgen, die versiegelt sind.`
	);
}

interface Told {
	table: string;
	/** Of what was decided. */
	called: string;
	/** Column with the version that decided. */
	version: string;
	/** Column with the decision. */
	decision: string;
	wordsOf: (row: JsonObject) => JsonObject;
}

const ANSWER: Told = {
	table: 'beitraege',
	called: 'Die Antwort auf Beitrag',
	version: 'antwort_mit_fassung',
	decision: 'verbleib',
	wordsOf: (row) => ({ reason: text(row.begruendung), responsible: row.zustaendig ?? null })
};
const DECISION: Told = {
	table: 'aenderungen',
	called: 'Die Entscheidung über Änderungsvorschlag',
	version: 'ergebnis_fassung',
	decision: 'ergebnis',
	wordsOf: (row) => ({ reason: text(row.begruendung) })
};

/** The seal holds the digest of each answer, not its words: those of a contribution that is gone are gone with it. */
async function checkAnswers(edition: Edition, { number: which, content }: Document, found: Findings): Promise<void> {
	const answers = objects(content.answers).map((one) => asDecision(one, one.contribution, one.disposition));
	const decisions = objects(content.decisions).map((one) => asDecision(one, one.amendment, one.outcome));
	const gone =
		(await checkDecisions(edition, which, answers, ANSWER, found)) +
		(await checkDecisions(edition, which, decisions, DECISION, found));
	if (gone > 0)
		found.open(
			`${gone} Antworten in Fassung ${which} gehören zu Texten, die nicht in der Ausgabe stehen. Vielleicht sind sie zurückgezogen oder ausgeblendet. Ihre Worte sind nicht mehr da, nur die Prüfsumme.`,
			gone
		);
}

const asDecision = ({ words }: JsonObject, of: Json | undefined, what: Json | undefined) => ({
	of: of ?? null,
	what: what ?? null,
	words: words ?? null
});

/** How many of them are about texts that are not there. */
async function checkDecisions(
	edition: Edition,
	which: number,
	sealed: readonly ReturnType<typeof asDecision>[],
	{ table, called, version, decision, wordsOf }: Told,
	found: Findings
): Promise<number> {
	const rows = new Map(rowsOf(edition, table).map((row) => [row.nummer, row]));
	let gone = 0;
	for (const one of sealed) {
		const row = rows.get(one.of);
		if (!row) gone++;
		// Answered anew by a later version: what this one said is in no table.
		if (!row || (number(row[version]) ?? 0) > which) continue;
		found.expect(
			row[version] === which && row[decision] === one.what && (await sha256(canonical(wordsOf(row)))) === one.words,
			() => `${table}: ${called} ${String(one.of)} ist nicht die, die mit Fassung ${which} versiegelt ist.`
		);
	}
	const known = new Set(sealed.map((one) => one.of));
	for (const row of rows.values()) {
		if (row[version] !== which) continue;
		found.expect(
			row.nummer !== undefined && known.has(row.nummer),
			() => `${table}: ${called} ${String(row.nummer)} ist mit Fassung ${which} nicht versiegelt.`
		);
	}
	return gone;
}
