import { describe, expect, it } from 'vitest';
import { EXAMPLE, Plan, type PlanInput } from './plan.ts';

const problem = (change: Partial<PlanInput>) => Plan.safeParse({ ...EXAMPLE, ...change }).error?.issues[0]?.message;
const [collect, draft] = EXAMPLE.phases;

describe('the plan of a consultation', () => {
	it('turns days into instants of German time', () => {
		expect(Plan.parse(EXAMPLE).phases.map(({ beginsAt, endsAt }) => [beginsAt, endsAt])).toEqual([
			['2027-01-10T23:00:00.000Z', '2027-02-28T23:00:00.000Z'],
			['2027-02-28T23:00:00.000Z', '2027-05-31T22:00:00.000Z']
		]);
	});

	it.each([
		['an unknown action', { phases: [{ ...EXAMPLE.phases[0], actions: ['dance'] }] }, /Invalid option/],
		['a phase that ends before it begins', { phases: [{ ...collect, until: '2027-01-01' }] }, /ends before/],
		['overlapping phases', { phases: [collect, { ...draft, from: '2027-02-28' }] }, /overlap/],
		['a kind twice', { phases: [collect, { ...draft, kind: 'collect' }] }, /same kind/],
		['a field twice', { fields: [...EXAMPLE.fields, ...EXAMPLE.fields] }, /same slug/],
		['no field', { fields: [] }, /Too small/],
		['a slug with a blank', { slug: 'gegen armut' }, /slug/],
		['something it does not know', { colour: 'blue' }, /Unrecognized key/]
	])('refuses %s', (_, change, message) => {
		expect(Plan.safeParse({ ...EXAMPLE, ...change }).error?.issues[0]?.message).toMatch(message);
	});

	it('takes phases in any order', () => {
		expect(problem({ phases: [...EXAMPLE.phases].reverse() })).toBeUndefined();
	});
});
