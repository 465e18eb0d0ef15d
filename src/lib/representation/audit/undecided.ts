import { wilson } from '../../votes/summary/wilson.ts';
import { countBehind, type Support } from './support.ts';
import { WEIGHINGS, type Weighing } from './weighing.ts';

/**
 * Of which candidates it is not clear yet whether leaving them out is a violation: votes are never complete, and what somebody
 * has not seen counts as if she did not agree. Of those who have seen the candidate a share stands behind it and behind fewer
 * than ℓ of the k chosen; as long as the bar ℓ/k lies within the uncertainty of that share (Wilson, 95 %), another answer
 * may decide it. 1: the bar is met exactly; 0: it is decided, and so is what was chosen.
 */
export function undecided(
	support: Support,
	chosen: ReadonlySet<number>,
	/** By candidate and group: how many have seen it, whatever they said. */
	seen: readonly (readonly number[])[]
): number[] {
	const { having } = countBehind(support, chosen);
	return Array.from({ length: support.size }, (_, candidate) => {
		if (chosen.has(candidate) || chosen.size === 0) return 0;
		const levels = Array.from({ length: chosen.size }, (_, has) => having(candidate, has));
		const own = { levels, seen: seen[candidate] ?? [], declared: support.declared };
		return Math.max(...WEIGHINGS.map((weighing) => nearness(own, weighing)));
	});
}

interface Seen {
	/** By how many of the chosen they stand behind as well, and by group. */
	levels: readonly (readonly number[])[];
	seen: readonly number[];
	declared: number;
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

function shareOf(behind: readonly number[], { seen, declared }: Seen, weighing: Weighing): number {
	if (weighing === 'people') return sum(behind) / sum(seen);
	const shares = seen.slice(0, declared).flatMap((all, group) => (all > 0 ? [(behind[group] ?? 0) / all] : []));
	return shares.length === 0 ? 0 : sum(shares) / shares.length;
}

function nearness(own: Seen, weighing: Weighing): number {
	const n = sum(own.seen);
	if (n === 0) return 1;
	let nearest = 0;
	let behind = own.seen.map(() => 0);
	for (const [place, more] of own.levels.entries()) {
		behind = behind.map((count, group) => count + (more[group] ?? 0));
		const share = shareOf(behind, own, weighing);
		const bar = (place + 1) / own.levels.length;
		const { low, high } = wilson(share * n, n);
		if (low >= bar) return 0;
		if (high > bar)
			nearest = Math.max(nearest, share < bar ? (high - bar) / (high - share) : (bar - low) / (share - low));
	}
	return nearest;
}
