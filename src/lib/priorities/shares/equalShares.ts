/**
 * The Method of Equal Shares (Peters and Skowron 2020, "Proportionality and the limits of welfarism"; Peters, Pierczyński
 * and Skowron 2021, "Proportional participatory budgeting with additive utilities"): everybody gets an equal part of the
 * budget as a purse, and a measure is taken when those who ticked it can pay for it together out of their purses. Each measure
 * counts as one, whatever it costs; the examples of equalshares.net count it by its cost (see `published.test.ts`).
 */
export const PURSES = ['people', 'groups'] as const;
/** `people`: everybody's purse is the same. `groups`: every declared group gets the same sum for its people to share. */
export type Purse = (typeof PURSES)[number];

export interface Ballots {
	/** How many declared groups there are. */
	groups: number;
	/** By ballot: the group, 0 … groups − 1. */
	group: Uint8Array;
	/** Groups that get no part of their own: their people have the same purse as where everybody has the same. */
	outside?: readonly number[];
	/** By measure: numbers of the ballots that tick it, ascending. */
	supporters: readonly Uint32Array[];
}

export interface Round {
	/** Place of the measure in `costs`. */
	measure: number;
	cost: number;
	/** `shares`: paid out of the purses. `support`: out of what was left over, because most people want it. */
	how: 'shares' | 'support';
	/** ρ: the most that anybody pays for it; null where nobody's purse was asked. */
	most: number | null;
	/** By group: how many tick it. */
	supporters: number[];
	/** By group: what they pay together; zero for all where nobody's purse was asked. */
	paid: number[];
}

export interface Shares {
	purse: Purse;
	/** By what factor purses were raised so that less of the budget is left over; 1: not at all. */
	raised: number;
	rounds: Round[];
	/** What is left of the budget. */
	left: number;
}

/** Add1: purses grow by a hundredth at a time for as long as what they buy stays within the budget. */
const STEP = 1.01;
/** Two sums of purses that differ by less than this part of themselves are the same. */
const TOLERANCE = 1e-9;

/**
 * Costs and budget in one unit, costs above zero; the order of measures decides ties: the first one wins. Measures that
 * nobody ticks are never taken.
 */
export function equalShares(ballots: Ballots, costs: readonly number[], budget: number, purse: Purse): Shares {
	expectCosts(costs);
	const purses = firstPurses(ballots, budget, purse);
	const wants = costs.map((cost, measure) => wantOf(ballots, purses, measure, cost));
	let [step, best] = [0, fund(ballots, wants, purses, 1)];
	while (isMoreAffordable(wants, budget, best)) {
		const next = Math.max(step + 1, firstPayable(wants, best));
		const rounds = fund(ballots, wants, purses, STEP ** next);
		if (costOf(rounds) > budget * (1 + TOLERANCE)) break;
		[step, best] = [next, rounds];
	}
	const rest = bySupport(wants, budget - costOf(best), takenIn(best));
	const rounds = [...best, ...rest];
	return { purse, raised: STEP ** step, rounds, left: budget - costOf(rounds) };
}

function expectCosts(costs: readonly number[]): void {
	if (!costs.every((cost) => cost > 0 && cost < Infinity)) throw new RangeError('a cost has to be above zero');
}

/** A measure and those who tick it. */
interface Want {
	measure: number;
	cost: number;
	supporters: Uint32Array;
	/** By group: how many tick it. */
	people: number[];
	/** What all their first purses hold together. */
	weight: number;
}

function wantOf(ballots: Ballots, purses: Float64Array, measure: number, cost: number): Want {
	const supporters = ballots.supporters[measure] ?? NOBODY;
	const people = new Array<number>(ballots.groups).fill(0);
	let weight = 0;
	for (const one of supporters) {
		const group = ballots.group[one] ?? 0;
		people[group] = (people[group] ?? 0) + 1;
		weight += purses[one] ?? 0;
	}
	return { measure, cost, supporters, people, weight };
}

const NOBODY = new Uint32Array();

/** By ballot: its part of the budget. */
function firstPurses({ groups, group, outside = [] }: Ballots, budget: number, purse: Purse): Float64Array {
	const people = new Array<number>(groups).fill(0);
	for (const one of group) people[one] = (people[one] ?? 0) + 1;
	const even = budget / group.length;
	const declared = people.map((count, one) => (outside.includes(one) ? 0 : count));
	const together = declared.reduce((sum, count) => sum + count, 0) * even;
	const each = together / declared.filter((count) => count > 0).length;
	return Float64Array.from(group, (own) =>
		purse === 'people' || outside.includes(own) ? even : each / (people[own] ?? 1)
	);
}

/** Whether anything that somebody wants and that is not taken would still fit into the budget. */
function isMoreAffordable(wants: readonly Want[], budget: number, rounds: readonly Round[]): boolean {
	const left = budget - costOf(rounds);
	const taken = takenIn(rounds);
	return wants.some(({ measure, cost, weight }) => weight > 0 && cost <= left * (1 + TOLERANCE) && !taken.has(measure));
}

/** The first step at which those who want something that is not taken could pay for it at all: no step before it buys more. */
function firstPayable(wants: readonly Want[], rounds: readonly Round[]): number {
	const taken = takenIn(rounds);
	const open = wants.filter(({ measure, weight }) => weight > 0 && !taken.has(measure));
	const factor = Math.min(...open.map(({ cost, weight }) => cost / weight));
	return Math.ceil(Math.log(factor) / Math.log(STEP) - TOLERANCE);
}

const costOf = (rounds: readonly Round[]) => rounds.reduce((sum, { cost }) => sum + cost, 0);
const takenIn = (rounds: readonly Round[]) => new Set(rounds.map(({ measure }) => measure));

/** The rounds until no measure can be paid for any more. */
function fund(ballots: Ballots, wants: readonly Want[], purses: Float64Array, factor: number): Round[] {
	const left = purses.map((own) => own * factor);
	// What a measure asks of its supporters only grows while purses shrink: what it asked before is a lower bound.
	const asks = wants.flatMap((want) =>
		want.weight > 0 && want.weight * factor >= want.cost * (1 - TOLERANCE)
			? [{ ...want, bound: want.cost / want.supporters.length }]
			: []
	);
	const rounds: Round[] = [];
	for (;;) {
		const best = cheapest(asks, left);
		if (best === null) return rounds;
		rounds.push(pay(ballots, left, best));
		asks.splice(asks.indexOf(best), 1);
	}
}

interface Ask extends Want {
	/** ρ is at least this; the ρ itself of the one that `cheapest` returns. Infinity: they cannot pay for it. */
	bound: number;
}

/** The one that asks least of its supporters; null: nobody can pay for any. */
function cheapest(asks: Ask[], left: Float64Array): Ask | null {
	let best: Ask | null = null;
	asks.sort((a, b) => a.bound - b.bound || a.measure - b.measure);
	for (const ask of asks) {
		const most: number = best === null ? Infinity : best.bound * (1 + TOLERANCE);
		if (ask.bound === Infinity || ask.bound > most) break;
		ask.bound = leastMost(ask, left, most);
		if (ask.bound <= most && ask.bound < Infinity && (best === null || isBefore(ask, best))) best = ask;
	}
	return best;
}

function isBefore(one: Ask, other: Ask): boolean {
	if (Math.abs(one.bound - other.bound) <= TOLERANCE * other.bound) return one.measure < other.measure;
	return one.bound < other.bound;
}

/**
 * ρ: the smallest sum so that supporters who each pay it, or all they have, reach the cost together; Infinity when they
 * cannot. Once it is known to be above `enough`, something above that and not above ρ.
 */
function leastMost({ supporters, cost, bound }: Ask, left: Float64Array, enough: number): number {
	// Whoever has less than the part asked gives everything, and the others share what that leaves open. Each time round
	// the part grows, so it ends; everybody still sharing has enough.
	for (let part = bound; ;) {
		let [together, sharing] = [0, 0];
		for (let place = 0; place < supporters.length; place++) {
			const own = left[supporters[place] ?? 0] ?? 0;
			// Without a branch, which nobody could foretell: that takes half the time.
			together += Math.min(own, part);
			sharing += Number(own >= part);
		}
		if (sharing === 0) return together < cost * (1 - TOLERANCE) ? Infinity : part;
		const next = part + (cost - together) / sharing;
		if (next <= part * (1 + TOLERANCE)) return Math.max(part, next);
		part = next;
		if (part > enough) return part;
	}
}

function pay({ groups, group }: Ballots, left: Float64Array, ask: Ask): Round {
	const { measure, cost, supporters, people, bound: most } = ask;
	const paid = new Array<number>(groups).fill(0);
	for (const one of supporters) {
		const own = left[one] ?? 0;
		// What is left by rounding is nothing.
		const part = own <= most * (1 + TOLERANCE) ? own : most;
		left[one] = own - part;
		paid[group[one] ?? 0] = (paid[group[one] ?? 0] ?? 0) + part;
	}
	return { measure, cost, how: 'shares', most, supporters: people, paid };
}

/** What still fits into the budget, those first whose supporters' first purses are the largest part. */
function bySupport(wants: readonly Want[], budget: number, taken: ReadonlySet<number>): Round[] {
	const heavier = (a: Want, b: Want) =>
		Math.abs(a.weight - b.weight) <= TOLERANCE * b.weight ? 0 : b.weight - a.weight;
	const open = wants.filter(({ measure, weight }) => weight > 0 && !taken.has(measure));
	const rounds: Round[] = [];
	let left = budget;
	for (const { measure, cost, people } of open.sort((a, b) => heavier(a, b) || a.measure - b.measure)) {
		if (cost > left * (1 + TOLERANCE)) continue;
		left -= cost;
		rounds.push({ measure, cost, how: 'support', most: null, supporters: people, paid: people.map(() => 0) });
	}
	return rounds;
}

/** What the plain majority takes: by number of ticks, whatever still fits; the first measure wins a tie. */
export function plainMajority(
	{ supporters }: Pick<Ballots, 'supporters'>,
	costs: readonly number[],
	budget: number
): number[] {
	expectCosts(costs);
	const ticks = (measure: number) => supporters[measure]?.length ?? 0;
	let left = budget;
	return costs
		.map((_, measure) => measure)
		.filter((measure) => ticks(measure) > 0)
		.sort((a, b) => ticks(b) - ticks(a) || a - b)
		.filter((measure) => {
			const cost = costs[measure] ?? 0;
			if (cost > left) return false;
			left -= cost;
			return true;
		});
}
