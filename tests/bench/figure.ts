import type { Asked } from './ask.ts';
import type { City } from './city/city.ts';
import type { Crew } from './load/load.ts';

export interface Bench {
	asked: Asked;
	crew: Crew;
	small(): Promise<City>;
	big(): Promise<City>;
}

/** One figure as it was measured. */
export interface Figure {
	number: string;
	what: string;
	ours: string;
	/** What ours is compared with, or what it consists of. */
	beside: string;
	/** What the bar is about: a ratio, or an amount in `unit`. */
	value: number;
	unit: string;
	/** Is more better, or less? */
	better: 'more' | 'less';
	bar: number;
	stretch: number;
}

export type Measure = (bench: Bench) => Promise<Figure[]>;

export function reaches(figure: Figure, limit: number): boolean {
	return figure.better === 'more' ? figure.value >= limit : figure.value <= limit;
}

export function median(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const [low, high] = [sorted[sorted.length % 2 ? middle : middle - 1] ?? 0, sorted[middle] ?? 0];
	return (low + high) / 2;
}

/**
 * Measures two things in turn, round after round, and takes the median of the ratios: whatever slows the machine
 * down for a while slows down both.
 */
export async function sideBySide(rounds: number, one: () => Promise<number>, other: () => Promise<number>) {
	const pairs: [number, number][] = [];
	// The first turn of each only warms up.
	await one();
	await other();
	for (let round = 0; round < rounds; round++) {
		if (round % 2 === 0) pairs.push([await one(), await other()]);
		else {
			const second = await other();
			pairs.push([await one(), second]);
		}
	}
	return {
		one: median(pairs.map(([a]) => a)),
		other: median(pairs.map(([, b]) => b)),
		ratio: median(pairs.map(([a, b]) => a / b))
	};
}

export const perSecond = (rate: number) => `${Math.round(rate).toLocaleString('en-US')}/s`;
export const millis = (ms: number) => `${ms.toFixed(1)} ms`;
