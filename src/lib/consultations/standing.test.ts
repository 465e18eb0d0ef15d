import { describe, expect, it } from 'vitest';
import type { Action, Phase } from './consultation.ts';
import { invitations, standing, stepOf } from './standing.ts';

const phase = (kind: Phase['kind'], month: number, ...actions: Action[]): Phase => ({
	id: kind,
	kind,
	beginsAt: `2027-0${month}-01T00:00:00.000Z`,
	endsAt: `2027-0${month + 1}-01T00:00:00.000Z`,
	actions
});
const phases = [
	phase('collect', 2, 'support', 'propose'),
	phase('draft', 4, 'propose', 'comment-point', 'vote'),
	phase('final', 5, 'comment')
];

describe('where a consultation stands', () => {
	it.each([
		['2027-01-31T23:59:59.999Z', { state: 'pause', next: phases[0], begun: false }, []],
		['2027-02-01T00:00:00.000Z', { state: 'open', phase: phases[0] }, ['propose']],
		['2027-03-15T00:00:00.000Z', { state: 'pause', next: phases[1], begun: true }, []],
		['2027-04-15T00:00:00.000Z', { state: 'open', phase: phases[1] }, ['vote', 'propose']],
		['2027-05-15T00:00:00.000Z', { state: 'open', phase: phases[2] }, ['comment']],
		['2027-06-01T00:00:00.000Z', { state: 'over' }, []]
	])('at %s', (now, where, invited) => {
		expect(standing(phases, now)).toEqual(where);
		expect(invitations(phases, now)).toEqual(invited);
	});

	it('is not known without phases', () =>
		expect(standing([], '2027-01-01T00:00:00.000Z')).toEqual({ state: 'undated' }));

	it('tells of every phase whether it is over, runs or comes', () => {
		expect(phases.map((one) => stepOf(one, '2027-04-15T00:00:00.000Z'))).toEqual(['done', 'current', 'next']);
	});
});
