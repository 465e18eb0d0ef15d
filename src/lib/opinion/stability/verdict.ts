import { sideOfChance, type ByChance } from './nullModel.ts';
import { groupLeast, sideOfStability, type PartitionScore } from './stability.ts';

/** Whether there are groups of opinion: surely, perhaps, or not. Only sure ones are shown. */
export const VERDICTS = ['stable', 'borderline', 'none'] as const;
export type StabilityRating = (typeof VERDICTS)[number];

/**
 * Why not surely: other participants would give other groups; chance makes groups as clear; every division has a group
 * that is too small to be shown; too few people to be divided at all; or enough of them, but all at one place.
 */
export const CAUSES = ['unstable', 'chance', 'small', 'few', 'alike'] as const;
export type Cause = (typeof CAUSES)[number];

export interface Judged {
	verdict: StabilityRating;
	/** null: stable. */
	cause: Cause | null;
}

const VERDICT_OF = { above: 'stable', near: 'borderline', below: 'none' } as const;

interface Facts {
	people: number;
	/** Whether all stand at one place. */
	alike: boolean;
	silhouette: number | null;
	byChance: ByChance | null;
}

/** `found`: the division that was chosen or asked for; null: there is none that could be shown. */
export function rateStability(found: PartitionScore | null, { people, alike, silhouette, byChance }: Facts): Judged {
	if (people < 2 * groupLeast(people)) return { verdict: 'none', cause: 'few' };
	if (alike) return { verdict: 'none', cause: 'alike' };
	if (found === null || found.k < 2 || found.smallest < groupLeast(people)) return { verdict: 'none', cause: 'small' };
	const stability = found.stability ? VERDICT_OF[sideOfStability(found.stability)] : 'none';
	const clear = silhouette !== null && byChance ? VERDICT_OF[sideOfChance(silhouette, byChance)] : 'none';
	const worse = VERDICTS.indexOf(stability) >= VERDICTS.indexOf(clear) ? stability : clear;
	if (worse === 'stable') return { verdict: 'stable', cause: null };
	return { verdict: worse, cause: worse === stability ? 'unstable' : 'chance' };
}
