import { describe, expect, it } from 'vitest';
import { leftOut } from './leftOut.ts';

const point = (number: number, ...from: number[]) => ({
	...{ pointId: `p${number}`, number },
	sources: from.map((proposalNumber) => ({ proposalNumber }))
});
const member = (contribution: number, pointId: string | null, more = {}) => ({
	...{ contribution, pointId, segmentId: null, dissent: null, ...more }
});
const none = { unused: [], passages: [], dissents: [] };

describe('what stands behind no point', () => {
	it.each([
		['nothing at all', { contributions: [], points: [], members: [], segments: [] }, none],
		[
			'a draft without points',
			{ contributions: [2, 1], points: [], members: [], segments: [] },
			{ ...none, unused: [1, 2] }
		],
		[
			'what is a source, or lies in a cluster that leads to a point, is used',
			{
				contributions: [1, 2, 3, 4],
				points: [point(1, 1)],
				members: [member(2, 'p1'), member(3, 'p9'), member(4, null)],
				segments: []
			},
			{ ...none, unused: [3, 4] }
		],
		[
			'a passage that leads nowhere, of what is used',
			{
				contributions: [1, 2],
				points: [point(1)],
				members: [member(1, 'p1', { segmentId: 'a' }), member(2, null, { segmentId: 'c' })],
				segments: [
					{ id: 'a', contribution: 1 },
					{ id: 'b', contribution: 1 },
					{ id: 'c', contribution: 2 }
				]
			},
			{ ...none, unused: [2], passages: [{ contribution: 1, count: 1 }] }
		],
		[
			'dissents once for each point and contribution, the stronger word first',
			{
				contributions: [1, 2],
				points: [point(2), point(1)],
				members: [
					member(2, 'p1', { dissent: 'minority' }),
					member(2, 'p1', { dissent: 'objection', segmentId: 'a' }),
					member(1, 'p2', { dissent: 'minority' }),
					member(1, 'p9', { dissent: 'objection' })
				],
				segments: []
			},
			{
				...none,
				dissents: [
					{ point: 1, contribution: 2, kind: 'objection', note: null },
					{ point: 2, contribution: 1, kind: 'minority', note: null }
				]
			}
		]
	])('%s', (_, known, expected) => expect(leftOut(known)).toEqual(expected));
});
