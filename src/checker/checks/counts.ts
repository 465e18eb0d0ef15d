import { rowsOf, type Edition } from '../edition.ts';
import { Findings, type Finding } from '../finding.ts';
import { canonical, number, text, type JsonObject } from '../values.ts';
import { codesOf } from './codes.ts';

/** Behind no figure that tells what people think or who they are stand fewer than five of them. */
const LEAST = 5;

interface Line {
	/** Which, in words. */
	name: string;
	total: number | null;
	counts: readonly (number | null)[];
	/** At least this share, in percent, gave the answer that is held back. */
	least: number | null;
	held: boolean;
	/** Counts of people, or of what they think; otherwise of texts, which are public one by one. */
	people: boolean;
}

/** Whether counts come to their sums, and what is held back is enough that nobody can subtract it. */
export function checkCounts(edition: Edition): Finding[] {
	const found = new Findings('Zahlen');
	for (const row of rowsOf(edition, 'ergebnisse')) if (row.wer === 'person') checkLine(voteLine(row), found);
	for (const row of rowsOf(edition, 'ergebnisse')) checkRecorded(row, found);
	for (const table of HANDS) for (const row of rowsOf(edition, table)) checkLine(showOfHands(table, row), found);
	for (const line of participation(edition)) checkLine(line, found);
	checkRounds(edition, found);
	checkLines(edition, found);
	checkWordings(edition, found);
	checkMeetings(edition, found);
	return found.done('{count} Summen stimmen, und hinter keiner Zahl stehen weniger als fünf Menschen.');
}

const choices = (row: JsonObject) => [number(row.zustimmung), number(row.weiss_nicht), number(row.ablehnung)];

const voteLine = (row: JsonObject): Line => ({
	name: `ergebnisse: Punkt ${String(row.punkt)}, Fassung ${text(row.fassungen)}, ${text(row.gruppe_label)}, Phase ${text(row.phase_label)}`,
	total: number(row.stimmen),
	counts: choices(row),
	least: number(row.mindestens_prozent),
	held: row.zurueckgehalten === true,
	people: true
});

/** Where hands are counted that were raised at meetings. */
const HANDS = ['handzeichen', 'lesarten'];

const showOfHands = (table: string, row: JsonObject): Line => ({
	name: `${table}: Treffen ${String(row.treffen)}, Punkt ${String(row.punkt)}`,
	// Of those who were there some may not have raised a hand.
	total: choices(row).includes(null) ? null : choices(row).reduce<number>((sum, one) => sum + (one ?? 0), 0),
	counts: choices(row),
	least: null,
	held: row.zurueckgehalten === true,
	people: true
});

/** Properties of `beteiligung` that count people or their sheets. */
const OF_PEOPLE: readonly string[] = ['people', 'districts', 'sheets'];

/** Rows of one property are one line: »zusammen« is their sum, where it is told. */
function participation(edition: Edition): Line[] {
	const lines = new Map<string, JsonObject[]>();
	for (const row of rowsOf(edition, 'beteiligung')) {
		const key = `${text(row.verfahren)} ${text(row.merkmal)}`;
		lines.set(key, [...(lines.get(key) ?? []), row]);
	}
	return [...lines.values()].map((rows) => ({
		name: `beteiligung: ${text(rows[0]?.merkmal_label)}`,
		total: number(rows[0]?.zusammen),
		counts: rows.map((row) => number(row.zahl)),
		least: null,
		held: rows.some((row) => row.zurueckgehalten === true),
		people: OF_PEOPLE.includes(text(rows[0]?.merkmal))
	}));
}

function checkLine({ name, total, counts, least, held, people }: Line, found: Findings): void {
	const shown = counts.filter((one) => one !== null);
	const sum = shown.reduce((all, one) => all + one, 0);
	const hidden = counts.length - shown.length;
	for (const count of people ? shown : [])
		found.expect(
			count === 0 || count >= LEAST,
			() => `${name}: Hinter der Zahl ${count} stehen weniger als fünf Menschen.`
		);
	found.expect(held === hidden > 0, () => `${name}: Ob etwas zurückgehalten ist, ist falsch angegeben.`);
	if (total === null) return;
	if (hidden === 0) {
		found.expect(sum === total, () => `${name}: Die Zahlen ergeben ${sum}, angegeben ist ${total}.`);
		return;
	}
	const rest = total - sum;
	found.expect(
		hidden > 1 && rest >= LEAST,
		() => `${name}: Aus ${total} und den gezeigten Zahlen lässt sich ausrechnen, was zurückgehalten ist.`
	);
	if (least !== null)
		found.expect(least >= 50 && least <= 100, () => `${name}: »mindestens ${least} Prozent« kann nicht sein.`);
}

/** Every group has its row wherever one has, also when it says that too few voted. */
function checkRounds(edition: Edition, found: Findings): void {
	const groups = codesOf(edition, 'ergebnisse', 'gruppe').filter((group) => group !== 'none');
	const rounds = new Map<string, JsonObject[]>();
	for (const row of rowsOf(edition, 'ergebnisse')) {
		if (row.wer !== 'person') continue;
		const key = `Punkt ${String(row.punkt)}, Fassung ${text(row.fassungen)}, ${text(row.phase_label)}`;
		rounds.set(key, [...(rounds.get(key) ?? []), row]);
	}
	for (const [name, rows] of rounds) {
		const missing = groups.filter((group) => !rows.some((row) => row.gruppe === group));
		found.expect(missing.length === 0, () => `ergebnisse: ${name}: Es fehlt ${missing.join(', ')}.`);
		found.expect(
			new Set(rows.map((row) => row.stand)).size === 1,
			() => `ergebnisse: ${name}: Die Zahlen der Gruppen sind nicht vom selben Tag.`
		);
	}
	for (const table of ['ergebnisse', ...HANDS])
		for (const row of rowsOf(edition, table)) checkMostly(table, row, found);
}

/** Lines of what was taken part in: one sum, one day, all properties there are. */
function checkLines(edition: Edition, found: Findings): void {
	const lines = new Map<string, JsonObject[]>();
	for (const row of rowsOf(edition, 'beteiligung')) {
		const key = `${text(row.verfahren)}, ${text(row.merkmal)}`;
		lines.set(key, [...(lines.get(key) ?? []), row]);
	}
	for (const [name, rows] of lines) {
		const same = new Set(rows.map((row) => `${String(row.zusammen)} ${text(row.stand)}`));
		found.expect(same.size === 1, () => `beteiligung: ${name}: Die Zeilen nennen verschiedene Summen oder Tage.`);
		for (const row of rows)
			found.expect(
				(row.zurueckgehalten === true) === (row.zahl === null),
				() => `beteiligung: ${name}, ${text(row.auspraegung)}: Ob die Zahl zurückgehalten ist, ist falsch angegeben.`
			);
		for (const row of rows)
			found.expect(
				row.mindestens_prozent === null || row.zahl === null,
				() => `beteiligung: ${name}, ${text(row.auspraegung)}: »mindestens« steht bei einer Zahl, die gezeigt ist.`
			);
	}
	const processes = new Set([...lines.keys()].map((key) => key.split(', ')[0]));
	const kinds = codesOf(edition, 'beteiligung', 'merkmal');
	for (const process of processes)
		for (const kind of kinds)
			if (!ALL_AT_ONCE.includes(kind))
				found.expect(
					lines.has(`${process}, ${kind}`) || kind === 'months',
					() => `beteiligung: ${process}: Es fehlt ${kind}.`
				);
}

/** What was voted on: a wording, in a phase, in versions that have it. */
function checkWordings(edition: Edition, found: Findings): void {
	for (const phases of ['ergebnisse', 'positionen'])
		for (const row of rowsOf(edition, phases)) {
			const phase = rowsOf(edition, 'phasen').find((one) => one.art === row.phase);
			found.expect(
				phase?.art_label === row.phase_label,
				() => `${phases}: »${text(row.phase_label)}« heißt in phasen anders.`
			);
			const versions = text(row.fassungen).split(', ').map(Number);
			found.expect(
				versions.every((one, at) => one > (versions[at - 1] ?? 0)),
				() => `${phases}: Punkt ${String(row.punkt)}: »${text(row.fassungen)}« ist keine Reihe von Fassungen.`
			);
			const first = rowsOf(edition, 'fassungen').find((one) => one.nummer === versions[0]);
			found.expect(
				text(row.seit ?? row.stand) >= text(first?.veroeffentlicht),
				() => `${phases}: Punkt ${String(row.punkt)}: Der Tag ist älter als die Fassung.`
			);
			const wordings = rowsOf(edition, 'punkte').filter(
				(one) => one.punkt === row.punkt && versions.includes(number(one.fassung) ?? 0)
			);
			found.expect(
				new Set(wordings.map((one) => canonical([one.titel ?? null, one.text ?? null]))).size === 1,
				() => `${phases}: Punkt ${String(row.punkt)} hat in diesen Fassungen nicht denselben Wortlaut.`
			);
			for (const version of text(row.fassungen).split(', '))
				found.expect(
					rowsOf(edition, 'punkte').some((one) => one.punkt === row.punkt && String(one.fassung) === version),
					() => `${phases}: Punkt ${String(row.punkt)} steht nicht in Fassung ${version}.`
				);
		}
}

/** Lines that a process may be without. */
const ALL_AT_ONCE: readonly string[] = ['districts'];

const CHOICES: Readonly<Record<string, string>> = { agree: 'zustimmung', pass: 'weiss_nicht', disagree: 'ablehnung' };

/** »Mindestens« stands only where the count itself is held back, and cannot be more than what is left for it. */
function checkMostly(table: string, row: JsonObject, found: Findings): void {
	const [percent, column] = [number(row.mindestens_prozent), CHOICES[text(row.mindestens_wahl)]];
	const name = `${table}: Punkt ${String(row.punkt)}, ${text(row.gruppe_label)}`;
	found.expect((percent === null) === (column === undefined), () => `${name}: »mindestens« steht nur zur Hälfte da.`);
	if (percent === null || column === undefined) return;
	found.expect(row[column] === null, () => `${name}: »mindestens« steht bei einer Zahl, die gezeigt ist.`);
	const total = number(row.stimmen);
	if (total === null) return;
	const shown = choices(row).reduce<number>((sum, one) => sum + (one ?? 0), 0);
	found.expect(
		(percent / 100) * total <= total - shown + total / 200,
		() => `${name}: Mindestens ${percent} Prozent kann nicht sein.`
	);
}

function checkMeetings(edition: Edition, found: Findings): void {
	for (const row of rowsOf(edition, 'treffen'))
		found.expect(
			(number(row.personen) ?? 0) >= LEAST && text(row.gehalten) <= text(row.veroeffentlicht),
			() => `treffen: Nummer ${String(row.nummer)}: Es waren weniger als fünf Menschen, oder der Tag kann nicht sein.`
		);
	for (const table of HANDS) for (const row of rowsOf(edition, table)) checkHands(edition, table, row, found);
}

/** There are not more hands than people, and what they were raised for stood in that version. A reading is its group's. */
function checkHands(edition: Edition, table: string, row: JsonObject, found: Findings): void {
	const meeting = rowsOf(edition, 'treffen').find((one) => one.nummer === row.treffen);
	const sum = choices(row).reduce<number>((all, one) => all + (one ?? 0), 0);
	const name = `${table}: Treffen ${String(row.treffen)}, Punkt ${String(row.punkt)}`;
	found.expect(
		meeting === undefined || sum <= (number(meeting.personen) ?? 0),
		() => `${name}: Es sind mehr Hände als Menschen.`
	);
	found.expect(
		rowsOf(edition, 'punkte').some((one) => one.punkt === row.punkt && one.fassung === row.fassung),
		() => `${table}: Punkt ${String(row.punkt)} steht nicht in Fassung ${String(row.fassung)}.`
	);
	if (table !== 'lesarten') return;
	found.expect(
		meeting === undefined || meeting.gruppe === row.gruppe,
		() => `${name}: Beim Treffen war eine andere Gruppe.`
	);
	const [agree, disagree] = [number(row.zustimmung), number(row.ablehnung)];
	found.expect(
		agree === null || disagree === null || agree > disagree,
		() => `${name}: Es sind nicht mehr Hände dafür als dagegen.`
	);
}

function checkRecorded(row: JsonObject, found: Findings): void {
	const [recorded, votes] = [number(row.aufgeschrieben), number(row.stimmen)];
	if (recorded === null || votes === null) return;
	found.expect(
		recorded <= votes && (recorded === 0 || recorded >= LEAST),
		() =>
			`ergebnisse: Bei Punkt ${String(row.punkt)} sind mehr Stimmen aufgeschrieben, als es gibt, oder weniger als fünf.`
	);
}
