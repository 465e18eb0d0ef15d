import { fold } from '../../proposals/lists/searchText.ts';

/** A gram is counted under one of so many numbers. Two that share one hardly matter among the hundreds of a text. */
export const BUCKETS = 2 ** 18;
const SIZE = 4;
const TF_MAX = 255;

/**
 * What a text is made of: how often each run of four signs stands in it. Words begin and end with a blank, so that
 * endings count; compounds, typing errors and ß/ss still share most of their runs.
 */
export function gramsOf(text: string): Map<number, number> {
	const signs = ` ${fold(text)} `;
	const grams = new Map<number, number>();
	for (let at = 0; at + SIZE <= signs.length; at++) {
		const bucket = bucketOf(signs, at);
		grams.set(bucket, Math.min(TF_MAX, (grams.get(bucket) ?? 0) + 1));
	}
	return grams;
}

/** FNV-1a over four signs. */
function bucketOf(signs: string, at: number): number {
	let hash = 0x811c9dc5;
	for (let next = at; next < at + SIZE; next++) hash = Math.imul(hash ^ signs.charCodeAt(next), 0x01000193);
	return (hash ^ (hash >>> 18)) & (BUCKETS - 1);
}
