import { describe, expect, it } from 'vitest';
import { POINTS_MAX, pointsOn } from './sheet.ts';

describe('a sheet', () => {
	it('has all points, or those of one field where there are too many', () => {
		const points = (count: number) =>
			Array.from({ length: count }, (_, at) => ({ fieldSlug: at < 5 ? 'wohnen' : 'zugang', field: 'F' }));
		expect(pointsOn(points(POINTS_MAX), 'zugang')).toMatchObject({ field: null, fields: [] });
		expect(pointsOn(points(POINTS_MAX + 1), null)).toMatchObject({ field: 'wohnen', shown: points(5) });
		expect(pointsOn(points(POINTS_MAX + 1), 'zugang').shown).toHaveLength(POINTS_MAX - 4);
		expect(pointsOn(points(POINTS_MAX + 1), '<b>').field).toBe('wohnen');
	});
});
