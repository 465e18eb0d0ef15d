import { rowsOf, type Edition } from '../edition.ts';
import { Findings, type Finding } from '../finding.ts';
import { germanDay, number, object, objects, parse, text, type Json, type JsonObject } from '../values.ts';
import type { Document } from './documents.ts';
import { originOf } from './tables.ts';

/** Whether the chronicle tells what the other tables say happened, each thing once and on its day. */
export function checkChronicle(edition: Edition, documents: readonly Document[]): Finding[] {
	const found = new Findings('Chronik');
	const rows = rowsOf(edition, 'chronik');
	const origin = originOf(edition);
	for (const kind of NUMBERED) checkNumbered(edition, rows, kind, found);
	checkAddenda(edition, rows, found);
	checkPhases(edition, rows, found);
	checkTurns(edition, rows, found);
	checkProgress(edition, rows, found);
	checkContributions(edition, rows, found);
	checkAnswers(rows, documents, found);
	for (const [at, row] of rows.entries()) {
		const name = `chronik, Zeile ${at + 1}`;
		const words = text(row.text);
		const shown = [row.titel, row.nummer, row.fassung, row.stand_label].filter((one) => one !== null);
		found.expect(
			shown.every((one) => words.includes(String(one))),
			() => `${name}: Der Satz sagt nicht, was in den anderen Spalten steht.`
		);
		const title = text(row.titel) || text(row.phase_label);
		const numbers = words.replace(title, '').match(/\d+/g) ?? [];
		const facts = [row.nummer, row.fassung, row.zahl].map(String);
		found.expect(
			numbers.every((one) => facts.includes(one)) && (row.phase === null) === (row.phase_label === null),
			() => `${name}: Der Satz nennt eine andere Zahl oder Phase, als in den Spalten steht.`
		);
		found.expect(text(row.tag) >= text(rows[at - 1]?.tag), () => `${name}: Die Tage stehen nicht der Reihe nach.`);
		const path = PATHS[text(row.ereignis)];
		const expected = path?.replace(/\{(\w+)\}/g, (_, column: string) => String(row[column])) ?? null;
		const own = row.adresse === null ? null : text(row.adresse).replace(origin, '');
		if (path !== undefined) found.expect(own === expected, () => `${name}: Die Adresse führt woanders hin.`);
		else found.expect(own === null, () => `${name}: Dazu gibt es keine Adresse.`);
		const empty = EMPTY.filter((column) => !(FACTS[text(row.ereignis)] ?? '').split(' ').includes(column));
		found.expect(
			empty.every((column) => row[column] === null),
			() => `${name}: Es steht etwas da, das zu diesem Ereignis nicht gehört.`
		);
	}
	return found.done('{count} Angaben der Chronik passen zu dem, was in den anderen Tabellen steht.');
}

const EMPTY = ['nummer', 'titel', 'phase', 'stand', 'fassung', 'zahl'];
const FACTS: Readonly<Record<string, string>> = {
	'phase.began': 'phase',
	'ballots.sealed': 'phase',
	'version.published': 'nummer titel',
	'answers.published': 'fassung zahl',
	'landscape.published': 'nummer',
	'priorities.published': 'phase',
	'evaluations.published': 'phase',
	'call.published': 'nummer titel',
	'report.published': 'nummer titel',
	'promise.reported': 'nummer titel stand',
	'correction.published': 'nummer titel',
	'removal.published': 'nummer titel',
	'restoration.published': 'nummer titel',
	'withdrawal.published': 'nummer titel',
	'proposal.published': 'zahl'
};
const PATHS: Readonly<Record<string, string>> = {
	'version.published': '/fassungen/{nummer}',
	'answers.published': '/fassungen/{fassung}',
	'landscape.published': '/meinungsbild',
	'priorities.published': '/vorrang/{phase}',
	'evaluations.published': '/wie-war-es#{phase}',
	'call.published': '/aufrufe/{nummer}',
	'report.published': '/berichte/{nummer}',
	'promise.reported': '/punkte/{nummer}#umsetzung',
	'correction.published': '/berichtigungen#nr-{nummer}',
	'removal.published': '/berichtigungen#nr-{nummer}',
	'restoration.published': '/berichtigungen#nr-{nummer}',
	'withdrawal.published': '/berichtigungen#nr-{nummer}',
	'proposal.published': '/beitraege'
};

const phaseIn = (sealed: string) => object(parse(sealed)).phase;

interface Numbered {
	event: string;
	table: string;
	/** As addenda call it: what it is called may have been corrected since. */
	thing: string;
}
const NUMBERED: readonly Numbered[] = [
	{ event: 'version.published', table: 'fassungen', thing: 'version' },
	{ event: 'report.published', table: 'berichte', thing: 'report' },
	{ event: 'call.published', table: 'aufrufe', thing: 'call' },
	{ event: 'landscape.published', table: 'meinungsbilder', thing: '' }
];

function checkNumbered(
	edition: Edition,
	rows: readonly JsonObject[],
	{ event, table, thing }: Numbered,
	found: Findings
): void {
	const lines = rows.filter((row) => row.ereignis === event);
	const published = rowsOf(edition, table);
	const renamed = new Set(
		rowsOf(edition, 'nachtraege').flatMap((row) => (row.zu_art === thing ? [row.zu_nummer] : []))
	);
	for (const row of published) {
		const own = lines.filter((line) => line.nummer === row.nummer);
		const name = `chronik: ${table}, Nummer ${String(row.nummer)}`;
		if (!found.expect(own.length === 1, () => `${name} steht ${own.length}-mal da.`)) continue;
		const facts = { tag: row.veroeffentlicht, ...(row.verfahren === undefined ? {} : { verfahren: row.verfahren }) };
		const title = thing === '' || renamed.has(row.nummer) ? {} : { titel: row.titel };
		found.same(name, own[0] ?? {}, { ...facts, ...title }, `In ${table}`);
	}
	for (const line of lines)
		if (!published.some((row) => row.nummer === line.nummer))
			found.wrong(`chronik: ${table}, Nummer ${String(line.nummer)}, gibt es nicht.`);
}

function checkAddenda(edition: Edition, rows: readonly JsonObject[], found: Findings): void {
	const lines = rows.filter((row) => /^(correction|removal|restoration|withdrawal)\./.test(text(row.ereignis)));
	const addenda = rowsOf(edition, 'nachtraege');
	found.expect(
		lines.length === addenda.length,
		() => `chronik: Es gibt ${addenda.length} Nachträge, erzählt sind ${lines.length}.`
	);
	for (const row of addenda) {
		const own = lines.find((line) => line.nummer === row.nummer);
		const name = `chronik: Nachtrag ${String(row.nummer)}`;
		if (!own) found.wrong(`${name} fehlt.`);
		else {
			const told = { ereignis: `${text(row.art)}.published`, tag: row.veroeffentlicht, verfahren: row.verfahren };
			found.same(name, own, told, 'In nachtraege');
		}
	}
}

function checkPhases(edition: Edition, rows: readonly JsonObject[], found: Findings): void {
	const phases = new Map(rowsOf(edition, 'phasen').map((row) => [row.art, row]));
	for (const row of rows) {
		if (row.phase === null) continue;
		const phase = phases.get(row.phase ?? null);
		const name = `chronik: ${text(row.phase)}, ${text(row.ereignis)}`;
		if (!phase) {
			found.wrong(`${name}: Diese Phase gibt es nicht.`);
			continue;
		}
		found.same(name, row, { phase_label: phase.art_label, verfahren: phase.verfahren }, 'In phasen');
		const from = row.ereignis === 'phase.began' ? phase.beginnt : phase.endet;
		found.expect(text(row.tag) >= germanDay(text(from)), () => `${name}: Der Tag ist zu früh.`);
	}
	for (const row of rows)
		if (row.ereignis === 'evaluations.published')
			found.expect(
				rowsOf(edition, 'dokumente').some(
					(one) => one.art === 'evaluation' && one.veroeffentlicht === row.tag && phaseIn(text(one.text)) === row.phase
				),
				() => `chronik: Das Urteil über ${text(row.phase)} ist nicht versiegelt oder an einem anderen Tag.`
			);
	for (const row of rows)
		if (row.ereignis === 'priorities.published')
			found.expect(
				rowsOf(edition, 'vorrang').every((one) => one.phase !== row.phase || one.veroeffentlicht === row.tag) &&
					rowsOf(edition, 'vorrang').some((one) => one.phase === row.phase),
				() => `chronik: Das Ergebnis zu ${text(row.phase)} steht in vorrang nicht oder an einem anderen Tag.`
			);
}

/** In milliseconds: that a phase has begun is told soon after. */
const TOLD_WITHIN = 3_600_000;

/** What happens to a phase once: it begins, its ballots are sealed, its measures have their order. */
function checkTurns(edition: Edition, rows: readonly JsonObject[], found: Findings): void {
	const made = Date.parse(text(edition.description?.created));
	const prioritised = new Set(rowsOf(edition, 'vorrang').map((row) => row.phase));
	for (const { art, art_label: label, beginnt } of rowsOf(edition, 'phasen')) {
		const has = (event: string) => rows.filter((row) => row.ereignis === event && row.phase === art).length;
		const name = `chronik: ${text(label)}`;
		const [begun, sealed, ordered] = [has('phase.began'), has('ballots.sealed'), has('priorities.published')];
		const least = Date.parse(text(beginnt)) + TOLD_WITHIN < made ? 1 : 0;
		found.expect(begun <= 1 && begun >= least, () => `${name}: Der Anfang der Phase steht ${begun}-mal da.`);
		const result = prioritised.has(art) ? 1 : 0;
		// How long one can still take a vote back after the end stands in no table: its line may yet come.
		found.expect(sealed <= 1, () => `${name}: Der Abschluss der Abstimmung steht ${sealed}-mal da.`);
		found.expect(ordered === result, () => `${name}: Das Ergebnis steht ${ordered}-mal da.`);
		const judged = rowsOf(edition, 'bewertungen').some((row) => row.phase === art) ? 1 : 0;
		found.expect(
			has('evaluations.published') === judged,
			() => `${name}: Das Urteil über die Phase steht nicht einmal da.`
		);
	}
}

const countBy = (keys: readonly string[]) => {
	const counts = new Map<string, number>();
	for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
	return counts;
};

/** What was reported of points. */
function checkProgress(edition: Edition, rows: readonly JsonObject[], found: Findings): void {
	const lines = rows.filter((row) => row.ereignis === 'promise.reported');
	const key = (point: Json | undefined, state: Json | undefined, day: Json | undefined) =>
		`Punkt ${String(point)}, ${String(state)} am ${String(day)}`;
	const told = countBy(lines.map((row) => key(row.nummer, row.stand, row.tag)));
	const reported = countBy(rowsOf(edition, 'umsetzung').map((row) => key(row.punkt, row.stand, row.gemeldet)));
	for (const which of new Set([...told.keys(), ...reported.keys()]))
		found.expect(
			told.get(which) === reported.get(which),
			() => `chronik und umsetzung: ${which} steht ${told.get(which) ?? 0}-mal und ${reported.get(which) ?? 0}-mal da.`
		);
	const titles = new Set(rowsOf(edition, 'punkte').map((row) => `${String(row.punkt)} ${text(row.titel)}`));
	const corrected = rowsOf(edition, 'nachtraege').length > 0;
	for (const row of lines)
		found.expect(
			corrected || titles.has(`${String(row.nummer)} ${text(row.titel)}`),
			() => `chronik: Punkt ${String(row.nummer)} hieß nie »${text(row.titel)}«.`
		);
}

/** So many came on a day; some of them may be gone. */
function checkContributions(edition: Edition, rows: readonly JsonObject[], found: Findings): void {
	const key = (process: Json | undefined, day: Json | undefined) => `${String(process)}, ${String(day)}`;
	const there = countBy(rowsOf(edition, 'beitraege').map((row) => key(row.verfahren, row.veroeffentlicht)));
	const lines = rows.filter((row) => row.ereignis === 'proposal.published');
	let gone = 0;
	for (const [day, times] of countBy(lines.map((row) => key(row.verfahren, row.tag))))
		found.expect(times === 1, () => `chronik: Die Beiträge (${day}) stehen ${times}-mal da.`);
	for (const row of lines) {
		const [told, shown] = [number(row.zahl) ?? 0, there.get(key(row.verfahren, row.tag)) ?? 0];
		found.expect(shown <= told, () => `chronik: Am ${text(row.tag)} sind ${told} Beiträge gezählt, da sind ${shown}.`);
		gone += Math.max(0, told - shown);
	}
	const days = new Set(lines.map((row) => key(row.verfahren, row.tag)));
	for (const day of there.keys()) found.expect(days.has(day), () => `chronik: Die Beiträge (${day}) fehlen.`);
	if (gone > 0)
		found.open(
			`${gone} Beiträge sind in der Chronik gezählt und stehen nicht da. Vielleicht sind sie zurückgezogen oder ausgeblendet.`,
			gone
		);
}

function checkAnswers(rows: readonly JsonObject[], documents: readonly Document[], found: Findings): void {
	const lines = rows.filter((row) => row.ereignis === 'answers.published');
	for (const { number: which, content } of documents.filter(({ kind }) => kind === 'version')) {
		const answers = objects(content.answers).length;
		const own = lines.filter((row) => row.fassung === which);
		const name = `chronik: Antworten mit Fassung ${which}`;
		if (answers === 0) continue;
		found.expect(own.length === 1, () => `${name}: ${own.length}-mal erzählt.`);
		const told = { zahl: answers, tag: germanDay(text(content.publishedAt)) };
		found.same(name, own[0] ?? {}, told, 'Im versiegelten Text');
	}
	for (const line of lines)
		if (!documents.some(({ kind, number: which }) => kind === 'version' && which === line.fassung))
			found.wrong(`chronik: Antworten mit Fassung ${String(line.fassung)}: Die Fassung gibt es nicht.`);
}
