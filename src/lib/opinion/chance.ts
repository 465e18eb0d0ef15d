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

	/** At most `count` different numbers from 0 to `below` - 1, ascending. */
	some(count: number, below: number): Uint32Array {
		const all = new Uint32Array(below);
		for (let index = 0; index < below; index++) all[index] = index;
		if (count >= below) return all;
		for (let place = 0; place < count; place++) {
			const other = place + this.below(below - place);
			const held = all[place] ?? 0;
			all[place] = all[other] ?? 0;
			all[other] = held;
		}
		return all.slice(0, count).sort();
	}
}
