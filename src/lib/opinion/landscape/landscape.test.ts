import { describe, expect, it } from 'vitest';
import { areCompared, type Said } from './landscape.ts';

const exactly = { least: 0.5, most: 0.5 };
const some: Said = { agree: exactly, pass: { least: 0, most: 0 }, disagree: exactly };
const point = (...groups: (Said | null)[]) => ({ point: 1, title: '', wording: '', all: null, groups });

describe('groups of opinion', () => {
	it.each([
		['of two something is told on some point', [point(null, some), point(some, some)], true],
		['a small one has too few answers everywhere', [point(some, null), point(some, null)], false],
		['there are none', [point(), point()], false]
	])('when %s', (_, points, compared) => {
		expect(areCompared({ points })).toBe(compared);
	});
});
