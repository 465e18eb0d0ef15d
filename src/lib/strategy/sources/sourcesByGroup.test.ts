import { AUTHOR_GROUPS } from '../../../../tests/support/opinion/groups.ts';
import { expect, it } from 'vitest';
import type { Source } from '../points/point.ts';
import { sourcesByGroup } from './sourcesByGroup.ts';

const source = (proposalNumber: number, more: Partial<Source> = {}): Source => ({
	proposalId: `b${proposalNumber}`,
	proposalNumber,
	title: 'Beitrag',
	language: 'de',
	authorGroup: 'affected',
	published: true,
	relation: 'summarises',
	note: null,
	...more
});

it('the groups stand in their order, what was taken over comes before what was not', () => {
	const sources = [
		source(1, { relation: 'objects' }),
		source(2, { authorGroup: 'research' }),
		source(3, { relation: 'adopts' }),
		source(4, { published: false, authorGroup: null }),
		source(5, { authorGroup: null })
	];
	const told = sourcesByGroup(sources, AUTHOR_GROUPS);
	expect(told.sides.map((side) => [side.group, side.sources.map((one) => one.proposalNumber)])).toEqual([
		['affected', [3, 1]],
		['research', [2]],
		['none', [5]]
	]);
	expect(told.hidden.map((one) => one.proposalNumber)).toEqual([4]);
});
