import { countBehind, peopleByGroup, type Support } from './support.ts';
import { share, weigh, weightsOf, type Weighing } from './weighing.ts';

/**
 * What a left-out candidate would mend: Σ wᵢ / (1 + how many of the chosen i stands behind) over its people, as a share of
 * everybody's weight. People who have nothing yet count in full (the greedy step of proportional approval voting). It
 * promises nothing: whoever takes the candidate in audits again.
 */
export interface Repair {
	candidate: number;
	mends: number;
}

/** Every left-out candidate that anybody stands behind, the one that mends most first; ties by the lower number. */
export function repairs(support: Support, chosen: ReadonlySet<number>, weighing: Weighing): Repair[] {
	const weights = weightsOf(weighing, peopleByGroup(support), support.declared);
	const { having } = countBehind(support, chosen);
	const mends = Float64Array.from({ length: support.size }, (_, candidate) => {
		let sum = 0;
		for (let has = 0; has <= chosen.size; has++)
			sum += share(weigh(weights, having(candidate, has)), weights.total) / (1 + has);
		return sum;
	});
	return Array.from(mends, (sum, candidate) => ({ candidate, mends: sum }))
		.filter(({ candidate, mends }) => mends > 0 && !chosen.has(candidate))
		.sort((a, b) => b.mends - a.mends || a.candidate - b.candidate);
}
