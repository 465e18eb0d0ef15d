import { countBehind, peopleByGroup, type Support } from './support.ts';
import { share, weigh, weightsOf, type Weighing, type Weights } from './weighing.ts';

/**
 * Whether a choice stands for the people who took part: EJR+ (Brill and Peters 2023, "Robust and verifiable
 * proportionality axioms for multiwinner voting"; with votes that are not complete, Halpern et al. 2023). Of k chosen
 * candidates, people who are ℓ of k parts of everybody may expect ℓ of them: where so many agree on something that was
 * left out and each has fewer than ℓ, that is a violation. None for any candidate and any ℓ is the certificate.
 */
export interface Violation {
	/** What was left out. */
	candidate: number;
	/** ℓ: of how many of the chosen its people are a part large enough. */
	deserved: number;
	/** By group: people behind the candidate with fewer than `deserved` of the chosen. */
	people: number[];
	/** The share of everybody's weight that they are, 0 to 1. The bar they reach is deserved / k. */
	share: number;
}

export interface Audit {
	weighing: Weighing;
	/** k. */
	chosen: number;
	/** By group: everybody. */
	people: number[];
	/** By group: people who stand behind nothing that was chosen. */
	without: number[];
	/** One for each candidate, at the ℓ whose bar is passed by most; who are the largest part come first. */
	violations: Violation[];
}

/** Takes time in proportion to the entries of the support, plus candidates × chosen × groups. */
export function audit(support: Support, chosen: ReadonlySet<number>, weighing: Weighing): Audit {
	const { having, without } = countBehind(support, chosen);
	const people = peopleByGroup(support);
	const weights = weightsOf(weighing, people, support.declared);
	const violations: Violation[] = [];
	for (let candidate = 0; candidate < support.size && chosen.size > 0; candidate++)
		if (!chosen.has(candidate)) {
			const found = strongest(candidate, (chosen) => having(candidate, chosen), chosen.size, weights);
			if (found) violations.push(found);
		}
	violations.sort((a, b) => b.share - a.share || a.candidate - b.candidate);
	return { weighing, chosen: chosen.size, people, without, violations };
}

function strongest(
	candidate: number,
	having: (chosen: number) => number[],
	chosen: number,
	weights: Weights
): Violation | null {
	let found: (Violation & { weight: bigint }) | null = null;
	let people = weights.each.map(() => 0);
	for (let deserved = 1; deserved <= chosen; deserved++) {
		const more = having(deserved - 1);
		people = people.map((count, group) => count + (more[group] ?? 0));
		const weight = weigh(weights, people);
		const reaches = weight > 0n && weight * BigInt(chosen) >= BigInt(deserved) * weights.total;
		// Which passes its bar by most: weight / deserved against what was found before.
		if (reaches && (found === null || weight * BigInt(found.deserved) > found.weight * BigInt(deserved)))
			found = { candidate, deserved, people, share: share(weight, weights.total), weight };
	}
	if (found === null) return null;
	const { weight: _, ...violation } = found;
	return violation;
}
