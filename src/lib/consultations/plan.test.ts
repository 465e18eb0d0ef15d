import { describe, expect, it } from 'vitest';
import { EXAMPLE, Plan, type PlanInput } from './plan.ts';

const problems = (change: object) =>
	Plan.safeParse({ ...EXAMPLE, ...change }).error?.issues.map(({ path, message }) => [path.join('.'), message]);
const [collect, draft] = EXAMPLE.phases;
const field = { title: 'Freizeit' };

describe('the plan of a process', () => {
	it('turns days into instants of German time, and gives short names', () => {
		const plan = Plan.parse(EXAMPLE);
		expect(plan.phases.map(({ slug, beginsAt, endsAt }) => [slug, beginsAt, endsAt])).toEqual([
			['sammeln', '2027-01-10T23:00:00.000Z', '2027-02-28T23:00:00.000Z'],
			['entwurf', '2027-02-28T23:00:00.000Z', '2027-05-31T22:00:00.000Z']
		]);
		expect([plan.slug, plan.fields[0]?.slug]).toEqual(['strategie-fuer-unsere-stadt', 'freizeit']);
	});

	it('keeps the short names that are given', () => {
		const phases = [{ ...collect, slug: 'collect' }];
		expect(Plan.parse({ ...EXAMPLE, slug: 'x', phases }).phases[0]?.slug).toBe('collect');
	});

	it.each([
		['an unknown action', { phases: [{ ...collect, actions: ['dance'] }] }, 'phases.0.actions.0', /Invalid option/],
		[
			'a phase that ends before it begins',
			{ phases: [{ ...collect, until: '2027-01-01' }] },
			'phases.0.until',
			'dateOrder'
		],
		['a day that does not exist', { phases: [{ ...collect, from: '2027-02-30' }] }, 'phases.0.from', 'dateWrong'],
		[
			'overlapping phases',
			{ phases: [collect, { ...collect, title: 'x', from: '2027-02-28', until: '2027-03-05' }] },
			'phases.1',
			'phasesOverlap'
		],
		['a title of a phase twice', { phases: [collect, { ...draft, title: 'sammeln' }] }, 'phases', 'titleTwice'],
		[
			'an answer before the phase',
			{ phases: [{ ...collect, answerBy: '2026-12-31' }] },
			'phases.0.answerBy',
			'answerEarly'
		],
		[
			'an unknown group',
			{ phases: [{ ...collect, groups: { propose: ['nobody'] } }] },
			'phases.0.groups.propose.0',
			'groupUnknown'
		],
		['a field twice', { fields: [field, field] }, 'fields', 'titleTwice'],
		['no field', { fields: [] }, 'fields', 'fieldsMissing'],
		['no phase', { phases: [] }, 'phases', 'phasesMissing'],
		['a question twice', { questions: ['a', 'A'] }, 'questions', 'titleTwice'],
		['a slug with a blank', { slug: 'gegen armut' }, 'slug', 'slugWrong'],
		['something it does not know', { colour: 'blue' }, '', /Unrecognized key/]
	])('refuses %s', (_, change, path, message) => {
		const [first] = problems(change) ?? [];
		expect(first?.[0]).toBe(path);
		expect(first?.[1]).toMatch(message);
	});

	it('takes phases in any order, and at once where they are for others or for something else', () => {
		expect(problems({ phases: [...EXAMPLE.phases].reverse() })).toBeUndefined();
		const others: PlanInput['phases'] = [
			{ title: 'Eins', from: '2027-01-01', until: '2027-01-31', actions: ['vote'], groups: { vote: ['affected'] } },
			{ title: 'Zwei', from: '2027-01-15', until: '2027-02-15', actions: ['vote'], groups: { vote: ['practice'] } },
			{ title: 'Drei', from: '2027-01-15', until: '2027-02-15', actions: ['comment'] }
		];
		expect(problems({ phases: others })).toBeUndefined();
		const everybody = { title: 'Vier', from: '2027-02-15', until: '2027-03-15', actions: ['vote'] };
		expect(problems({ phases: [...others, everybody] })).toEqual([['phases.3', 'phasesOverlap']]);
	});
});
