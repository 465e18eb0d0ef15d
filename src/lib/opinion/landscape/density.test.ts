import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawMap } from './density.ts';
import { NUMBER_RADIUS, viewBox } from './mapLayout.ts';

/** People of two groups; one in forty of the second stands very far away. */
const clouds = fc.record({
	people: fc.integer({ min: 20, max: 400 }),
	apart: fc.integer({ min: -5, max: 5 }),
	wide: fc.integer({ min: 0, max: 3 }),
	far: fc.integer({ min: 0, max: 60 }),
	share: fc.double({ min: 0.05, max: 0.95, noNaN: true })
});

function placed({
	people,
	apart,
	wide,
	far,
	share
}: {
	people: number;
	apart: number;
	wide: number;
	far: number;
	share: number;
}) {
	const of = Uint8Array.from({ length: people }, (_, p) => (p < share * people ? 0 : 1));
	const positions = new Float64Array(2 * people).map((_, at) => {
		const [p, turn] = [Math.floor(at / 2), (at * 2.399) % (2 * Math.PI)];
		return (of[p] === 1 ? apart : 0) + wide * Math.sin(turn * (1 + (p % 7))) + (of[p] === 1 && p % 40 === 0 ? far : 0);
	});
	return { of, positions };
}

describe('the map', () => {
	it('holds every group with its number and outline, and is never empty', () => {
		fc.assert(
			fc.property(clouds, (cloud) => {
				const map = drawMap(placed(cloud), [1, 2]);
				expect(viewBox(map)).toEqual({ x: 0, y: 0, width: 100, height: 100 });
				for (const { x, y } of map.outlines) {
					expect(Math.min(x, y)).toBeGreaterThanOrEqual(NUMBER_RADIUS);
					expect(Math.max(x, y)).toBeLessThanOrEqual(100 - NUMBER_RADIUS);
				}
				expect(map.fields.length).toBeGreaterThan(0);
			})
		);
	});

	it('shows the whole of a group that an earlier method drew beyond the frame', () => {
		const beyond = { group: 1, x: 118, y: 40, long: 20, short: 5, turn: 0 };
		expect(viewBox({ size: 4, fields: [], outlines: [beyond] })).toEqual({ x: 0, y: 0, width: 139, height: 100 });
	});
});
