/** `old[x0..x1)` against `young[y0..y1)`. */
export interface Stretch {
	x0: number;
	x1: number;
	y0: number;
	y1: number;
}

/** How far one has got on each diagonal, from one end. */
export class Frontier {
	min: number;
	max: number;
	readonly #reached: Int32Array;
	readonly #offset: number;
	readonly #nowhere: number;

	constructor(reached: Int32Array, offset: number, diagonal: number, x: number, nowhere: number) {
		[this.#reached, this.#offset, this.#nowhere] = [reached, offset, nowhere];
		this.min = this.max = diagonal;
		this.set(diagonal, x);
	}

	at(diagonal: number): number {
		return this.#reached[diagonal + this.#offset] ?? this.#nowhere;
	}

	set(diagonal: number, x: number): void {
		this.#reached[diagonal + this.#offset] = x;
	}

	holds(diagonal: number): boolean {
		return this.min <= diagonal && diagonal <= this.max;
	}

	/** One diagonal further on both sides, within the stretch. */
	widen(least: number, most: number): void {
		if (this.min > least) this.set(--this.min - 1, this.#nowhere);
		else this.min++;
		if (this.max < most) this.set(++this.max + 1, this.#nowhere);
		else this.max--;
	}
}

/** Where the more was covered, from the beginning or from the end. */
export function furthest(ahead: Frontier, back: Frontier, { x0, x1, y0, y1 }: Stretch): [number, number] {
	let [best, from]: [[number, number], number] = [[x0, y0], -1];
	for (let d = ahead.max; d >= ahead.min; d -= 2) {
		const x = Math.min(ahead.at(d), x1, y1 + d);
		if (from < x + x - d) [best, from] = [[x, x - d], x + x - d];
	}
	let [last, to]: [[number, number], number] = [[x1, y1], Infinity];
	for (let d = back.max; d >= back.min; d -= 2) {
		const x = Math.max(back.at(d), x0, y0 + d);
		if (x + x - d < to) [last, to] = [[x, x - d], x + x - d];
	}
	return x1 + y1 - to < from - (x0 + y0) ? best : last;
}
