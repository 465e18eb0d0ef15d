import { describe, expect, it } from 'vitest';
import { Collecting } from '../polis/collectVotes.ts';
import { representedVotes } from './representedVotes.ts';

const GROUPS = ['affected', 'practice'];

/** People of a group with the points they agreed with (1) or disagreed with (-1). */
type Crowd = readonly [count: number, group: string, votes: Readonly<Record<string, 1 | -1>>];

function ground(crowds: readonly Crowd[], bridges: readonly (number | null)[]) {
	const collecting = new Collecting();
	const groups = new Map<string, string>();
	crowds.forEach(([count, group, votes], crowd) => {
		for (let one = 0; one < count; one++) {
			const voter = `${crowd} ${one}`;
			groups.set(voter, group);
			for (const [wording, value] of Object.entries(votes))
				collecting.add(collecting.participant(voter), collecting.statement(wording), value);
		}
	});
	const matrix = collecting.matrix();
	const points = new Map(bridges.map((bridge, place) => [`w${place + 1}`, { number: place + 1, bridge }]));
	return { matrix, declared: matrix.participants.map((voter) => groups.get(voter) ?? 'none'), groups: GROUPS, points };
}

const most: Crowd = [150, 'affected', { w1: 1, w2: 1, w3: -1 }];
const others: Crowd = [110, 'practice', { w1: 1, w2: 1 }];

describe('whom the points that unite most stand for', () => {
	it('says of each group in coarse steps how many agree with one of them, and what else people may expect', () => {
		const left: Crowd = [90, 'affected', { w1: -1, w3: 1 }];
		expect(representedVotes(ground([most, others, left], [0.7, 0.6, 0.4]))).toEqual({
			chosen: [1, 2],
			groups: [
				{ group: 'affected', atLeast: 60 },
				{ group: 'practice', atLeast: 100 }
			],
			violations: []
		});
		const many: Crowd = [150, 'affected', { w1: -1, w3: 1 }];
		expect(representedVotes(ground([most, many], [0.7, 0.6, 0.4]))?.violations).toEqual([
			{ point: 3, groups: { deserved: 1 }, people: { deserved: 1 } }
		]);
	});

	it('tells nothing of a group of which one step would be a few people, nor what fewer than ten may expect', () => {
		const few: Crowd = [12, 'practice', { w1: 1 }];
		const nine: Crowd = [9, 'affected', { w3: 1 }];
		const told = representedVotes(ground([few, nine], [0.7, 0.4, 0.4]));
		expect(told?.groups).toEqual([
			{ group: 'affected', atLeast: null },
			{ group: 'practice', atLeast: null }
		]);
		expect(told?.violations).toEqual([]);
	});

	it('asks nothing where no point unites', () => {
		expect(representedVotes(ground([most], [0.5, null, 0.2]))).toBeNull();
	});

	it('counts who declared no group as people only', () => {
		const nobody: Crowd = [300, 'none', { w3: 1 }];
		expect(representedVotes(ground([most, others, nobody], [0.7, 0.6, 0.4]))?.violations).toEqual([
			{ point: 3, groups: null, people: { deserved: 1 } }
		]);
	});
});
