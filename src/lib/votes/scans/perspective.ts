export interface Point {
	x: number;
	y: number;
}

/** The nine figures of a perspective view of a plane, row by row; the last is 1. */
export type View = readonly number[];

/** Solves eight equations by elimination with pivoting; null: the four points do not span anything. */
function solve(rows: number[][]): number[] | null {
	const size = rows.length;
	for (let column = 0; column < size; column++) {
		let best = column;
		for (let row = column + 1; row < size; row++)
			if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row;
		const pivot = rows[best];
		const swapped = rows[column];
		if (!pivot || !swapped || Math.abs(pivot[column] ?? 0) < 1e-9) return null;
		[rows[column], rows[best]] = [pivot, swapped];
		for (let row = 0; row < size; row++) {
			const line = rows[row];
			if (row === column || !line) continue;
			const factor = (line[column] ?? 0) / (pivot[column] ?? 1);
			for (let at = column; at <= size; at++) line[at] = (line[at] ?? 0) - factor * (pivot[at] ?? 0);
		}
	}
	return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}

/** The view that takes four points of a plane to four points of a picture. */
export function viewOf(plane: readonly Point[], picture: readonly Point[]): View | null {
	const rows = plane.flatMap((from, at) => {
		const to = picture[at] ?? { x: 0, y: 0 };
		return [
			[from.x, from.y, 1, 0, 0, 0, -to.x * from.x, -to.x * from.y, to.x],
			[0, 0, 0, from.x, from.y, 1, -to.y * from.x, -to.y * from.y, to.y]
		];
	});
	const solved = solve(rows);
	return solved && [...solved, 1];
}

export function seen([a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0]: View, { x, y }: Point): Point {
	const depth = g * x + h * y + 1;
	return { x: (a * x + b * y + c) / depth, y: (d * x + e * y + f) / depth };
}

export const distance = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y);
