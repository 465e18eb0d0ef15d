import type { Group } from '../../people/person.ts';
import { MIN_ANSWERS_PER_GROUP } from '../summary/summary.ts';
import { wilson } from '../summary/wilson.ts';

/**
 * Which point to ask about next. Asked is where an answer tells most: where groups are least sure, where few have
 * answered, where opinions lie apart. How many agree does not matter: what few like is asked about as often as what
 * everybody likes. Nor whether people miss a point among those that unite most (`representation/audit/undecided.ts`): as long as
 * that is undecided, it is asked about more often. As long as a person's own group is too small to speak on some point, she is asked about such points.
 */
export interface Askable {
	number: number;
	/** Persons of each group of the profile who answered, and agreed; `n` 0 where nobody has. */
	groups: readonly { group: Group; agree: number; n: number }[];
	/** All answers so far. */
	answers: number;
	/** How far opinions on it lie apart, in any unit; 0 where nobody has computed it. */
	extremity?: number;
	/** From 0 to 1: whether it is undecided if people miss it among the points that unite most; absent: nobody has computed it. */
	undecided?: number;
}

export interface Asker {
	group: Group;
	/** The same seed and the same state of votes give the same point. */
	seed: string;
}

/** A new point is asked about up to nine times as often; with every five answers half as much more. */
const NEW = 8;
const HALF_LIFE = 5;
/** Where it is wholly undecided whether people miss a point, it is asked about so many times as often. */
const MISSED = 5;
/** Nothing is asked about less than this share of the mean. */
const FLOOR = 0.2;

/** The number of the next point, or null when there is none. */
export function nextQuestion(points: readonly Askable[], asker: Asker): number | null {
	const lacking = points.filter((point) => lacks(point, asker.group));
	const asked = [...(lacking.length > 0 ? lacking : points)].sort((a, b) => a.number - b.number);
	// Every group to ten answers first, on every point alike.
	const weights = weightsOf(asked, { missed: lacking.length === 0 });
	let rest = chance(asker.seed) * weights.reduce((sum, weight) => sum + weight, 0);
	const chosen = asked.find((_, index) => (rest -= weights[index] ?? 0) < 0);
	return (chosen ?? asked.at(-1))?.number ?? null;
}

function lacks({ groups }: Askable, own: Group): boolean {
	const mine = groups.find(({ group }) => group === own);
	return mine !== undefined && mine.n < MIN_ANSWERS_PER_GROUP;
}

export function weightsOf(points: readonly Askable[], { missed = true } = {}): number[] {
	const farthest = Math.max(0, ...points.map(({ extremity = 0 }) => extremity));
	const raw = points.map((point) => {
		const apart = farthest > 0 ? (point.extremity ?? 0) / farthest : 0;
		const open = missed ? 1 + (MISSED - 1) * (point.undecided ?? 0) : 1;
		return unsure(point) * (1 + NEW * 2 ** (-point.answers / HALF_LIFE)) * (0.5 + apart) * open;
	});
	const mean = raw.reduce((sum, weight) => sum + weight, 0) / Math.max(1, raw.length);
	return raw.map((weight) => Math.max(weight, FLOOR * mean));
}

/** The widest interval of all declared groups. */
function unsure({ groups }: Askable): number {
	const widths = groups.map(({ agree, n }) => {
		const { low, high } = wilson(agree, n);
		return high - low;
	});
	return Math.max(...widths);
}

/** A number from 0 to 1 out of a text (FNV-1a, then mixed as in MurmurHash3). */
function chance(seed: string): number {
	let hash = 2_166_136_261;
	for (let at = 0; at < seed.length; at++) hash = Math.imul(hash ^ seed.charCodeAt(at), 16_777_619);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
