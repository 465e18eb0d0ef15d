import { describe, expect, it } from 'vitest';
import { newDayId, newId } from './ids.ts';

describe('an id', () => {
	it('is a UUID of version 7', () => {
		expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
	});

	it('carries its moment, so that ids sort by birth', () => {
		const moments = [0, 1, 1_000, 1_800_000_000_000, 1_800_000_000_001];
		const ids = moments.map((millis) => newId(millis));
		expect([...ids].sort()).toEqual(ids);
		expect(Number.parseInt(newId(1_800_000_000_000).replaceAll('-', '').slice(0, 12), 16)).toBe(1_800_000_000_000);
	});

	it('tells nothing of the order within a moment', () => {
		const ids = Array.from({ length: 200 }, () => newId(1));
		expect([...ids].sort()).not.toEqual(ids);
	});

	it('never comes twice', () => {
		expect(new Set(Array.from({ length: 10_000 }, () => newId(1)))).toHaveProperty('size', 10_000);
	});

	it('for the public tells the day only', () => {
		const [morning, night] = ['2027-05-10T06:12:34.567Z', '2027-05-10T23:59:59.999Z'].map(newDayId);
		expect(morning?.slice(0, 13)).toBe(night?.slice(0, 13));
		expect(morning).not.toBe(night);
	});
});
