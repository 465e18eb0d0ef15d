/** How many letters must be changed, added, left out or swapped to make one word of the other, up to `most`. */
export function distance(one: string, other: string, most: number): number {
	if (Math.abs(one.length - other.length) > most) return most + 1;
	let [older, before] = [
		new Array<number>(other.length + 1).fill(0),
		Array.from({ length: other.length + 1 }, (_, n) => n)
	];
	for (let i = 1; i <= one.length; i++) {
		const row = [i];
		let least = i;
		for (let j = 1; j <= other.length; j++) {
			const same = one[i - 1] === other[j - 1];
			let cost = Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + (same ? 0 : 1));
			const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
			if (swapped) cost = Math.min(cost, (older[j - 2] ?? 0) + 1);
			row.push(cost);
			least = Math.min(least, cost);
		}
		if (least > most) return most + 1;
		[older, before] = [before, row];
	}
	return Math.min(before[other.length] ?? most, most + 1);
}

export interface Word {
	word: string;
	shown: string;
	/** In how many texts it stands. */
	count: number;
}

/** Short words have many neighbours. */
export const mostFor = (word: string) => (word.length < 5 ? 1 : 2);

/** The word that was most probably meant: the nearest, of several the most frequent. */
export function nearest(word: string, known: readonly Word[]): Word | null {
	const most = mostFor(word);
	let best: { word: Word; away: number } | null = null;
	for (const one of known) {
		const away = distance(word, one.word, Math.min(most, best?.away ?? most));
		if (away > most || away === 0) continue;
		if (!best || away < best.away || (away === best.away && one.count > best.word.count)) best = { word: one, away };
	}
	return best?.word ?? null;
}
