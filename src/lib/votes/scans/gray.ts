/** A picture in shades of grey, 0 black to 255 white, row by row. */
export interface Gray {
	width: number;
	height: number;
	pixels: Uint8Array;
}

/** Side of the squares in which the colour of the paper is looked for, as a share of the longer side. */
const TILES = 40;
/** So much of a square may be ink and the rest still tells what white is. */
const WHITE_SHARE = 0.85;

/** The brightness that most of a square does not exceed. */
function whiteOf({ width, pixels }: Gray, from: { x: number; y: number }, to: { x: number; y: number }): number {
	const counts = new Uint32Array(256);
	let total = 0;
	for (let y = from.y; y < to.y; y += 2)
		for (let x = from.x; x < to.x; x += 2) {
			const value = pixels[y * width + x] ?? 0;
			counts[value] = (counts[value] ?? 0) + 1;
			total++;
		}
	let [seen, value] = [0, 0];
	while (value < 255 && seen + (counts[value] ?? 0) < total * WHITE_SHARE) seen += counts[value++] ?? 0;
	return value;
}

/** The brightest of a square and its neighbours: a mark that fills a whole square has paper beside it. */
function spread(tiles: Float32Array, across: number, down: number): Float32Array {
	return tiles.map((_, at) => {
		const [x, y] = [at % across, Math.floor(at / across)];
		let most = 0;
		for (let dy = -1; dy <= 1; dy++)
			for (let dx = -1; dx <= 1; dx++) {
				const [cx, cy] = [Math.min(across - 1, Math.max(0, x + dx)), Math.min(down - 1, Math.max(0, y + dy))];
				most = Math.max(most, tiles[cy * across + cx] ?? 0);
			}
		return most;
	});
}

/**
 * Shadows and yellow lamps taken out: paper is about 255 everywhere, ink stays as dark as it is beside its paper. In the
 * picture itself: there is no room for two.
 */
export function evenOut(image: Gray): Gray {
	const { width, height, pixels } = image;
	const side = Math.max(8, Math.round(Math.max(width, height) / TILES));
	const [across, down] = [Math.ceil(width / side), Math.ceil(height / side)];
	const tiles = new Float32Array(across * down);
	for (let y = 0; y < down; y++)
		for (let x = 0; x < across; x++) {
			const to = { x: Math.min(width, (x + 1) * side), y: Math.min(height, (y + 1) * side) };
			tiles[y * across + x] = Math.max(24, whiteOf(image, { x: x * side, y: y * side }, to));
		}
	const white = spread(tiles, across, down);
	const columns = Array.from({ length: width }, (_, x) => between(x, side, across));
	const line = new Float32Array(across + 1);
	for (let y = 0; y < height; y++) {
		const { near, far, share } = between(y, side, down);
		for (let x = 0; x < across; x++)
			line[x] = (white[near * across + x] ?? 255) * (1 - share) + (white[far * across + x] ?? 255) * share;
		for (const [x, column] of columns.entries()) {
			const paper = (line[column.near] ?? 255) * (1 - column.share) + (line[column.far] ?? 255) * column.share;
			pixels[y * width + x] = Math.min(255, ((pixels[y * width + x] ?? 0) * 255) / paper);
		}
	}
	return image;
}

/** Between which squares a pixel lies, and how much nearer to the second. */
function between(place: number, side: number, count: number): { near: number; far: number; share: number } {
	const exact = Math.min(count - 1, Math.max(0, place / side - 0.5));
	const near = Math.floor(exact);
	return { near, far: Math.min(count - 1, near + 1), share: exact - near };
}

/** Between the pixels; outside the picture it is white. */
export function shadeAt({ width, height, pixels }: Gray, x: number, y: number): number {
	const [left, top] = [Math.floor(x), Math.floor(y)];
	if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return 255;
	const [fx, fy, at] = [x - left, y - top, top * width + left];
	const above = (pixels[at] ?? 255) * (1 - fx) + (pixels[at + 1] ?? 255) * fx;
	const below = (pixels[at + width] ?? 255) * (1 - fx) + (pixels[at + width + 1] ?? 255) * fx;
	return above * (1 - fy) + below * fy;
}
