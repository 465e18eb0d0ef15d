import type { Findings } from '../finding.ts';
import { number, object, objects, text, type JsonObject } from '../values.ts';

/**
 * The Method of Equal Shares (Peters and Skowron 2020), from what is published of it: everybody has an equal part of the
 * budget, and the measure is taken next that asks the least of those who ticked it. Before the first step all purses are
 * full, so that step can be computed from the ticks alone; of later ones it can be told what cannot be.
 */
interface Told {
	content: JsonObject;
	budget: number;
	/** How many took part. */
	total: number;
	purse: 'people' | 'groups';
	outcome: JsonObject;
}

const NAMES = { people: 'gleiche Geldbeutel', groups: 'gleiche Gruppen' } as const;
/** Purses grow by a hundredth at a time. */
const STEP = 1.01;

export function checkPurse(where: string, told: Told, found: Findings): void {
	const { content, budget, outcome, purse } = told;
	const name = `${where}, ${NAMES[purse]}`;
	const rounds = objects(outcome.rounds);
	const measures = new Map(objects(content.measures).map((one) => [number(one.number), one]));
	const left = number(outcome.left) ?? NaN;
	const spent = rounds.reduce((sum, round) => sum + (number(round.cost) ?? NaN), 0);
	found.expect(
		Math.abs(spent + left - budget) < 1e-9 && left >= -1e-9,
		() => `${name}: Was ausgewählt ist, kostet ${spent}. Übrig sein sollen ${left} von ${budget}.`
	);
	const taken = rounds.map((round) => number(round.number));
	found.expect(new Set(taken).size === taken.length, () => `${name}: Eine Maßnahme ist zweimal ausgewählt.`);
	const rest = [...measures].filter(([which]) => !taken.includes(which)).map(([, measure]) => measure);
	for (const measure of rest)
		found.expect(
			number(measure.ticks) === null || number(measure.ticks) === 0 || (number(measure.cost) ?? 0) > left + 1e-9,
			() => `${name}: Für Maßnahme ${String(measure.number)} wäre noch genug übrig.`
		);
	const factor = factorOf(number(outcome.raised));
	if (factor === null)
		return found.wrong(`${name}: Um ${String(outcome.raised)} Prozent kann kein Geldbeutel wachsen.`);
	for (const [place, round] of rounds.entries()) {
		const measure = measures.get(number(round.number));
		const own = `${name}, Schritt ${place + 1}`;
		if (!measure || measure.cost !== round.cost) {
			found.wrong(`${own}: Die Maßnahme oder ihre Kosten sind nicht die der Tabelle.`);
			continue;
		}
		checkRound(own, { ...told, round, measure, factor, before: rounds[place - 1] ?? null }, found);
	}
	checkFirst(name, told, factor, found);
	checkPaid(name, told, factor, found);
}

/** 1.01 to the power of some step, by the percent it is told as; null: of no step. */
function factorOf(raised: number | null): number | null {
	for (let step = 0; raised !== null && step < 1000; step++) {
		const percent = Math.round((STEP ** step - 1) * 100);
		if (percent === raised) return STEP ** step;
		if (percent > raised) return null;
	}
	return null;
}

interface Step extends Told {
	round: JsonObject;
	measure: JsonObject;
	factor: number;
	before: JsonObject | null;
}

function checkRound(name: string, step: Step, found: Findings): void {
	const { round, measure, factor, before, budget, total, purse } = step;
	const [most, ticks, cost] = [number(round.most), number(measure.ticks), number(round.cost) ?? 0];
	if (round.how === 'support') {
		found.expect(
			most === null && round.carried === null,
			() => `${name}: Aus dem Rest zahlt niemand, angegeben ist etwas anderes.`
		);
		return;
	}
	found.expect(
		round.how === 'shares' && (before === null || before.how === 'shares'),
		() => `${name}: Erst kommen die Geldbeutel, dann der Rest.`
	);
	found.expect(
		(most === null) === (ticks === null),
		() => `${name}: Der höchste Beitrag passt nicht zu dem, was gezeigt ist.`
	);
	if (most !== null && ticks !== null) {
		const least = (100 * cost) / ticks / ((budget * factor) / total);
		found.expect(
			most >= Math.round(least) - 1 && (purse === 'groups' || most <= 100),
			() => `${name}: Der höchste Beitrag ist ${most} Prozent. Weniger als ${Math.round(least)} kann es nicht sein.`
		);
	}
	const [carried, groups] = [object(round.carried), object(measure.groups)];
	const shares = Object.entries(groups).map(([group, count]) => {
		const share = number(carried[group]);
		found.expect(
			(share === null) === (count === null) && (count !== 0 || share === 0),
			() => `${name}: Was ${group} trägt, passt nicht zu dem, was angekreuzt ist.`
		);
		return share;
	});
	const sum = shares.reduce<number>((all, share) => all + (share ?? 0), 0);
	found.expect(
		shares.includes(null) ? sum <= 100 + shares.length : Math.abs(sum - 100) <= shares.length / 2,
		() => `${name}: Die Anteile der Gruppen ergeben ${sum} Prozent.`
	);
}

/** By group, what each of its people has at first; null: too much is held back. */
function pursesOf({ content, budget, total, purse }: Told): Map<string, number> | null {
	const people = object(object(content.people).groups);
	const even = budget / total;
	if (purse === 'people') return new Map(Object.keys(people).map((group) => [group, even]));
	const joined = Array.isArray(content.joined) ? content.joined : [];
	const counts = Object.entries(people).map(([group, count]) => ({ group, count: number(count) }));
	const declared = counts.filter(({ group }) => group !== 'none' && !joined.includes(group));
	if (declared.some(({ count }) => count === null)) return null;
	const parts = declared.filter(({ count }) => count !== 0);
	const together = parts.reduce((sum, { count }) => sum + (count ?? 0), 0) * even;
	return new Map(
		counts.map(({ group, count }) => [
			group,
			parts.some((one) => one.group === group) ? together / parts.length / (count ?? 1) : even
		])
	);
}

/** ρ of a measure while all purses are full; Infinity: they cannot pay for it; null: too much is held back. */
function asks(measure: JsonObject, purses: ReadonlyMap<string, number>, factor: number): number | null {
	const cost = number(measure.cost) ?? Infinity;
	const same = new Set(purses.values()).size === 1;
	const [even = 0] = purses.values();
	const lines = same
		? [{ count: number(measure.ticks), purse: even * factor }]
		: [...purses].map(([group, purse]) => ({ count: number(object(measure.groups)[group]), purse: purse * factor }));
	if (lines.some(({ count }) => count === null)) return null;
	const known = lines.map(({ count, purse }) => ({ count: count ?? 0, purse })).filter(({ count }) => count > 0);
	let [open, sharing] = [cost, known.reduce((sum, { count }) => sum + count, 0)];
	for (const { count, purse } of known.sort((a, b) => a.purse - b.purse)) {
		if (open / sharing <= purse * (1 + 1e-9)) return open / sharing;
		open -= count * purse;
		sharing -= count;
	}
	return Infinity;
}

function checkFirst(name: string, told: Told, factor: number, found: Findings): void {
	const purses = pursesOf(told);
	const [first] = objects(told.outcome.rounds);
	if (!purses || first?.how !== 'shares') return;
	const all = objects(told.content.measures).map((measure) => ({ measure, part: asks(measure, purses, factor) }));
	const own = all.find(({ measure }) => measure.number === first.number);
	if (!own || own.part === null) return;
	const { part } = own;
	const percent = Math.round((100 * part) / ((told.budget * factor) / told.total));
	found.expect(
		number(first.most) === null || number(first.most) === percent,
		() =>
			`${name}: Im ersten Schritt zahlen Menschen höchstens ${percent} Prozent, angegeben ist ${String(first.most)}.`
	);
	for (const other of all) {
		if (other.part === null || other === own) continue;
		const less = other.part < part * (1 - 1e-9);
		const tie = Math.abs(other.part - part) <= 1e-9 * part;
		found.expect(
			!less && !(tie && (number(other.measure.number) ?? 0) < (number(first.number) ?? 0)),
			() => `${name}: Maßnahme ${String(other.measure.number)} verlangt weniger und müsste der erste Schritt sein.`
		);
	}
}

/** No group pays more than its people have together. */
function checkPaid(name: string, told: Told, factor: number, found: Findings): void {
	const purses = pursesOf(told);
	if (!purses) return;
	for (const [group, purse] of purses) {
		const people = number(object(object(told.content.people).groups)[group]);
		if (people === null) continue;
		let [paid, rounding] = [0, 0];
		for (const round of objects(told.outcome.rounds)) {
			const cost = number(round.cost) ?? 0;
			paid += ((number(object(round.carried)[group]) ?? 0) / 100) * cost;
			rounding += 0.005 * cost;
		}
		found.expect(
			paid <= people * purse * factor + rounding + 1e-9,
			() => `${name}: ${text(group)} zahlt mehr, als alle zusammen haben.`
		);
	}
}
