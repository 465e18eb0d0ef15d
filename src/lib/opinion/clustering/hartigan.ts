import type { Cloud } from './kdTree.ts';
import { assign } from './nearestCentre.ts';

/** A division of places on the map into groups. Places: x of place p at 2 × p, y at 2 × p + 1. */
export interface Clusters {
	/** How many there are: fewer than asked for when there are not so many different places. */
	k: number;
	/** The group of each place. */
	of: Uint8Array;
	/** Like places. */
	centres: Float64Array;
	/** Sum of squared distances to the own centre. */
	spread: number;
}

/** Much more than it ever takes: places seldom move even once. */
const PASSES_MAX = 200;
/** A move must gain more than rounding makes. */
const GAIN = 1 + 1e-9;

/**
 * Moves single places to another centre as long as that makes the sum of squares smaller, counting how centres follow
 * (Hartigan 1975): k-means at rest can often still be bettered by one who stands at the border.
 */
export function hartigan(cloud: Cloud, from: Float64Array): Clusters {
	const centres = Float64Array.from(from);
	const of = new Uint8Array(cloud.weights.length).fill(255);
	const mass = new Float64Array(centres.length / 2);
	assign(cloud.places, centres, of);
	for (let pass = 0; pass < PASSES_MAX; pass++) {
		recentre(cloud, of, centres, mass);
		if (!moveSome(cloud, of, centres, mass)) break;
	}
	recentre(cloud, of, centres, mass);
	return { k: mass.length, of, centres, spread: spreadOf(cloud, of, centres) };
}

/** Every centre into the middle of those who stand at it; one that has lost everybody stays where it is. */
function recentre({ places, weights }: Cloud, of: Uint8Array, centres: Float64Array, mass: Float64Array): void {
	const sums = new Float64Array(centres.length);
	mass.fill(0);
	for (let p = 0; p < of.length; p++) {
		const c = of[p] ?? 0;
		const w = weights[p] ?? 0;
		mass[c] = (mass[c] ?? 0) + w;
		sums[2 * c] = (sums[2 * c] ?? 0) + w * (places[2 * p] ?? 0);
		sums[2 * c + 1] = (sums[2 * c + 1] ?? 0) + w * (places[2 * p + 1] ?? 0);
	}
	for (let c = 0; c < mass.length; c++) {
		const n = mass[c] ?? 0;
		if (n === 0) continue;
		centres[2 * c] = (sums[2 * c] ?? 0) / n;
		centres[2 * c + 1] = (sums[2 * c + 1] ?? 0) / n;
	}
}

/** Whether somebody moved. */
function moveSome({ places, weights }: Cloud, of: Uint8Array, centres: Float64Array, mass: Float64Array): boolean {
	let moved = false;
	for (let p = 0; p < of.length; p++) {
		const own = of[p] ?? 0;
		const w = weights[p] ?? 0;
		const x = places[2 * p] ?? 0;
		const y = places[2 * p + 1] ?? 0;
		const n = mass[own] ?? 0;
		if (n <= w) continue;
		const stays = ((n * w) / (n - w)) * squared(centres, own, x, y);
		let best = own;
		let least = Infinity;
		for (let c = 0; c < mass.length; c++) {
			const m = mass[c] ?? 0;
			const goes = c === own ? Infinity : ((m * w) / (m + w)) * squared(centres, c, x, y);
			if (goes < least) {
				best = c;
				least = goes;
			}
		}
		if (least * GAIN >= stays) continue;
		shift(centres, mass, own, -w, x, y);
		shift(centres, mass, best, w, x, y);
		of[p] = best;
		moved = true;
	}
	return moved;
}

/** The middle of a group after a place has come (or gone: a weight below 0). */
function shift(centres: Float64Array, mass: Float64Array, c: number, w: number, x: number, y: number): void {
	const n = (mass[c] ?? 0) + w;
	centres[2 * c] = (centres[2 * c] ?? 0) + (w / n) * (x - (centres[2 * c] ?? 0));
	centres[2 * c + 1] = (centres[2 * c + 1] ?? 0) + (w / n) * (y - (centres[2 * c + 1] ?? 0));
	mass[c] = n;
}

function squared(centres: Float64Array, c: number, x: number, y: number): number {
	const dx = x - (centres[2 * c] ?? 0);
	const dy = y - (centres[2 * c + 1] ?? 0);
	return dx * dx + dy * dy;
}

function spreadOf({ places, weights }: Cloud, of: Uint8Array, centres: Float64Array): number {
	let sum = 0;
	for (let p = 0; p < of.length; p++)
		sum += (weights[p] ?? 0) * squared(centres, of[p] ?? 0, places[2 * p] ?? 0, places[2 * p + 1] ?? 0);
	return sum;
}
