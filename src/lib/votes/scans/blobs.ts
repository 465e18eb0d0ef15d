import type { Gray } from './gray.ts';
import type { Point } from './perspective.ts';

/** A dark patch that hangs together. */
export interface Blob {
	centre: Point;
	/** Pixels. */
	area: number;
	width: number;
	height: number;
}

const DARK = 110;

/** Dark patches of about this area that could be a filled square seen from some side. */
export function squaresIn(image: Gray, area: number): Blob[] {
	const visited = new Uint8Array(image.pixels.length);
	const found: Blob[] = [];
	for (let start = 0; start < visited.length; start++) {
		if (visited[start] || (image.pixels[start] ?? 255) > DARK) continue;
		const blob = patchFrom(image, visited, start);
		if (isSquare(blob, area)) found.push(blob);
	}
	return found;
}

/** All dark pixels that hang together with this one. */
function patchFrom({ width, pixels }: Gray, visited: Uint8Array, start: number): Blob {
	let [count, sumX, sumY, left, right, top, bottom] = [0, 0, 0, Infinity, 0, Infinity, 0];
	const stack: number[] = [];
	const visit = (at: number) => {
		// Above and below the picture there is nothing: not dark.
		if (visited[at] || (pixels[at] ?? 255) > DARK) return;
		visited[at] = 1;
		stack.push(at);
	};
	visit(start);
	for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
		const x = at % width;
		const y = (at - x) / width;
		count++;
		sumX += x;
		sumY += y;
		left = Math.min(left, x);
		right = Math.max(right, x);
		top = Math.min(top, y);
		bottom = Math.max(bottom, y);
		if (x > 0) visit(at - 1);
		if (x < width - 1) visit(at + 1);
		visit(at - width);
		visit(at + width);
	}
	return {
		centre: { x: sumX / count, y: sumY / count },
		area: count,
		width: right - left + 1,
		height: bottom - top + 1
	};
}

/** Turned by up to 45 degrees a square fills half of the box around it. */
function isSquare({ area, width, height }: Blob, expected: number): boolean {
	const aspect = width / height;
	return (
		area > expected * 0.4 && area < expected * 2.5 && aspect > 0.55 && aspect < 1.8 && area > width * height * 0.48
	);
}
