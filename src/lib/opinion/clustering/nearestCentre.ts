/**
 * Writes the nearest centre of each place into `of`; of equally near ones the first. Who stands nearer to her centre
 * than half the way from there to the next one cannot have moved: the others need not be looked at.
 */
export function assign(places: Float64Array, centres: Float64Array, of: Uint8Array): { moved: number; spread: number } {
	const safe = safety(centres);
	let moved = 0;
	let spread = 0;
	for (let p = 0; p < of.length; p++) {
		const x = places[2 * p] ?? 0;
		const y = places[2 * p + 1] ?? 0;
		const own = of[p] ?? 0;
		let nearest = own;
		let least = own < safe.length ? squared(centres, own, x, y) : Infinity;
		if (!(least < (safe[own] ?? 0))) {
			least = Infinity;
			for (let c = 0; c < safe.length; c++) {
				const away = squared(centres, c, x, y);
				if (away >= least) continue;
				nearest = c;
				least = away;
			}
		}
		if (nearest !== own) moved++;
		of[p] = nearest;
		spread += least;
	}
	return { moved, spread };
}

function squared(centres: Float64Array, c: number, x: number, y: number): number {
	const dx = x - (centres[2 * c] ?? 0);
	const dy = y - (centres[2 * c + 1] ?? 0);
	return dx * dx + dy * dy;
}

/** Of each centre the square of half the way to the next one. */
function safety(centres: Float64Array): Float64Array {
	const safe = new Float64Array(centres.length / 2);
	for (let c = 0; c < safe.length; c++) {
		let least = Infinity;
		for (let d = 0; d < safe.length; d++) {
			if (d !== c) least = Math.min(least, squared(centres, c, centres[2 * d] ?? 0, centres[2 * d + 1] ?? 0));
		}
		safe[c] = least / 4;
	}
	return safe;
}
