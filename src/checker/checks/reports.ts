import { Findings, type Finding } from '../finding.ts';
import { list, number, object, objects, text, type JsonObject } from '../values.ts';
import { firstDigests, type Document } from './documents.ts';
import { discoveries, fisherExact, wilsonInterval } from './statistics.ts';

/**
 * What reports say of votes, computed again from the counts they show: the balanced share, who is contested by whom, where
 * a wording is unclear, and the word for all of it. A count that is held back lies between two bounds; nothing is said that
 * does not hold at both.
 */
const FROM = 10;

interface Between {
	least: number;
	most: number;
}

interface Group {
	group: string;
	n: number;
	agree: Between;
	pass: Between;
	disagree: Between;
}

export function checkReports(documents: readonly Document[]): Finding[] {
	const found = new Findings('Berichte');
	const first = firstDigests(documents);
	for (const { number: which, content } of documents.filter(({ kind }) => kind === 'report')) {
		const figures = object(content.figures);
		const name = `Bericht ${which}`;
		for (const point of objects(figures.points)) checkPoint(`${name}, Punkt ${String(point.number)}`, point, found);
		checkAnswers(name, object(figures.answers), found);
		for (const version of objects(figures.versions))
			found.expect(
				text(version.digest) === first.get(`version ${String(version.number)}`),
				() => `${name} nennt eine andere Prüfsumme für Fassung ${String(version.number)}, als sie hat.`
			);
	}
	return found.done(
		'{count} Angaben in Berichten sind neu gerechnet und gleich: Anteile, Mehrheiten, Unterschiede zwischen Gruppen.'
	);
}

function checkAnswers(name: string, answers: JsonObject, found: Findings): void {
	const [none, total] = [number(answers.none), number(answers.total)];
	if (none === null || total === null) return;
	const sum = Object.values(object(answers.byDisposition)).reduce<number>((all, one) => all + (number(one) ?? 0), none);
	found.expect(sum === total, () => `${name}: Die Antworten ergeben ${sum}, angegeben ist ${total}.`);
}

function checkPoint(name: string, point: JsonObject, found: Findings): void {
	const round = object(point.round);
	const told = object(round.summary);
	const rows = objects(round.persons);
	if (rows.length === 0) return;
	const declared = rows.map((row) => text(row.group)).filter((group) => group !== 'none');
	const groups = rows.flatMap((row) => (text(row.group) === 'none' ? [] : (groupOf(row) ?? [])));
	const large = groups.filter(({ n, agree }) => n >= FROM && agree.most - agree.least < n);
	const few = declared.filter((group) => !large.some((one) => one.group === group));
	const same = (label: string, was: unknown, is: unknown) =>
		found.expect(
			JSON.stringify(was) === JSON.stringify(is),
			() => `${name}: ${label} ist ${said(was)}, gerechnet ${said(is)}.`
		);
	same('zu kleine Gruppen', list(told.tooFew), few);
	same(
		'unklar für',
		list(told.unclearFor),
		large.filter(({ pass, n }) => pass.least / n > 0.4).map(({ group }) => group)
	);
	same(
		'anders als die anderen',
		list(told.contestedBy),
		large.filter((one) => standsAlone(one, large)).map(({ group }) => group)
	);
	const [word, side] = wordFor(large, few.length > 0);
	same('das Urteil', [told.word, told.side], [word, side]);
	if (few.length === 0) checkBalance(name, object(told.balanced), large, found);
	else
		found.expect(
			told.balanced === null,
			() => `${name}: Ein ausgewogener Anteil ist angegeben, obwohl eine Gruppe zu klein ist.`
		);
}

const said = (value: unknown) => JSON.stringify(value).replace(/"/g, '');

/** null: nobody of this group voted, or nothing of it is told. */
function groupOf(row: JsonObject): Group | null {
	const n = number(row.n);
	if (n === null || text(row.state) !== 'counted') return null;
	const mostly = object(row.mostly);
	const known = { agree: number(row.agree), pass: number(row.pass), disagree: number(row.disagree) };
	const held = n - Object.values(known).reduce<number>((sum, one) => sum + (one ?? 0), 0);
	const floor = (choice: string) => (mostly.choice === choice ? Math.ceil((number(mostly.share) ?? 0) * n - 1e-9) : 0);
	const between = (choice: 'agree' | 'pass' | 'disagree'): Between => {
		const exact = known[choice];
		if (exact !== null) return { least: exact, most: exact };
		const others = mostly.choice === choice ? 0 : floor(text(mostly.choice));
		return { least: floor(choice), most: held - others };
	};
	return { group: text(row.group), n, agree: between('agree'), pass: between('pass'), disagree: between('disagree') };
}

type Side = 'agree' | 'disagree';
const SIDES: readonly Side[] = ['agree', 'disagree'];
const majority = (one: Group) => SIDES.find((side) => one[side].least / one.n > 0.5) ?? null;

/** More of the other groups have the other majority than share this one's. */
function standsAlone(one: Group, all: readonly Group[]): boolean {
	const own = majority(one);
	if (own === null) return false;
	const others = all.filter((other) => other !== one).map(majority);
	const against = others.filter((side) => side !== null && side !== own).length;
	return against > others.filter((side) => side === own).length;
}

function wordFor(large: readonly Group[], few: boolean): [string, Side | null] {
	if (differ(large)) return ['contested', null];
	if (few) return ['open', null];
	const surely = (one: Group, side: Side) => wilsonInterval(one[side].least, one.n).low;
	const shared = SIDES.find((side) => large.every((one) => surely(one, side) > 0.5));
	if (shared) return ['shared', shared];
	const tendency = SIDES.find((side) => large.every((one) => one[side].least / one.n >= 0.6));
	return tendency ? ['tendency', tendency] : ['mixed', null];
}

/** Of any two groups that differ by more than chance, corrected for the number of pairs, two are a fifth apart. */
function differ(groups: readonly Group[]): boolean {
	const pairs = groups.flatMap((one, at) => groups.slice(at + 1).map((other) => closest(one, other)));
	const gaps = pairs.map(([a, n, b, m]) => Math.abs(a / n - b / m));
	const held = discoveries(
		pairs.map(([a, n, b, m]) => fisherExact(a, n, b, m)),
		0.05
	);
	return held.some((holds, at) => holds && (gaps[at] ?? 0) >= 0.2);
}

/** Agreement and size of both, where they are as close as what is held back allows. */
function closest(one: Group, other: Group): [number, number, number, number] {
	const [low, high] = [one.agree.least / one.n, one.agree.most / one.n];
	const [otherLow, otherHigh] = [other.agree.least / other.n, other.agree.most / other.n];
	if (low > otherHigh) return [one.agree.least, one.n, other.agree.most, other.n];
	if (high < otherLow) return [one.agree.most, one.n, other.agree.least, other.n];
	const shared = Math.max(low, otherLow);
	return [Math.round(shared * one.n), one.n, Math.round(shared * other.n), other.n];
}

function checkBalance(name: string, told: JsonObject, groups: readonly Group[], found: Findings): void {
	for (const end of ['least', 'most'] as const) {
		const mean = groups.reduce((sum, { agree, n }) => sum + agree[end] / n, 0) / groups.length;
		const stated = number(told[end]) ?? NaN;
		found.expect(
			Math.abs(stated - mean) < 1e-9,
			() => `${name}: Der ausgewogene Anteil ist ${percent(stated)}, gerechnet ${percent(mean)}.`
		);
	}
}

const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
