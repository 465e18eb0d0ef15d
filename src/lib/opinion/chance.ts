import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { mersenne } from 'pure-rand/generator/mersenne';

/**
 * Chance that comes out the same for the same seed: two runs over the same votes say the same. The generator is the
 * Mersenne Twister (MT19937), which every language for statistics has: others can draw the same numbers. It shuffles
 * and draws; it keeps no secret.
 */
export class Chance {
	readonly #generator: ReturnType<typeof mersenne>;

	constructor(seed: number) {
		this.#generator = mersenne(seed);
	}

	/** From 0 up to, not including, 1. */
	next(): number {
		return uniformFloat64(this.#generator);
	}

	/** A whole number from 0 to `below` - 1, each as likely as any other. */
	below(below: number): number {
		return uniformInt(this.#generator, 0, below - 1);
	}

	/** `count` numbers from 0 to `below` - 1, each drawn anew: the same one may come again. */
	drawn(count: number, below: number): Uint32Array {
		const numbers = new Uint32Array(count);
		for (let place = 0; place < count; place++) numbers[place] = this.below(below);
		return numbers;
	}
}

/** A number of 32 bits that depends on both, and on their order. */
export function mixed(one: number, other: number): number {
	let t = Math.imul(one ^ 0x9e3779b9, 0x85ebca6b) + Math.imul(other ^ (other >>> 16), 0xc2b2ae35);
	t = Math.imul(t ^ (t >>> 16), 0x7feb352d);
	t = Math.imul(t ^ (t >>> 15), 0x846ca68b);
	return (t ^ (t >>> 16)) >>> 0;
}
