/**
 * Vectors are worked on in blocks of four, row by row: entry j of vector c stands at 4 × j + c. What is read once from
 * memory serves four vectors.
 */
export const BLOCK = 4;
/** Its own constant: where modules are not bundled, one from another module is looked up at every use. */
const FOUR = BLOCK;

/** The products of each two vectors: c of `one` with d of `other` at 4 × c + d. */
export function products(one: Float64Array, other: Float64Array): Float64Array {
	const out = new Float64Array(FOUR * FOUR);
	for (let c = 0; c < FOUR; c++) {
		let [p, q, r, s] = [0, 0, 0, 0];
		for (let at = 0; at < one.length; at += FOUR) {
			const value = one[at + c] ?? 0;
			p += value * (other[at] ?? 0);
			q += value * (other[at + 1] ?? 0);
			r += value * (other[at + 2] ?? 0);
			s += value * (other[at + 3] ?? 0);
		}
		out.set([p, q, r, s], FOUR * c);
	}
	return out;
}

/** to += from × turn, for a table 4 × 4 as `products` gives it. */
export function addTurned(to: Float64Array, from: Float64Array, turn: Float64Array, sign = 1): void {
	for (let d = 0; d < FOUR; d++) {
		const p = sign * (turn[d] ?? 0);
		const q = sign * (turn[FOUR + d] ?? 0);
		const r = sign * (turn[2 * FOUR + d] ?? 0);
		const s = sign * (turn[3 * FOUR + d] ?? 0);
		for (let at = 0; at < to.length; at += FOUR) {
			const sum = p * (from[at] ?? 0) + q * (from[at + 1] ?? 0) + r * (from[at + 2] ?? 0) + s * (from[at + 3] ?? 0);
			to[at + d] = (to[at + d] ?? 0) + sum;
		}
	}
}

/** What is left of a vector that lies among others is rounding, not a direction. */
const ROUNDING = 1e-10;

/** A block of the same kind, orthogonal to these and in itself; what lies among them already becomes 0. */
export function orthonormal(block: Float64Array, others: readonly Float64Array[]): Float64Array {
	const out = Float64Array.from(block);
	const before = [0, 1, 2, 3].map((c) => Math.sqrt(dot(block, c, c)));
	// Twice over: once is not orthogonal enough when vectors are nearly the same.
	for (const _ of [1, 2]) for (const other of others) addTurned(out, other, products(other, out), -1);
	for (let c = 0; c < FOUR; c++) {
		for (const _ of [1, 2]) for (let d = 0; d < c; d++) subtract(out, c, d, dot(out, c, d));
		const after = Math.sqrt(dot(out, c, c));
		const scale = after > ROUNDING * (before[c] ?? 0) && after > 0 ? 1 / after : 0;
		for (let at = c; at < out.length; at += FOUR) out[at] = (out[at] ?? 0) * scale;
	}
	return out;
}

function dot(block: Float64Array, c: number, d: number): number {
	let sum = 0;
	for (let at = 0; at < block.length; at += FOUR) sum += (block[at + c] ?? 0) * (block[at + d] ?? 0);
	return sum;
}

function subtract(block: Float64Array, c: number, d: number, share: number): void {
	for (let at = 0; at < block.length; at += FOUR) block[at + c] = (block[at + c] ?? 0) - share * (block[at + d] ?? 0);
}
