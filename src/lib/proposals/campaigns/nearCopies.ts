import { fold } from '../lists/searchText.ts';

/** From so many people on that send nearly the same text it is a campaign. */
export const CAMPAIGN_MIN = 5;

/** Runs of so many words are compared: a changed word changes three of them. */
const RUN = 3;
/** So many runs of a text are kept, those with the smallest hashes: enough to tell within a few hundredths how alike two texts are. */
const KEPT = 64;
/** The smallest of them lead to texts that may be alike. */
const LEADING = 8;
/** Two texts that are alike share most of the leading runs. */
const LEADING_SHARED = 2;
/** A run that stands at the head of so many different texts ("Sehr geehrte Damen und Herren") leads nowhere. */
const COMMON = 400;
/** From such a share of common runs on, two texts are nearly the same: two thirds of the words stand in both, in the same order. */
const NEARLY = 0.5;

/** The runs of words of a text as numbers, ascending, at most `KEPT`; of a short text the whole. */
export type Sketch = Uint32Array;

export function sketchOf(text: string): Sketch {
	const words = fold(text).split(' ');
	const hashes = new Set<number>();
	for (let at = 0; at === 0 || at + RUN <= words.length; at++) hashes.add(hashOf(words.slice(at, at + RUN).join(' ')));
	return Uint32Array.from(hashes).sort().slice(0, KEPT);
}

/** FNV-1a, mixed once more: neighbours must not have neighbouring numbers. */
function hashOf(run: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < run.length; at++) hash = Math.imul(hash ^ run.charCodeAt(at), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}

/** How much two texts have in common, 0 to 1: the share of common runs among the smallest of both (bottom-k sketches). */
export function shareOf(one: Sketch, other: Sketch): number {
	const most = Math.min(KEPT, Math.max(one.length, other.length));
	let [a, b, seen, common] = [0, 0, 0, 0];
	while (seen < most && (a < one.length || b < other.length)) {
		const [left, right] = [one[a] ?? Infinity, other[b] ?? Infinity];
		if (left === right) common += 1;
		if (left <= right) a += 1;
		if (right <= left) b += 1;
		seen += 1;
	}
	return seen === 0 ? 0 : common / seen;
}

interface First {
	id: string;
	sketch: Sketch;
	/** Who sent such a text: whoever sends it twice is one. */
	people: Set<string>;
}

/**
 * Sorts texts into groups of nearly equal ones. Each is compared with the first text of every group, never with the
 * others: a chain of small changes does not lead from one concern to another. The same texts in the same order give the
 * same groups.
 */
export class NearCopies {
	readonly #firsts: First[] = [];
	readonly #leads = new Map<number, number[]>();
	readonly #groupOf = new Map<string, First>();

	/** `from`: whose text it is. */
	add(id: string, sketch: Sketch, from = id): void {
		const group = this.#nearest(sketch) ?? this.#begin(id, sketch);
		group.people.add(from);
		this.#groupOf.set(id, group);
	}

	#begin(id: string, sketch: Sketch): First {
		const first = { id, sketch, people: new Set<string>() };
		const place = this.#firsts.push(first) - 1;
		for (const run of sketch.subarray(0, LEADING)) {
			const there = this.#leads.get(run);
			if (there) there.push(place);
			else this.#leads.set(run, [place]);
		}
		return first;
	}

	/** Of several groups the likest, of those the oldest. */
	#nearest(sketch: Sketch): First | null {
		const shared = new Map<number, number>();
		const leading = sketch.subarray(0, LEADING);
		for (const run of leading) {
			const places = this.#leads.get(run) ?? [];
			if (places.length > COMMON) continue;
			for (const place of places) shared.set(place, (shared.get(place) ?? 0) + 1);
		}
		let best: { first: First; place: number; share: number } | null = null;
		for (const [place, count] of shared) {
			const first = this.#firsts[place];
			if (!first || count < Math.min(LEADING_SHARED, leading.length)) continue;
			const share = shareOf(first.sketch, sketch);
			if (share < NEARLY) continue;
			if (!best || share > best.share || (share === best.share && place < best.place)) best = { first, place, share };
		}
		return best?.first ?? null;
	}

	/** The texts of campaigns, each with the first of its group. */
	campaigns(): Map<string, string> {
		const large = [...this.#groupOf].filter(([, { people }]) => people.size >= CAMPAIGN_MIN);
		return new Map(large.map(([id, { id: first }]) => [id, first]));
	}
}
