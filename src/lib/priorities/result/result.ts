import { z } from 'zod';
import { MIN_COUNT, OPINION, PRESENCE, sum, suppress } from '../../votes/suppression/suppression.ts';
import { equalShares, plainMajority, PURSES, type Ballots, type Purse, type Shares } from '../shares/equalShares.ts';
import { COST_CLASSES, type ReadyRound } from '../priority.ts';

/**
 * What is kept and shown of a round, once and for all: codes and numbers, no sentence. Everything that is counted from
 * ballots is suppressed here, before it is written; nothing finer is kept anywhere.
 */

const whole = z.number().int().nonnegative();
const byGroup = z.record(z.string(), whole.nullable());

const OutcomeText = z.strictObject({
	/** By what percent purses were raised so that less is left over. */
	raised: whole,
	left: z.number(),
	rounds: z.array(
		z.strictObject({
			number: whole,
			cost: z.number(),
			/** Out of the purses, or out of what was left over, because most people want it. */
			how: z.enum(['shares', 'support']),
			/** Percent of an average purse: the most that anybody paid. null: not out of purses, or held back. */
			most: whole.nullable(),
			/** Percent of the cost that each group carried. null: not out of purses, or held back. */
			carried: byGroup.nullable()
		})
	)
});
export type Outcome = z.output<typeof OutcomeText>;

export const ResultText = z.strictObject({
	budget: z.number(),
	weights: z.strictObject({ small: z.number(), medium: z.number(), large: z.number() }),
	/** Who took part, by group. `total` null: too few to show anything. */
	people: z.strictObject({ total: whole.nullable(), groups: byGroup }),
	/** Groups too small to have a part of their own. */
	joined: z.array(z.string()),
	measures: z.array(
		z.strictObject({
			number: whole,
			cost: z.number(),
			costClass: z.enum(COST_CLASSES),
			/** How many tick it. null: held back. */
			ticks: whole.nullable(),
			/** The same by group. */
			groups: byGroup
		})
	),
	/** null: too few took part. */
	outcomes: z.strictObject({ people: OutcomeText, groups: OutcomeText }).nullable(),
	/** What the plain majority would have taken, in its order. */
	majority: z.array(whole)
});
export type Result = z.output<typeof ResultText>;

/** One ballot: a group, and the boxes that are ticked. */
export interface Ticked {
	group: string;
	ticks: readonly number[];
}

/** Counts ballots one by one: never all of them in memory. `groups`: all keys that a ballot can have. */
export class Counting {
	readonly #places: Map<number, number>;
	readonly #supporters: number[][];
	readonly #group: number[] = [];
	readonly groups: string[];

	constructor(round: ReadyRound, groups: readonly string[]) {
		this.#places = new Map(round.measures.map(({ id }, place) => [id, place]));
		this.#supporters = round.measures.map(() => []);
		this.groups = [...groups];
	}

	add({ group, ticks }: Ticked): void {
		const places = ticks.flatMap((id) => this.#places.get(id) ?? []);
		if (places.length === 0) return;
		for (const place of places) this.#supporters[place]?.push(this.#group.length);
		if (!this.groups.includes(group)) this.groups.push(group);
		this.#group.push(this.groups.indexOf(group));
	}

	/** `declared`: groups that may have a part of their own. */
	ballots(declared: readonly string[]): Ballots & { people: number[] } {
		const people = this.groups.map((_, place) => this.#group.filter((own) => own === place).length);
		const isLarge = (key: string, place: number) => declared.includes(key) && (people[place] ?? 0) >= MIN_COUNT;
		return {
			groups: this.groups.length,
			group: Uint8Array.from(this.#group),
			outside: this.groups.flatMap((key, place) => (isLarge(key, place) ? [] : [place])),
			supporters: this.#supporters.map((list) => Uint32Array.from(list)),
			people
		};
	}
}

/** The result as it is published. `declared`: the groups of the profile. */
export function resultOf(round: ReadyRound, counting: Counting, declared: readonly string[]): Result {
	const ballots = counting.ballots(declared);
	const { groups } = counting;
	const people = suppress(recordOf(groups, ballots.people), PRESENCE);
	const costs = round.measures.map(({ costClass }) => round.weights[costClass]);
	const ticked = ballots.supporters.map((list) => ticksOf(list, ballots, groups));
	const enough = people.total !== null && people.total > 0;
	const told = (purse: Purse) => {
		const shares = equalShares(ballots, costs, round.budget, purse);
		return outcomeOf(round, shares, { groups, ticked, average: (round.budget * shares.raised) / ballots.group.length });
	};
	return {
		budget: round.budget,
		weights: { ...round.weights },
		people: { total: people.total, groups: { ...people.counts } },
		joined: enough ? declared.filter((key) => isJoined(ballots, groups.indexOf(key))) : [],
		measures: round.measures.map(({ number, costClass }, place) => ({
			...{ number, costClass, cost: costs[place] ?? 0, ticks: null, groups: {} },
			...(enough ? ticked[place] : undefined)
		})),
		outcomes: enough ? { people: told('people'), groups: told('groups') } : null,
		majority: enough
			? plainMajority(ballots, costs, round.budget).map((place) => round.measures[place]?.number ?? 0)
			: []
	};
}

const recordOf = (keys: readonly string[], values: readonly number[]) =>
	Object.fromEntries(keys.map((key, place) => [key, values[place] ?? 0]));
const isJoined = ({ outside, people }: ReturnType<Counting['ballots']>, place: number) =>
	place >= 0 && outside?.includes(place) === true && (people[place] ?? 0) > 0;

/**
 * How many tick a measure. Who does and who does not is a line of its own for all and for each group. What is held back
 * can be subtracted from all: so the groups held back are, together, a line that may be shown, or one more is held back.
 */
function ticksOf(list: Uint32Array, { group, people }: ReturnType<Counting['ballots']>, groups: readonly string[]) {
	const counts = groups.map(() => 0);
	for (const one of list) counts[group[one] ?? 0] = (counts[group[one] ?? 0] ?? 0) + 1;
	const sumOf = (places: readonly number[], of: readonly number[]) => sum(places.map((place) => of[place] ?? 0));
	const isShown = (places: readonly number[]) => shown(sumOf(places, counts), sumOf(places, people)) !== null;
	const total = shown(list.length, group.length);
	const places = groups.map((_, place) => place).sort((a, b) => (people[a] ?? 0) - (people[b] ?? 0) || a - b);
	const held = places.filter((place) => total === null || !isShown([place]));
	const open = places.filter((place) => !held.includes(place));
	while (held.length > 0 && open.length > 0 && !isShown(held)) held.push(...open.splice(0, 1));
	const each = groups.map((key, place) => [key, open.includes(place) ? (counts[place] ?? 0) : null] as const);
	return { ticks: total, groups: Object.fromEntries(each) };
}

const shown = (ticks: number, all: number) => suppress({ ticks, others: all - ticks }, OPINION).counts.ticks ?? null;

interface Counted {
	groups: readonly string[];
	ticked: readonly ReturnType<typeof ticksOf>[];
	/** What an average purse held. */
	average: number;
}

function outcomeOf(round: ReadyRound, shares: Shares, { groups, ticked, average }: Counted): Outcome {
	return {
		raised: Math.round((shares.raised - 1) * 100),
		left: shares.left,
		rounds: shares.rounds.map(({ measure, cost, how, most, paid }) => {
			const { ticks = null, groups: each = {} } = ticked[measure] ?? {};
			return {
				...{ number: round.measures[measure]?.number ?? 0, cost, how },
				// Both tell how many tick it: they are shown where that is.
				most: most === null || ticks === null ? null : Math.round((most / average) * 100),
				carried: most === null ? null : carriedBy(paid, cost, groups, each)
			};
		})
	};
}

/** In percent, of the groups whose ticks are told. */
function carriedBy(
	paid: readonly number[],
	cost: number,
	groups: readonly string[],
	ticks: Readonly<Record<string, number | null>>
) {
	const told = groups.map((key, place) => {
		const known = (ticks[key] ?? null) !== null;
		return [key, known ? Math.round(((paid[place] ?? 0) / cost) * 100) : null] as const;
	});
	return Object.fromEntries(told);
}

/** Which of the purses is replayed, and how far; all of it where nobody asks. */
export const StepQuery = z.object({
	geldbeutel: z.enum(PURSES).catch('people'),
	schritt: z.coerce.number().int().nonnegative().nullable().catch(null).default(null)
});

/** What is left of the budget after so many steps. */
export const leftAfter = (budget: number, { rounds }: Outcome, steps: number): number =>
	budget - rounds.slice(0, steps).reduce((sum, { cost }) => sum + cost, 0);

/** What every one of the three ways takes, in the order for equal people; and what only some of them take. */
export function firstIn({ outcomes, majority }: Result): { sure: number[]; some: number[] } {
	const [people, groups] = [outcomes?.people, outcomes?.groups].map(
		(outcome) => outcome?.rounds.map(({ number }) => number) ?? []
	);
	const orders = [people ?? [], groups ?? [], majority];
	const all = [...new Set(orders.flat())];
	const isSure = (number: number) => orders.every((order) => order.includes(number));
	return { sure: all.filter(isSure), some: all.filter((number) => !isSure(number)) };
}
