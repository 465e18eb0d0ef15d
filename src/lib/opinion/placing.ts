import { t } from '../texts/texts.ts';
import type { OpinionMap } from './landscape.ts';

const words = t.opinion.map;

/** Where something lies on the map, in words: "links oben". x and y in hundredths from the upper left. */
export function placeInWords({ x, y }: { x: number; y: number }): string {
	const third = (value: number): 0 | 1 | 2 => (value < 40 ? 0 : value <= 60 ? 1 : 2);
	const across = third(x);
	const down = third(y);
	if (across === 1 && down === 1) return words.middle;
	if (across === 1) return words.down[down];
	if (down === 1) return words.across[across];
	return `${words.across[across]} ${words.down[down]}`;
}

/** Sides of a field's square by its level: size tells what colour tells. */
const SIDES = { 1: 0.5, 2: 0.75, 3: 1 } as const;
export type Level = keyof typeof SIDES;

/** The square of a level in the middle of a field of this side. */
export function squareOf(level: Level, side: number): { inset: number; side: number } {
	return { inset: (side * (1 - SIDES[level])) / 2, side: side * SIDES[level] };
}

/** What the drawing needs, in hundredths of the map. */
export function squares({ size, fields }: OpinionMap): { x: number; y: number; side: number; level: Level }[] {
	return fields.map(([column, row, value]) => {
		const level = value >= 3 ? 3 : value === 2 ? 2 : 1;
		const { inset, side } = squareOf(level, 100 / size);
		return { x: (column * 100) / size + inset, y: (row * 100) / size + inset, side, level };
	});
}
