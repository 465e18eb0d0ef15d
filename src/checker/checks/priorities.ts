import { rowsOf, type Edition } from '../edition.ts';
import { Findings, type Finding } from '../finding.ts';
import { germanDay, list, number, object, objects, text, type JsonObject } from '../values.ts';
import type { Document } from './documents.ts';
import { checkPurse } from './purses.ts';

/**
 * Where to begin: whether both tables say what is sealed, and the sealed text comes out of itself: costs, places, the plain
 * majority, and the purses as far as the published ticks allow. Single ballots are secret.
 */
export function checkPriorities(edition: Edition, documents: readonly Document[]): Finding[] {
	const found = new Findings('Vorrang');
	const sealed = documents.filter(({ kind }) => kind === 'priority');
	const rows = rowsOf(edition, 'vorrang');
	const phases = new Map(rows.map((row) => [text(row.phase), rows.filter((one) => one.phase === row.phase)]));
	const taken = new Set<Document>();
	for (const [phase, own] of phases) {
		const document = sealed.find(({ digest }) => own.every((row) => row.pruefsumme === digest));
		if (!document) {
			found.wrong(`vorrang: ${phase}: Es fehlt der versiegelte Text mit der Prüfsumme, die dabeisteht.`);
			continue;
		}
		taken.add(document);
		checkPlaces(edition, { phase, rows: own, document }, found);
		checkTicks(edition, { phase, rows: own, document }, found);
		checkWords(edition, documents, { phase, rows: own, document }, found);
		checkSealed(`vorrang: ${phase}`, document.content, found);
	}
	for (const { number: which } of sealed.filter((one) => !taken.has(one)))
		found.wrong(`vorrang: Zum versiegelten Ergebnis ${which} fehlen die Zeilen.`);
	for (const row of rowsOf(edition, 'vorrangkreuze'))
		if (!phases.has(text(row.phase))) found.wrong(`vorrangkreuze: Zu ${text(row.phase)} gibt es kein Ergebnis.`);
	const numbers = sealed.map(({ number: which }) => which).sort((a, b) => a - b);
	found.expect(
		numbers.every((which, at) => which === at + 1),
		() => 'dokumente: Die Ergebnisse zum Vorrang sind nicht der Reihe nach gezählt.'
	);
	if (taken.size > 0)
		found.open(
			'Wer beim Vorrang was angekreuzt hat, ist geheim. Der erste Schritt ist nachgerechnet, soweit die Zahlen gezeigt sind. Bei den weiteren ist geprüft, dass sie sein können.'
		);
	return found.done('{count} Angaben darüber, was zuerst kommen soll, sind neu gerechnet oder versiegelt und stimmen.');
}

interface Result {
	phase: string;
	rows: readonly JsonObject[];
	document: Document;
}

const SEALED = 'Im versiegelten Ergebnis';

function checkPlaces(edition: Edition, { phase, rows, document }: Result, found: Findings): void {
	const { content } = document;
	const measures = objects(content.measures);
	found.expect(
		rows.map((row) => String(row.massnahme)).join() === measures.map((one) => String(one.number)).join(),
		() => `vorrang: ${phase}: Die Maßnahmen sind nicht die, die versiegelt sind.`
	);
	const outcomes = object(content.outcomes);
	const placeIn = (order: readonly unknown[], which: unknown) => order.indexOf(which) + 1 || null;
	const orderOf = (purse: string) => objects(object(outcomes[purse]).rounds).map((round) => round.number);
	const title = rowsOf(edition, 'phasen').find((one) => one.art === phase)?.art_label;
	for (const measure of measures) {
		const row = rows.find((one) => one.massnahme === measure.number);
		if (!row) continue;
		const told = {
			...(title === undefined ? {} : { phase_label: title }),
			kostenklasse: measure.costClass,
			kosten: measure.cost,
			budget: content.budget,
			platz_menschen: placeIn(orderOf('people'), measure.number),
			platz_gruppen: placeIn(orderOf('groups'), measure.number),
			platz_mehrheit: placeIn(list(content.majority), measure.number),
			angekreuzt: measure.ticks,
			mitgemacht: object(content.people).total,
			veroeffentlicht: document.row.veroeffentlicht,
			verfahren: document.row.verfahren
		};
		found.same(`vorrang: ${phase}, Maßnahme ${String(measure.number)}`, row, told, SEALED);
	}
}

function checkTicks(edition: Edition, { phase, document }: Result, found: Findings): void {
	const rows = rowsOf(edition, 'vorrangkreuze').filter((row) => row.phase === phase);
	const people = object(object(document.content.people).groups);
	const measures = objects(document.content.measures);
	const expected = measures.flatMap((measure) => Object.keys(people).map((group) => ({ measure, group })));
	found.expect(
		rows.length === expected.length,
		() => `vorrangkreuze: ${phase} hat ${rows.length} Zeilen, versiegelt sind ${expected.length}.`
	);
	for (const { measure, group } of expected) {
		const name = `vorrangkreuze: ${phase}, Maßnahme ${String(measure.number)}, ${group}`;
		const row = rows.find((one) => one.massnahme === measure.number && one.gruppe === group);
		if (!row) found.wrong(`${name}: Die Zeile fehlt.`);
		else found.same(name, row, { angekreuzt: object(measure.groups)[group], mitgemacht: people[group] }, SEALED);
	}
}

/** What measures are called is sealed with the version they are from; their numbers follow its order. */
function checkWords(edition: Edition, documents: readonly Document[], { phase, rows }: Result, found: Findings): void {
	const which = number(rows[0]?.fassung) ?? 0;
	const version =
		documents.find((one) => one.kind === 'versionNow' && one.number === which) ??
		documents.find((one) => one.kind === 'version' && one.number === which);
	const standing = objects(version?.content.points).flatMap((point) =>
		objects(point.measures).map((measure) => ({ punkt: point.number, text: measure.text }))
	);
	found.expect(
		rows.every((row) => row.fassung === which) && version !== undefined,
		() => `vorrang: ${phase}: Die Maßnahmen sind aus keiner oder aus mehreren Fassungen.`
	);
	for (const row of rows) {
		const own = standing[(number(row.massnahme) ?? 0) - 1];
		const name = `vorrang: ${phase}, Maßnahme ${String(row.massnahme)}`;
		if (own) found.same(name, row, own, `In Fassung ${which}`);
		else found.wrong(`${name}: Die Maßnahme gibt es in Fassung ${which} nicht.`);
	}
	const ended = rowsOf(edition, 'phasen').find((one) => one.art === phase);
	found.expect(
		ended !== undefined && rows.every((row) => text(row.veroeffentlicht) >= germanDay(text(ended.endet))),
		() => `vorrang: ${phase}: Das Ergebnis ist älter als das Ende der Phase.`
	);
}

/** The sealed text in itself. */
function checkSealed(name: string, content: JsonObject, found: Findings): void {
	const [budget, people] = [number(content.budget) ?? 0, object(content.people)];
	const total = number(people.total);
	const measures = objects(content.measures);
	const weights = object(content.weights);
	checkLine(
		`${name}, alle`,
		{ all: total, parts: Object.values(object(people.groups)).map((one) => number(one)) },
		found
	);
	for (const measure of measures) {
		const own = `${name}, Maßnahme ${String(measure.number)}`;
		found.expect(
			number(measure.cost) === number(weights[text(measure.costClass)]),
			() => `${own}: Die Kosten gehören nicht zu ihrer Stufe.`
		);
		const groups = object(measure.groups);
		checkLine(own, { all: number(measure.ticks), parts: Object.values(groups).map((one) => number(one)) }, found);
		for (const [group, ticks] of [...Object.entries(groups), ['alle', measure.ticks ?? null] as const]) {
			const size = number(group === 'alle' ? people.total : object(people.groups)[group]);
			const count = number(ticks);
			if (count !== null && size !== null)
				found.expect(
					count <= size && (size - count === 0 || size - count >= 5),
					() => `${own}, ${group}: ${count} von ${size} kann so nicht gezeigt sein.`
				);
		}
	}
	checkMajority(name, content, found);
	if (total === null || total === 0)
		found.expect(content.outcomes === null, () => `${name}: Es gibt ein Ergebnis, obwohl zu wenige mitgemacht haben.`);
	else
		for (const purse of ['people', 'groups'] as const)
			checkPurse(name, { content, budget, total, purse, outcome: object(object(content.outcomes)[purse]) }, found);
}

/** Counts of people: none from one to four, and what is held back cannot be subtracted. */
function checkLine(
	name: string,
	{ all, parts }: { all: number | null; parts: readonly (number | null)[] },
	found: Findings
): void {
	for (const count of [all, ...parts])
		if (count !== null)
			found.expect(
				count === 0 || count >= 5,
				() => `${name}: Hinter der Zahl ${count} stehen weniger als fünf Menschen.`
			);
	if (all === null) return;
	const rest = all - parts.reduce<number>((sum, one) => sum + (one ?? 0), 0);
	found.expect(
		parts.includes(null) ? rest === 0 || rest >= 5 : rest === 0,
		() => `${name}: Die Gruppen ergeben ${all - rest}, angegeben ist ${all}.`
	);
}

/** By ticks, the lower number first where they are equal, whatever still fits. Only where all ticks are shown. */
function checkMajority(name: string, content: JsonObject, found: Findings): void {
	const measures = objects(content.measures);
	const ticks = (measure: JsonObject) => number(measure.ticks) ?? 0;
	if (measures.some((measure) => number(measure.ticks) === null)) return;
	let left = number(content.budget) ?? 0;
	const order = measures
		.filter((measure) => ticks(measure) > 0)
		.sort((a, b) => ticks(b) - ticks(a) || (number(a.number) ?? 0) - (number(b.number) ?? 0))
		.filter((measure) => {
			const cost = number(measure.cost) ?? 0;
			if (cost > left) return false;
			left -= cost;
			return true;
		});
	const [told, computed] = [list(content.majority), order.map((measure) => measure.number ?? 0)];
	found.expect(
		told.join() === computed.join(),
		() => `${name}: Die einfache Mehrheit nimmt ${computed.join(', ')}, angegeben ist ${told.join(', ')}.`
	);
}
