import { Frontier, furthest, type Stretch } from './frontier.ts';

/**
 * Which tokens went and which came: Myers' difference algorithm in linear space ("An O(ND) Difference Algorithm and Its
 * Variations", 1986). Where two texts differ so much that the shortest script would take quadratic time, a stretch is
 * parted at the point reached furthest, as GNU diff does: the script is longer than need be there, and still true.
 */
export interface EditScript {
	/** 1 for every token of the old text that is not in the new one. */
	removed: Uint8Array;
	/** 1 for every token of the new text that was not in the old one. */
	added: Uint8Array;
}

/** Steps from each end until a stretch is parted where one has got to. */
const LEAST_EFFORT = 256;

export function editScript(old: readonly string[], young: readonly string[]): EditScript {
	// What occurs on one side only is in no script the same: left out, most of the work is done.
	const [here, there] = [sharedWith(new Set(young), old), sharedWith(new Set(old), young)];
	const script = { removed: new Uint8Array(old.length).fill(1), added: new Uint8Array(young.length).fill(1) };
	const numbers = new Map<string, number>();
	const numbered = (tokens: readonly string[], places: readonly number[]) =>
		Int32Array.from(places, (place) => {
			const token = tokens[place] ?? '';
			const number = numbers.get(token) ?? numbers.size;
			numbers.set(token, number);
			return number;
		});
	const { removed, added } = new Comparison(numbered(old, here), numbered(young, there)).run();
	for (const [index, place] of here.entries()) script.removed[place] = removed[index] ?? 1;
	for (const [index, place] of there.entries()) script.added[place] = added[index] ?? 1;
	return script;
}

function sharedWith(others: ReadonlySet<string>, tokens: readonly string[]): number[] {
	return tokens.flatMap((token, place) => (others.has(token) ? [place] : []));
}

class Comparison {
	readonly #old: Int32Array;
	readonly #young: Int32Array;
	readonly #forward: Int32Array;
	readonly #backward: Int32Array;
	readonly #offset: number;
	readonly #effort: number;

	constructor(old: Int32Array, young: Int32Array) {
		[this.#old, this.#young] = [old, young];
		// Furthest x on each diagonal x − y, from the beginning and from the end.
		this.#offset = young.length + 1;
		this.#forward = new Int32Array(old.length + young.length + 3);
		this.#backward = new Int32Array(old.length + young.length + 3);
		this.#effort = Math.max(LEAST_EFFORT, Math.ceil(Math.sqrt(old.length + young.length)));
	}

	run(): EditScript {
		const script = { removed: new Uint8Array(this.#old.length), added: new Uint8Array(this.#young.length) };
		// A stack of our own: what is parted badly may go deeper than calls can.
		const open: Stretch[] = [{ x0: 0, x1: this.#old.length, y0: 0, y1: this.#young.length }];
		for (let whole = open.pop(); whole; whole = open.pop()) {
			const stretch = this.#withoutSharedEnds(whole);
			const { x0, x1, y0, y1 } = stretch;
			if (x0 === x1) script.added.fill(1, y0, y1);
			else if (y0 === y1) script.removed.fill(1, x0, x1);
			else {
				const [x, y] = this.#middle(stretch);
				open.push({ x0: x, x1, y0: y, y1 }, { x0, x1: x, y0, y1: y });
			}
		}
		return script;
	}

	#withoutSharedEnds({ x0, x1, y0, y1 }: Stretch): Stretch {
		while (x0 < x1 && y0 < y1 && this.#old[x0] === this.#young[y0]) [x0, y0] = [x0 + 1, y0 + 1];
		while (x0 < x1 && y0 < y1 && this.#old[x1 - 1] === this.#young[y1 - 1]) [x1, y1] = [x1 - 1, y1 - 1];
		return { x0, x1, y0, y1 };
	}

	/** A point on a shortest way through the stretch, or on a good one where the shortest is too dear. */
	#middle(stretch: Stretch): [number, number] {
		const { x0, x1, y0, y1 } = stretch;
		const ahead = new Frontier(this.#forward, this.#offset, x0 - y0, x0, -1);
		const back = new Frontier(this.#backward, this.#offset, x1 - y1, x1, x1 + 1);
		const odd = ((x0 - y0 - (x1 - y1)) & 1) !== 0;
		for (let cost = 1; ; cost++) {
			ahead.widen(x0 - y1, x1 - y0);
			const met = this.#stepAhead(ahead, stretch, odd ? back : null);
			if (met) return met;
			back.widen(x0 - y1, x1 - y0);
			const metBack = this.#stepBack(back, stretch, odd ? null : ahead);
			if (metBack) return metBack;
			if (cost >= this.#effort) return furthest(ahead, back, stretch);
		}
	}

	#stepAhead(ahead: Frontier, { x1, y1 }: Stretch, back: Frontier | null): [number, number] | null {
		for (let d = ahead.max; d >= ahead.min; d -= 2) {
			const [below, above] = [ahead.at(d - 1), ahead.at(d + 1)];
			let x = below < above ? above : below + 1;
			while (x < x1 && x - d < y1 && this.#old[x] === this.#young[x - d]) x++;
			ahead.set(d, x);
			if (back?.holds(d) && back.at(d) <= x) return [x, x - d];
		}
		return null;
	}

	#stepBack(back: Frontier, { x0, y0 }: Stretch, ahead: Frontier | null): [number, number] | null {
		for (let d = back.max; d >= back.min; d -= 2) {
			const [below, above] = [back.at(d - 1), back.at(d + 1)];
			let x = below < above ? below : above - 1;
			while (x > x0 && x - d > y0 && this.#old[x - 1] === this.#young[x - d - 1]) x--;
			back.set(d, x);
			if (ahead?.holds(d) && x <= ahead.at(d)) return [x, x - d];
		}
		return null;
	}
}
