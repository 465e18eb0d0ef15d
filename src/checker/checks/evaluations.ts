import { rowsOf, type Edition } from '../edition.ts';
import { Findings, type Finding } from '../finding.ts';
import { germanDay, list, number, object, objects, text, type JsonObject } from '../values.ts';
import type { Document } from './documents.ts';

/**
 * How people found a phase: whether the table says what is sealed, no figure is about one to four people, every question was
 * answered by the same people, and the balanced share follows from the counts. Single answers are deleted.
 */
const QUESTIONS = ['informed', 'heard', 'fair', 'easy', 'again'];
const ANSWERS = ['yes', 'partly', 'no'] as const;
const FROM = 10;

export function checkEvaluations(edition: Edition, documents: readonly Document[]): Finding[] {
	const found = new Findings('Urteil über das Verfahren');
	const sealed = documents.filter(({ kind }) => kind === 'evaluation').sort((a, b) => a.number - b.number);
	if (!sealed.every((one, at) => one.number === at + 1))
		found.wrong('dokumente: Die Urteile über das Verfahren sind nicht der Reihe nach gezählt.');
	const known = new Set(sealed.map(({ content }) => content.phase));
	for (const row of rowsOf(edition, 'bewertungen'))
		if (!known.has(row.phase)) found.wrong(`bewertungen: Zu ${text(row.phase)} ist nichts versiegelt.`);
	for (const document of sealed) {
		checkRows(edition, document, found);
		checkPhase(edition, document, found);
		checkSame(document, found);
		for (const question of objects(document.content.questions))
			checkQuestion(`bewertungen: ${text(document.content.phase)}, ${text(question.question)}`, question, found);
	}
	if (sealed.length > 0)
		found.open(
			'Wie Einzelne das Verfahren finden, ist gelöscht. Ob ihre Antworten richtig gezählt sind, lässt sich nicht prüfen.',
			sealed.length
		);
	return found.done(
		'{count} Angaben darüber, wie Menschen das Verfahren finden, sind neu gerechnet oder versiegelt und stimmen.'
	);
}

function checkRows(edition: Edition, { content, digest }: Document, found: Findings): void {
	const phase = text(content.phase);
	const rows = rowsOf(edition, 'bewertungen').filter((row) => row.phase === phase);
	const expected = objects(content.questions).flatMap(({ question, rows: groups }) =>
		objects(groups).map((row) => ({ question, row }))
	);
	found.expect(
		rows.length === expected.length,
		() => `bewertungen: ${phase} hat ${rows.length} Zeilen, versiegelt sind ${expected.length}.`
	);
	for (const { question, row } of expected) {
		const name = `bewertungen: ${phase}, ${text(question)}, ${text(row.group)}`;
		const told = rows.find((one) => one.frage === question && one.gruppe === row.group);
		if (!told) {
			found.wrong(`${name}: Die Zeile fehlt.`);
			continue;
		}
		const mostly = object(row.mostly);
		const share = number(mostly.share);
		const is = {
			...{ phase_label: content.title, gefragt_bis: content.until, pruefsumme: digest },
			...{ antworten: row.n, ja: row.yes, teils: row.partly, nein: row.no },
			mindestens_prozent: share === null ? null : Math.round(share * 100),
			mindestens_antwort: mostly.answer ?? null,
			zurueckgehalten: [row.n, row.yes, row.partly, row.no].includes(null)
		};
		found.same(name, told, is, 'Im versiegelten Ergebnis');
	}
}

/** Nobody was asked before the phase was over, and nothing was told before nobody was asked any more. */
function checkPhase(edition: Edition, { content, row }: Document, found: Findings): void {
	const phase = rowsOf(edition, 'phasen').find((one) => one.art === content.phase);
	const until = text(content.until);
	found.expect(
		text(row.veroeffentlicht) >= until && (phase === undefined || until >= germanDay(text(phase.beginnt))),
		() => `bewertungen: ${text(content.phase)}: Das Ergebnis ist älter als der letzte Tag, an dem gefragt wurde.`
	);
}

/** All questions, and at each of them the same people. */
function checkSame({ content }: Document, found: Findings): void {
	const questions = objects(content.questions);
	found.expect(
		questions.map(({ question }) => text(question)).join() === QUESTIONS.join(),
		() => `bewertungen: ${text(content.phase)}: Es sind nicht die fünf Fragen.`
	);
	const sizes = questions.map(({ rows }) =>
		objects(rows)
			.map((row) => `${text(row.group)} ${String(row.n)}`)
			.join()
	);
	found.expect(
		new Set(sizes).size <= 1,
		() => `bewertungen: ${text(content.phase)}: Bei den Fragen haben nicht dieselben geantwortet.`
	);
}

function checkQuestion(name: string, question: JsonObject, found: Findings): void {
	const rows = objects(question.rows);
	for (const row of rows) checkLine(`${name}, ${text(row.group)}`, row, found);
	const declared = rows.filter((row) => text(row.group) !== 'none');
	const spans = declared.map((row) => ({ group: text(row.group), n: number(row.n) ?? 0, ...spanOf(row) }));
	const large = spans.filter(({ n, least, most }) => n >= FROM && most - least < n);
	const few = spans.filter((one) => !large.includes(one)).map(({ group }) => group);
	found.expect(
		list(question.tooFew).join() === few.join(),
		() => `${name}: Zu kleine Gruppen sind ${list(question.tooFew).join(', ')}, gerechnet ${few.join(', ')}.`
	);
	const told = object(question.balanced);
	const mean = (end: 'least' | 'most') => large.reduce((sum, one) => sum + one[end] / one.n, 0) / large.length;
	if (few.length > 0 || large.length === 0)
		found.expect(
			question.balanced === null,
			() => `${name}: Ein ausgewogener Anteil ist angegeben, obwohl eine Gruppe zu klein ist.`
		);
	else
		for (const end of ['least', 'most'] as const)
			found.expect(
				Math.abs((number(told[end]) ?? -1) - mean(end)) < 1e-9,
				() => `${name}: Der ausgewogene Anteil ist ${String(told[end])}, gerechnet ${mean(end)}.`
			);
}

/** Counts of people: none from one to four, and what is held back cannot be subtracted. */
function checkLine(name: string, row: JsonObject, found: Findings): void {
	const n = number(row.n);
	const counts = ANSWERS.map((answer) => number(row[answer]));
	for (const count of [n, ...counts])
		if (count !== null)
			found.expect(
				count === 0 || count >= 5,
				() => `${name}: Hinter der Zahl ${count} stehen weniger als fünf Menschen.`
			);
	if (n === null) return;
	const rest = n - counts.reduce<number>((sum, one) => sum + (one ?? 0), 0);
	found.expect(
		counts.includes(null) ? rest >= 5 : rest === 0,
		() => `${name}: Die Antworten ergeben ${n - rest}, angegeben sind ${n}.`
	);
}

/** Between which numbers those lie who say yes. */
function spanOf(row: JsonObject): { least: number; most: number } {
	const exact = number(row.yes);
	if (exact !== null) return { least: exact, most: exact };
	const n = number(row.n) ?? 0;
	const mostly = object(row.mostly);
	const floor = Math.ceil((number(mostly.share) ?? 0) * n - 1e-9);
	const held = n - ANSWERS.reduce((sum, answer) => sum + (number(row[answer]) ?? 0), 0);
	if (mostly.answer === 'yes') return { least: floor, most: held };
	return { least: 0, most: held - (mostly.answer === undefined ? 0 : floor) };
}
