import { mixed } from '../chance.ts';
import { sumsOf, SUMS, type Sums } from './kdTreeFiltering.ts';
import type { Tree } from './kdTree.ts';

/** Where centres have come to rest. */
export interface End {
	centres: Float64Array;
	/** What the centres take from the sum of all squares, below 0: the less, the better. The spread itself without a constant. */
	gained: number;
}

const ROUNDS_MAX = 1_000;

/**
 * Takes centres to their end: everybody to the nearest centre, centres into the middle of theirs, until nothing moves any
 * more (Lloyd 1982). Where centres go next follows from who stands at which: when that is as it was on the way from
 * another beginning, the end is known, and the same.
 */
export class Lloyd {
	readonly #tree: Tree;
	/** By who stands at which centre: the end this leads to. */
	readonly #known = new Map<number, End>();

	constructor(tree: Tree) {
		this.#tree = tree;
	}

	/** The end of these centres, which are moved on the way. */
	end(centres: Float64Array): End {
		const sums = new Float64Array((SUMS * centres.length) / 2);
		const way: number[] = [];
		for (let round = 0, end: End | null = null; ; round++) {
			sumsOf(this.#tree, centres, sums);
			const division = divisionIn(sums);
			end = (division === null ? null : this.#known.get(division)) ?? moved(centres, sums, round >= ROUNDS_MAX);
			if (division !== null) way.push(division);
			if (!end) continue;
			for (const one of way) this.#known.set(one, end);
			return end;
		}
	}
}

/**
 * Who stands at which centre, in a number of 53 bits, whatever the centres are called; null where a centre has lost
 * everybody: then it matters where it stands.
 */
function divisionIn(sums: Sums): number | null {
	let [one, other] = [0, 0];
	for (let at = 0; at < sums.length; at += SUMS) {
		if ((sums[at] ?? 0) === 0) return null;
		const marks = sums[at + SUMS - 1] ?? 0;
		const [high, low] = [Math.floor(marks / 2 ** 32), marks >>> 0];
		one += mixed(low, high);
		other += mixed(high, low);
	}
	return (one >>> 0) * 2 ** 21 + ((other >>> 0) >>> 11);
}

/** Moves every centre into the middle of its places; the end when none has moved, or when it has taken too long. */
function moved(centres: Float64Array, sums: Sums, late: boolean): End | null {
	let [same, gained] = [true, 0];
	for (let c = 0; 2 * c < centres.length; c++) {
		const n = sums[SUMS * c] ?? 0;
		const x = sums[SUMS * c + 1] ?? 0;
		const y = sums[SUMS * c + 2] ?? 0;
		// A centre that has lost everybody stays where it is.
		if (n === 0) continue;
		const [newX, newY] = [x / n, y / n];
		if (!near(newX, centres[2 * c] ?? 0) || !near(newY, centres[2 * c + 1] ?? 0)) same = false;
		centres[2 * c] = newX;
		centres[2 * c + 1] = newY;
		gained -= (x * x + y * y) / n;
	}
	return same || late ? { centres, gained } : null;
}

/** Sums differ in their last digits by the order in which regions were added. */
const near = (one: number, other: number) => Math.abs(one - other) <= 1e-12 * (1 + Math.abs(one));
