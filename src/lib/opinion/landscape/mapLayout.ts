import { t } from '../../texts/texts.ts';
import type { OpinionMap } from './landscape.ts';

const words = () => t.opinion.map;

/** Where something lies on the map, in words: "links oben". x and y in hundredths from the upper left. */
export function placeInWords({ x, y }: { x: number; y: number }): string {
	const third = (value: number): 0 | 1 | 2 => (value < 40 ? 0 : value <= 60 ? 1 : 2);
	const across = third(x);
	const down = third(y);
	if (across === 1 && down === 1) return words().middle;
	if (across === 1) return words().down[down] ?? '';
	if (down === 1) return words().across[across] ?? '';
	return `${words().across[across]} ${words().down[down] ?? ''}`;
}

/** Of the circle around a group's number, in hundredths. */
export const NUMBER_RADIUS = 4.5;

/** What is to be seen, as `viewBox`: the map, and more where landscapes of former methods drew a group beyond it. */
export function viewBox({ outlines }: OpinionMap): { x: number; y: number; width: number; height: number } {
	const reach = ({ long, short, turn }: OpinionMap['outlines'][number], quarter: number) => {
		const angle = ((turn + quarter) * Math.PI) / 180;
		return Math.max(NUMBER_RADIUS, Math.hypot(long * Math.cos(angle), short * Math.sin(angle))) + 1;
	};
	const left = Math.min(0, ...outlines.map((one) => one.x - reach(one, 0)));
	const right = Math.max(100, ...outlines.map((one) => one.x + reach(one, 0)));
	const top = Math.min(0, ...outlines.map((one) => one.y - reach(one, 90)));
	const bottom = Math.max(100, ...outlines.map((one) => one.y + reach(one, 90)));
	return { x: left, y: top, width: right - left, height: bottom - top };
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
