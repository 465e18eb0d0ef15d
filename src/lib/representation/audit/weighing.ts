/**
 * `groups`: every declared group counts the same, however many came, and who is in none is not balanced in; `people`:
 * everybody counts the same.
 */
export const WEIGHINGS = ['groups', 'people'] as const;
export type Weighing = (typeof WEIGHINGS)[number];

/**
 * The weight of one person of each group, as whole numbers in a common unit, so that a share that reaches a bar exactly
 * is no matter of rounding. Groups without people weigh nothing.
 */
export interface Weights {
	each: readonly bigint[];
	/** Of everybody together. */
	total: bigint;
}

export function weightsOf(weighing: Weighing, people: readonly number[], declared: number = people.length): Weights {
	if (weighing === 'people')
		return { each: people.map(() => 1n), total: weigh({ each: people.map(() => 1n) }, people) };
	const common = people
		.filter((count, group) => count > 0 && group < declared)
		.reduce((all, count) => leastCommonMultiple(all, BigInt(count)), 1n);
	const each = people.map((count, group) => (count === 0 || group >= declared ? 0n : common / BigInt(count)));
	return { each, total: weigh({ each }, people) };
}

/** What so many people of each group weigh together. */
export function weigh({ each }: Pick<Weights, 'each'>, people: readonly number[]): bigint {
	return people.reduce((sum, count, group) => sum + BigInt(count) * (each[group] ?? 0n), 0n);
}

/** `part` of `total` as a number between 0 and 1, exact to nine digits. */
export function share(part: bigint, total: bigint): number {
	return total === 0n ? 0 : Number((part * 1_000_000_000n) / total) / 1_000_000_000;
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
	let [one, other] = [a, b];
	while (other > 0n) [one, other] = [other, one % other];
	return (a / one) * b;
}
