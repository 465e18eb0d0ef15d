import { describe, expect, it } from 'vitest';
import { standingText } from './phaseShown.ts';
import type { Action, Phase } from '../consultation.ts';
import { invitations, phaseStatus, stepOf } from './phaseStatus.ts';

const phase = (slug: string, month: number, ...actions: Action[]): Phase => ({
	...{ id: slug, slug, title: slug },
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
		expect(phaseStatus(phases, now)).toEqual(where);
		expect(invitations(phases, now).map(({ action }) => action)).toEqual(invited);
	});

	it('says of everything until when, and of what is for everybody before what is for one group', () => {
		const groups = { propose: ['affected'] };
		const mixed = [
			{ ...phase('peers', 4, 'propose'), groups, endsAt: '2027-04-10T22:00:00.000Z' },
			{ ...phase('draft', 4, 'vote'), endsAt: '2027-04-20T22:00:00.000Z' },
			{ ...phase('ticks', 4, 'prioritise', 'propose'), endsAt: '2027-04-30T22:00:00.000Z' }
		];
		const now = '2027-04-05T12:00:00.000Z';
		const told = (group: 'affected' | null) => standingText(phaseStatus(mixed, now), invitations(mixed, now, group));
		expect(told(null)).toBe(
			'Jetzt können Sie abstimmen. Das geht bis 20. April 2027. Außerdem bis 30. April 2027: Beiträge schreiben und sagen, was zuerst kommt.'
		);
		expect(told('affected')).toContain('Außerdem bis 10. April 2027: Beiträge schreiben.');
	});

	it('is not known without phases', () =>
		expect(phaseStatus([], '2027-01-01T00:00:00.000Z')).toEqual({ state: 'undated' }));

	it('tells of every phase whether it is over, runs or comes', () => {
		expect(phases.map((one) => stepOf(one, '2027-04-15T00:00:00.000Z'))).toEqual(['done', 'current', 'next']);
	});
});
