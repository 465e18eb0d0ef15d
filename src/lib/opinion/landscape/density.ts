import { NO_GROUP } from '../figures.ts';
import type { OpinionMap } from './landscape.ts';

/** Fields along a side: so many that a field holds about eight people if they were spread evenly. */
const EACH = 8;
const SIZES = { least: 2, most: 20 };
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

/** Room for a group's number around its middle, and beside everything, in parts of the frame. */
const ROOM = { number: 0.06, edge: 0.03 };

/** Where many people lie, never where one does. `numbers`: what each group is called; empty: no outlines. */
export function drawMap({ positions, of }: Placed, numbers: readonly number[]): OpinionMap {
	const rows = [...of.keys()].filter((row) => of[row] !== NO_GROUP);
	const people = rows.map((row) => {
		return { x: positions[2 * row] ?? 0, y: -(positions[2 * row + 1] ?? 0), group: of[row] ?? 0 };
	});
	const groups = numbers.map((_, index) => people.filter((one) => one.group === index));
	const frame = frameOf(people, groups);
	const into = ({ x, y, group }: Point) => ({ x: (x - frame.x) / frame.side, y: (y - frame.y) / frame.side, group });
	const outlines = numbers.map((number, index) => outline(number, (groups[index] ?? []).map(into)));
	return { ...grid(people.map(into)), outlines: outlines.sort((a, b) => a.group - b.group) };
}

interface Frame {
	/** The upper left corner. */
	x: number;
	y: number;
	side: number;
}

/** As large as needed for nearly all people and for every group with its outline; the few who stand farther stand at the edge. */
function frameOf(people: readonly Point[], groups: readonly (readonly Point[])[]): Frame {
	const span = (axis: 'x' | 'y') => {
		const sorted = people.map((one) => one[axis]).sort((a, b) => a - b);
		const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
		const ends = groups.map((group) => {
			const values = group.map((one) => one[axis]);
			const middle = mean(values);
			return { middle, reach: REACH * Math.sqrt(mean(values.map((value) => (value - middle) ** 2))) };
		});
		const low = Math.min(at(0.01), ...ends.map(({ middle, reach }) => middle - reach));
		const high = Math.max(at(0.99), ...ends.map(({ middle, reach }) => middle + reach));
		return { middle: (low + high) / 2, length: high - low };
	};
	const [across, down] = [span('x'), span('y')];
	const side = Math.max(across.length, down.length) / (1 - 2 * (ROOM.number + ROOM.edge)) || 1;
	return { x: across.middle - side / 2, y: down.middle - side / 2, side };
}

interface Point {
	x: number;
	y: number;
	group: number;
}

/** The finest grid in which half of the people lie in fields that may be shown; of twenty, five lie in one of four fields. */
function grid(points: readonly Point[]): Pick<OpinionMap, 'size' | 'fields'> {
	for (let size = sizeFor(points.length); ; size--) {
		const { shown, people } = fields(points, size);
		if (size <= SIZES.least || 2 * people >= points.length) return { size, fields: shown };
	}
}

function fields(points: readonly Point[], size: number): { shown: OpinionMap['fields']; people: number } {
	const counts = new Uint32Array(size * size);
	const place = (value: number) => Math.min(size - 1, Math.max(0, Math.floor(value * size)));
	for (const { x, y } of points) {
		const field = place(y) * size + place(x);
		counts[field] = (counts[field] ?? 0) + 1;
	}
	const people = counts.reduce((sum, count) => sum + (count >= (LEVELS[0] ?? 0) ? count : 0), 0);
	const shown = [...counts].flatMap((count, field) => {
		const level = LEVELS.filter((least) => count >= least).length;
		return level > 0 ? [[field % size, Math.floor(field / size), level] satisfies [number, number, number]] : [];
	});
	return { shown, people };
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
