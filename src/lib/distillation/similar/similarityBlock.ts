import { BUCKETS } from './grams.ts';

/** So many texts share one block: few enough that the last one is made anew in an instant when texts come. */
export const BLOCK = 1_000;

/** An inverted index of up to BLOCK texts in typed arrays: three bytes for each run of signs in each text. */
export class Block {
	readonly #starts = new Uint32Array(BUCKETS + 1);
	readonly #texts: Uint16Array;
	readonly #counts: Uint8Array;
	readonly #norms: Float32Array;

	constructor(texts: readonly ReadonlyMap<number, number>[]) {
		for (const grams of texts) {
			for (const bucket of grams.keys()) this.#starts[bucket + 1] = this.#start(bucket + 1) + 1;
		}
		for (let bucket = 0; bucket < BUCKETS; bucket++)
			this.#starts[bucket + 1] = this.#start(bucket) + this.#start(bucket + 1);
		const size = this.#start(BUCKETS);
		this.#texts = new Uint16Array(size);
		this.#counts = new Uint8Array(size);
		this.#norms = new Float32Array(texts.length);
		const free = this.#starts.slice();
		for (const [text, grams] of texts.entries()) {
			for (const [bucket, count] of grams) {
				const place = free[bucket] ?? 0;
				free[bucket] = place + 1;
				this.#texts[place] = text;
				this.#counts[place] = count;
			}
		}
	}

	#start(bucket: number): number {
		return this.#starts[bucket] ?? 0;
	}

	/** The lengths of its texts, when rare runs weigh so much. */
	weigh(rarity: Float32Array): void {
		const squares = new Float64Array(this.#norms.length);
		for (let bucket = 0; bucket < BUCKETS; bucket++) {
			const rare = rarity[bucket] ?? 0;
			for (let at = this.#start(bucket); at < this.#start(bucket + 1); at++) {
				const weight = (this.#counts[at] ?? 0) * rare;
				const text = this.#texts[at] ?? 0;
				squares[text] = (squares[text] ?? 0) + weight * weight;
			}
		}
		for (const [text, square] of squares.entries()) this.#norms[text] = Math.sqrt(square);
	}

	/** The cosine of each of its texts with a query of length 1. `query`: weights by bucket, times rarity. */
	score(query: ReadonlyMap<number, number>, rarity: Float32Array): Float32Array {
		const scores = new Float32Array(this.#norms.length);
		for (const [bucket, asked] of query) {
			const weight = asked * (rarity[bucket] ?? 0);
			const end = this.#start(bucket + 1);
			for (let at = this.#start(bucket); at < end; at++) {
				const text = this.#texts[at] ?? 0;
				scores[text] = (scores[text] ?? 0) + weight * (this.#counts[at] ?? 0);
			}
		}
		for (let text = 0; text < scores.length; text++) scores[text] = (scores[text] ?? 0) / (this.#norms[text] || 1);
		return scores;
	}

	get bytes(): number {
		return this.#starts.byteLength + this.#texts.byteLength + this.#counts.byteLength + this.#norms.byteLength;
	}
}
