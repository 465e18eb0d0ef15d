import type { Chance } from '../chance.ts';
import type { Cloud } from './kdTree.ts';

/** Beginnings are drawn from so many places: what follows from them is computed over all. */
const DRAWN_FROM = 1_000;

/** Centres far from each other: each next one is drawn with a chance that grows with the square of its distance. */
export function startCentres({ places, weights }: Cloud, k: number, chance: Chance): Float64Array {
	const stride = Math.max(1, Math.floor(weights.length / DRAWN_FROM));
	const offset = chance.below(stride);
	const some = Math.max(1, Math.floor((weights.length - offset + stride - 1) / stride));
	const away = new Float64Array(some);
	let total = 0;
	for (let place = 0; place < some; place++) {
		away[place] = weights[offset + stride * place] ?? 0;
		total += away[place] ?? 0;
	}
	const centres: number[] = [];
	for (let c = 0; c < k; c++) {
		const next = offset + stride * draw(away, chance.next() * total);
		const x = places[2 * next] ?? 0;
		const y = places[2 * next + 1] ?? 0;
		centres.push(x, y);
		total = 0;
		for (let place = 0; place < some; place++) {
			const p = offset + stride * place;
			const dx = (places[2 * p] ?? 0) - x;
			const dy = (places[2 * p + 1] ?? 0) - y;
			const squared = (weights[p] ?? 0) * (dx * dx + dy * dy);
			if (c === 0 || squared < (away[place] ?? 0)) away[place] = squared;
			total += away[place] ?? 0;
		}
		// Everybody stands on a centre already: there are not more different places.
		if (total <= 0) break;
	}
	return Float64Array.from(centres);
}

/** The place at which the weights before it add up to this; the last that has any where rounding leads too far. */
function draw(weights: Float64Array, upTo: number): number {
	let [sum, last] = [0, 0];
	for (let place = 0; place < weights.length; place++) {
		const weight = weights[place] ?? 0;
		if (weight <= 0) continue;
		last = place;
		sum += weight;
		if (sum >= upTo) return place;
	}
	return last;
}
