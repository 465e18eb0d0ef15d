import type { Chance } from './chance.ts';

/** Centres far from each other: each next one is drawn with a chance that grows with the square of its distance. */
export function starts(places: Float64Array, k: number, chance: Chance): Float64Array {
	const count = places.length / 2;
	const first = chance.below(count);
	const centres = [places[2 * first] ?? 0, places[2 * first + 1] ?? 0];
	const away = new Float64Array(count).fill(Infinity);
	while (centres.length < 2 * k) {
		const [x = 0, y = 0] = centres.slice(-2);
		let total = 0;
		for (let p = 0; p < count; p++) {
			const squared = ((places[2 * p] ?? 0) - x) ** 2 + ((places[2 * p + 1] ?? 0) - y) ** 2;
			if (squared < (away[p] ?? 0)) away[p] = squared;
			total += away[p] ?? 0;
		}
		// Everybody stands on a centre already: there are not more different places.
		if (total <= 0) break;
		const drawn = draw(away, chance.next() * total);
		centres.push(places[2 * drawn] ?? 0, places[2 * drawn + 1] ?? 0);
	}
	return Float64Array.from(centres);
}

function draw(weights: Float64Array, target: number): number {
	let sum = 0;
	let last = 0;
	for (let p = 0; p < weights.length; p++) {
		const weight = weights[p] ?? 0;
		if (weight <= 0) continue;
		last = p;
		sum += weight;
		if (sum >= target) return p;
	}
	return last;
}
