import { NO_GROUP } from './figures.ts';
import type { OpinionMap } from './landscape.ts';

/** Fields along a side: so many that a field holds about eight people if they were spread evenly. */
const EACH = 8;
const SIZES = { least: 4, most: 20 };
const sizeFor = (people: number) => Math.min(SIZES.most, Math.max(SIZES.least, Math.round(Math.sqrt(people / EACH))));

/** People in a field from which it is drawn, and drawn darker. */
const LEVELS = [5, 10, 20];
/** Half axes of the ellipse that holds 80 % of a normal distribution: the root of its chi-square with two degrees. */
const REACH = Math.sqrt(3.219);

interface Placed {
	/** x of row r at 2 × r, y at 2 × r + 1. */
	positions: Float64Array;
	/** The group of each row, or NO_GROUP. */
	of: Uint8Array;
}

/** Where many people lie, never where one does. `numbers`: what each group is called; empty: no outlines. */
export function drawMap({ positions, of }: Placed, numbers: readonly number[]): OpinionMap {
	const rows = [...of.keys()].filter((row) => of[row] !== NO_GROUP);
	const reach = reachOf(rows.flatMap((row) => [positions[2 * row] ?? 0, positions[2 * row + 1] ?? 0]));
	const at = (row: number, axis: 0 | 1) => (positions[2 * row + axis] ?? 0) / reach;
	const points = rows.map((row) => ({ x: (1 + at(row, 0)) / 2, y: (1 - at(row, 1)) / 2, group: of[row] ?? 0 }));
	const outlines = numbers.map((group, index) =>
		outline(
			group,
			points.filter((point) => point.group === index)
		)
	);
	const size = sizeFor(points.length);
	return { size, fields: fields(points, size), outlines: outlines.sort((a, b) => a.group - b.group) };
}

/** How far the map reaches to each side: the few who stand farthest stand at its edge. */
function reachOf(coordinates: number[]): number {
	const sorted = coordinates.map(Math.abs).sort((a, b) => a - b);
	return (sorted[Math.floor(sorted.length * 0.98)] ?? 0) * 1.1 || 1;
}

interface Point {
	x: number;
	y: number;
	group: number;
}

function fields(points: readonly Point[], size: number): OpinionMap['fields'] {
	const counts = new Uint32Array(size * size);
	const place = (value: number) => Math.min(size - 1, Math.max(0, Math.floor(value * size)));
	for (const { x, y } of points) {
		const field = place(y) * size + place(x);
		counts[field] = (counts[field] ?? 0) + 1;
	}
	return [...counts].flatMap((count, field) => {
		const level = LEVELS.filter((least) => count >= least).length;
		return level > 0 ? [[field % size, Math.floor(field / size), level] satisfies [number, number, number]] : [];
	});
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** The axes of the cloud are those of its covariance (two by two, so its eigenvalues can be written out). */
function outline(group: number, points: readonly Point[]): OpinionMap['outlines'][number] {
	const [x, y] = [mean(points.map((point) => point.x)), mean(points.map((point) => point.y))];
	const across = mean(points.map((point) => (point.x - x) ** 2));
	const down = mean(points.map((point) => (point.y - y) ** 2));
	const both = mean(points.map((point) => (point.x - x) * (point.y - y)));
	const middle = (across + down) / 2;
	const off = Math.hypot((across - down) / 2, both);
	const half = (variance: number) => Math.max(2, Math.round(100 * REACH * Math.sqrt(Math.max(0, variance))));
	const turn = Math.round((Math.atan2(2 * both, across - down) / 2) * (180 / Math.PI));
	const [centreX, centreY] = [Math.round(100 * x), Math.round(100 * y)];
	return { group, x: centreX, y: centreY, long: half(middle + off), short: half(middle - off), turn };
}
