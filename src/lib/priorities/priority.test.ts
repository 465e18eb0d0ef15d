import { describe, expect, it } from 'vitest';
import type { Phase } from '../consultations/consultation.ts';
import type { Person } from '../people/person.ts';
import { mayPrepare, mayTick, readyRound, RoundForm, TicksForm, type Round } from './priority.ts';

const phase = (more: Partial<Phase> = {}): Phase => ({
	...{ id: 'p', slug: 'p', title: 'Vorrang', beginsAt: '2027-05-01', endsAt: '2027-06-01' },
	actions: ['prioritise'],
	...more
});
const person = (more: Partial<Person> = {}): Person => ({
	...{ id: 'x', pseudonym: 'Weide', group: 'affected', roles: [], organisation: null, organisationId: null },
	...more
});
const round = (more: Partial<Round> = {}): Round => ({
	...{ phaseId: 'p', consultationId: 'c', versionId: 'v', budget: 5, revision: 1, fixedOn: null, computedAt: null },
	weights: { small: 1, medium: 3, large: 10 },
	measures: [1, 2, 3].map((number) => ({ id: number, number, measureId: `m${number}`, costClass: 'small' as const })),
	...more
});

describe('who may tick', () => {
	it.each<[string, Parameters<typeof mayTick>[0], string]>([
		['before', { person: person(), phases: [phase()], now: '2027-04-01', round: round() }, 'phaseBefore'],
		['afterwards', { person: person(), phases: [phase()], now: '2027-07-01', round: round() }, 'phaseOver'],
		[
			'never',
			{ person: person(), phases: [phase({ actions: ['vote'] })], now: '2027-05-02', round: null },
			'phaseNever'
		],
		[
			'a group whose turn it is not',
			{
				...{ person: person({ group: 'practice' }), now: '2027-05-02', round: round() },
				phases: [phase({ groups: { prioritise: ['affected'] } })]
			},
			'turnNever'
		],
		[
			'sealed',
			{
				...{ person: person(), now: '2027-05-02', round: round() },
				phases: [phase({ ballotsSealedAt: '2027-05-01' })]
			},
			'ballotsSealed'
		],
		['nobody', { person: null, phases: [phase()], now: '2027-05-02', round: round() }, 'signInFirst'],
		[
			'staff',
			{ person: person({ roles: ['editor'] }), phases: [phase()], now: '2027-05-02', round: round() },
			'staffTakesNoPart'
		],
		[
			'an organisation',
			{ person: person({ organisationId: 'o' }), phases: [phase()], now: '2027-05-02', round: round() },
			'priorityOrganisations'
		],
		['not prepared', { person: person(), phases: [phase()], now: '2027-05-02', round: null }, 'priorityNotReady'],
		[
			'with a result',
			{ person: person(), phases: [phase()], now: '2027-05-02', round: round({ computedAt: '2027-05-02' }) },
			'priorityOver'
		]
	])('%s', (_, facts, because) => expect(mayTick(facts)).toMatchObject({ ok: false, because }));

	it('is everybody else, and staff may take back what they ticked before', () => {
		const facts = { phases: [phase()], now: '2027-05-02', round: round() };
		expect(mayTick({ ...facts, person: person() })).toMatchObject({ ok: true, permit: { phase: { id: 'p' } } });
		expect(mayTick({ ...facts, person: person({ roles: ['helper'] }), takingBack: true }).ok).toBe(true);
	});
});

describe('a round', () => {
	it.each<[string, Partial<Round>]>([
		['has a budget', { budget: null }],
		['has at least three measures', { measures: round().measures.slice(0, 2) }],
		['knows what each costs', { measures: round().measures.map((one) => ({ ...one, costClass: null })) }]
	])('is ready only when it %s', (_, more) => {
		expect(readyRound(round())).not.toBeNull();
		expect(readyRound(round(more))).toBeNull();
	});

	it('is prepared by editors, until the first ballot or the end', () => {
		const facts = { person: person({ roles: ['editor'] }), phase: phase(), now: '2027-04-01', round: round() };
		expect(mayPrepare(facts)).toEqual({ ok: true });
		expect(mayPrepare({ ...facts, round: null })).toEqual({ ok: true });
		const because = (more: Partial<typeof facts>) => mayPrepare({ ...facts, ...more });
		expect(because({ person: person({ roles: ['admin'] }) })).toMatchObject({ because: 'roleMissing' });
		expect(because({ now: '2027-06-01' })).toMatchObject({ because: 'priorityOver' });
		expect(because({ phase: phase({ actions: [] }) })).toMatchObject({ because: 'phaseNever' });
		expect(because({ round: round({ fixedOn: '2027-05-03' }) })).toMatchObject({
			...{ because: 'priorityFixed', facts: { since: '3. Mai 2027' } }
		});
	});
});

describe('forms', () => {
	const costs = { revision: '1', budget: '20', small: '1', medium: '3', large: '10' };

	it.each([
		[{ budget: '' }, 'budget'],
		[{ budget: '-3' }, 'budget'],
		[{ budget: '2.5' }, 'budget'],
		[{ small: '0' }, 'small'],
		[{ medium: '11' }, 'large'],
		[{ small: '3', budget: '2' }, 'budget']
	])('%j is wrong at %s', (more, field) => {
		const parsed = RoundForm.safeParse({ ...costs, ...more });
		expect(parsed.error?.issues[0]?.path).toEqual([field]);
	});

	it('reads the classes there are', () => {
		const form = RoundForm.parse({
			...costs,
			'class-1': 'large',
			'class-2': '',
			'class-x': 'small',
			'class-3': 'huge'
		});
		expect([...form.classes]).toEqual([[1, 'large']]);
	});

	it('takes ticks as numbers, one for one', () => {
		expect(TicksForm.parse({ revision: '1', ticks: ['1', '2', '7'] }).ticks).toEqual([1, 2, 7]);
		expect(TicksForm.safeParse({ revision: '1', ticks: ['1', '2', 'x'] }).success).toBe(false);
	});
});
