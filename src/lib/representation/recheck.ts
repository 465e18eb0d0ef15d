import type { Coverage, Owed, Represented } from '../strategy/versions/represented.ts';
import { sum } from '../votes/suppression/suppression.ts';
import { NO_STATEMENT } from '../profile/groups/group.ts';
import { weigh, weightsOf, WEIGHINGS, type Weighing } from './audit/weighing.ts';

/**
 * Recomputes what follows from the frozen sums alone: that parts add up, that who is said to be owed something is a part
 * large enough, and that every violation has its reason. Returns where the first mistake is, or null.
 */
export function mistakeIn({ chosen, groups, violations }: Represented): string | null {
	const uneven = groups.findIndex(
		({ people, covered, without }) =>
			people !== null && covered !== null && without !== null && covered + without !== people
	);
	if (uneven >= 0) return `groups[${uneven}].people`;
	for (const [place, violation] of violations.entries()) {
		if (violation.reason === '') return `violations[${place}].reason`;
		for (const weighing of WEIGHINGS) {
			const wrong = violation[weighing] && wrongPart(violation[weighing], { chosen, groups, weighing });
			if (wrong) return `violations[${place}].${weighing}.${wrong}`;
		}
	}
	return null;
}

interface Around {
	chosen: number;
	groups: readonly Coverage[];
	weighing: Weighing;
}

function wrongPart({ deserved, percent, people }: Owed, { chosen, groups, weighing }: Around): string | null {
	if (deserved !== null && (deserved < 1 || deserved > chosen)) return 'deserved';
	const sizes = people.map(({ group }) => groups.find((one) => one.group === group)?.people ?? null);
	if (people.some(({ count }, place) => (count ?? 0) > (sizes[place] ?? Infinity))) return 'people';
	const counts = people.map(({ count }) => count);
	if (deserved === null || !areKnown(counts) || !areKnown(sizes)) return null;
	// Whoever is in no group stands last.
	const declared = people.filter(({ group }) => group !== NO_STATEMENT).length;
	const weights = weightsOf(weighing, sizes, declared);
	const weight = weigh(weights, counts);
	if (sum(counts) === 0 || weight * BigInt(chosen) < BigInt(deserved) * weights.total) return 'people';
	return percent !== null && percent === Number((weight * 100n) / weights.total) ? null : 'percent';
}

const areKnown = (counts: readonly (number | null)[]): counts is number[] => counts.every((one) => one !== null);
