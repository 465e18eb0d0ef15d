import type { Shown } from '../suppression/suppression.ts';

/** Where people live, as a page tells it: the places shown, the most first, and the others together. */
export interface Districts {
	places: { name: string; count: number }[];
	/** Who is in places that are held back; null: none is. */
	rest: number | null;
	/** Whether those who said nothing are among the rest. */
	restSaidNothing: boolean;
}

export function districtsIn({ total, counts }: Shown): Districts {
	const all = Object.entries(counts);
	const places = all.flatMap(([name, count]) => (count === null || count === 0 ? [] : [{ name, count }]));
	const told = places.reduce((sum, { count }) => sum + count, 0);
	const held = all.some(([, count]) => count === null);
	return {
		// Who said nothing comes last, however many they are.
		places: places.sort((a, b) => Number(a.name === 'none') - Number(b.name === 'none') || b.count - a.count),
		rest: total === null || !held ? null : total - told,
		restSaidNothing: counts.none === null
	};
}
