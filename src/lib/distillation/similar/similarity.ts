import { Block, BLOCK } from './similarityBlock.ts';
import { BUCKETS, gramsOf } from './grams.ts';

/** From here on two texts are shown as similar, and as nearly the same. Measured on contributions in German. */
export const SIMILAR = 0.45;
export const NEAR = 0.8;

/** From here on two texts share more than single words. */
const PARTLY = 0.25;

/** How near two texts are, in words. */
export type Nearness = 'copy' | 'similar' | 'partly' | 'hardly';

export function nearnessOf(score: number): Nearness {
	if (score >= NEAR) return 'copy';
	if (score >= SIMILAR) return 'similar';
	return score >= PARTLY ? 'partly' : 'hardly';
}

export interface Match {
	id: string;
	/** Cosine, 0 to 1. */
	score: number;
}

/**
 * Texts by likeness: runs of four signs, weighed by rarity (TF-IDF), compared by cosine. Full blocks stay as they are;
 * the last one is made anew when texts come. A text that went is passed over until its block would be half empty.
 */
export class Similarity {
	readonly #blocks: { ids: string[]; block: Block }[] = [];
	#last: { id: string; grams: Map<number, number> }[] = [];
	readonly #gone = new Set<string>();
	readonly #frequencies = new Uint32Array(BUCKETS);
	readonly #rarity = new Float32Array(BUCKETS);
	#size = 0;
	#weighed = 0;
	#tail: { ids: string[]; block: Block } | null = null;

	/** Call `settle` when all have come. */
	add(id: string, text: string): void {
		const grams = gramsOf(text);
		this.#gone.delete(id);
		this.#last.push({ id, grams });
		for (const bucket of grams.keys()) this.#frequencies[bucket] = (this.#frequencies[bucket] ?? 0) + 1;
		this.#size += 1;
		this.#tail = null;
		if (this.#last.length === BLOCK) {
			this.#blocks.push(this.#blockOf(this.#last));
			this.#last = [];
		}
	}

	/** It is found no longer. An id that went may only come back as another text under another id. */
	remove(id: string): void {
		this.#gone.add(id);
	}

	/** Makes what came findable. Weights change little with a few texts more, so they are taken anew by the twentieth. */
	settle(): void {
		if (this.#last.length > 0) this.#tail ??= this.#blockOf(this.#last);
		const stale = this.#size > this.#weighed * 1.05;
		if (stale) {
			this.#weighed = this.#size;
			for (let bucket = 0; bucket < BUCKETS; bucket++) {
				this.#rarity[bucket] = 1 + Math.log((1 + this.#size) / (1 + (this.#frequencies[bucket] ?? 0)));
			}
			for (const { block } of this.#blocks) block.weigh(this.#rarity);
		}
		this.#tail?.block.weigh(this.#rarity);
	}

	#blockOf(texts: readonly { id: string; grams: Map<number, number> }[]) {
		const made = { ids: texts.map(({ id }) => id), block: new Block(texts.map(({ grams }) => grams)) };
		made.block.weigh(this.#rarity);
		return made;
	}

	/** The most similar texts, best first, from `least` on. Ties in the order in which they came. */
	like(text: string, { least, most }: { least: number; most: number }): Match[] {
		const counted = gramsOf(text);
		const query = new Map([...counted].map(([bucket, count]) => [bucket, count * (this.#rarity[bucket] ?? 0)]));
		const length = Math.hypot(...query.values()) || 1;
		for (const [bucket, weight] of query) query.set(bucket, weight / length);
		const found: Match[] = [];
		for (const { ids, block } of this.#tail ? [...this.#blocks, this.#tail] : this.#blocks) {
			for (const [index, score] of block.score(query, this.#rarity).entries()) {
				const id = ids[index];
				if (score >= least && id !== undefined && !this.#gone.has(id)) found.push({ id, score: Math.min(1, score) });
			}
		}
		return found.sort((a, b) => b.score - a.score).slice(0, most);
	}

	/** How many texts it holds, also those that went. */
	get size(): number {
		return this.#size;
	}

	/** Roughly, in memory. */
	get bytes(): number {
		const blocks = this.#blocks.reduce((sum, { block }) => sum + block.bytes, this.#tail?.block.bytes ?? 0);
		return blocks + this.#frequencies.byteLength + this.#rarity.byteLength;
	}
}
