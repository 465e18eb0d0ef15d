/**
 * Chance that comes out the same for the same seed: two runs over the same votes say the same. The generator is
 * mulberry32, with 32 bits of state: enough to shuffle and to draw, not to keep a secret.
 */
export class Chance {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** From 0 up to, not including, 1. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let t = this.#state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	}

	/** A whole number from 0 to `below` - 1. */
	below(below: number): number {
		return Math.floor(this.next() * below);
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
