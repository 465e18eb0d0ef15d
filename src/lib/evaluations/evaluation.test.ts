import { describe, expect, it } from 'vitest';
import type { Phase } from '#lib/consultations/consultation.ts';
import type { Person } from '#lib/people/person.ts';
import { EvaluationForm, mayEvaluate, mayRecordEvaluation, OPEN_DAYS, SheetForm, type Answer } from './evaluation.ts';
import { resultOf, type Sheet } from './result.ts';

const phase: Phase = {
	id: 'p',
	slug: 'collect',
	title: 'Sammeln',
	beginsAt: '2027-04-01T00:00:00.000Z',
	endsAt: '2027-05-01T00:00:00.000Z',
	actions: ['propose']
};
const resident: Person = {
	id: 'r',
	pseudonym: 'Birke 1',
	group: 'affected',
	organisationId: null,
	organisation: null,
	roles: []
};
const organisation: Person = { ...resident, organisationId: 'o', organisation: 'Tafel' };
const editor: Person = { ...resident, roles: ['editor'] };
const helper: Person = { ...resident, roles: ['helper'] };
const open = {
	...{ person: resident, phase, now: '2027-05-02T00:00:00.000Z' },
	...{ since: '2027-04-05T00:00:00.000Z', computed: false }
};
const peers: Phase = { ...phase, groups: { propose: ['affected'] } };

describe('who says how a phase was', () => {
	it.each([
		['a resident who was there', {}, null],
		['nobody before it has ended', { now: '2027-04-30T23:59:59.999Z' }, 'evaluationBefore'],
		['a resident on the last day', { now: '2027-05-28T23:59:59.999Z' }, null],
		[`nobody after ${OPEN_DAYS} days`, { now: '2027-05-29T00:00:00.000Z' }, 'evaluationOver'],
		['nobody once it is computed, even when the phase was made longer', { computed: true }, 'evaluationOver'],
		['nobody of a phase in which nothing could be done', { phase: { ...phase, actions: [] } }, 'evaluationNever'],
		['nobody who is not signed in', { person: null }, 'signInFirst'],
		['no organisation', { person: organisation }, 'evaluationPersons'],
		['nobody who works here', { person: editor }, 'staffTakesNoPart'],
		['somebody who works here now takes back what was said before', { person: editor, takingBack: true }, null],
		['nobody who came when it was over', { since: '2027-05-01T00:00:00.000Z' }, 'evaluationLater'],
		['the group whose phase it was', { phase: peers }, null],
		['no other group', { phase: peers, person: { ...resident, group: 'practice' } }, 'evaluationOthers']
	])('%s', (_, facts, because) => {
		const answer = mayEvaluate({ ...open, ...facts });
		expect(answer.ok ? null : answer.because).toBe(because);
	});

	it.each([
		['a helper types in a sheet', { person: helper }, null],
		['a resident does not', {}, 'roleMissing'],
		[
			'nor anybody for a group the phase was not for',
			{ person: helper, phase: peers, group: 'practice' },
			'evaluationOthers'
		],
		['nor when it is too late', { person: helper, now: '2027-06-01T00:00:00.000Z' }, 'evaluationOver']
	])('%s', (_, facts, because) => {
		const answer = mayRecordEvaluation({ ...open, group: 'affected', ...facts });
		expect(answer.ok ? null : answer.because).toBe(because);
	});

	it('answers all questions, with one of three words', () => {
		const whole = { informed: 'yes', heard: 'no', fair: 'partly', easy: 'yes', again: 'yes' };
		expect(EvaluationForm.safeParse(whole).success).toBe(true);
		expect(EvaluationForm.safeParse({ ...whole, heard: undefined }).success).toBe(false);
		expect(EvaluationForm.safeParse({ ...whole, heard: 'maybe' }).success).toBe(false);
		expect(SheetForm.safeParse({ ...whole, phase: 'collect', group: 'affected', id: 'x' }).success).toBe(false);
	});
});

const GROUPS = ['affected', 'practice', 'research'];
const sheets = (group: string, counts: Readonly<Record<Answer, number>>): Sheet[] =>
	Object.entries(counts).flatMap(([word, count]) => {
		const heard: Answer = word === 'yes' ? 'yes' : word === 'no' ? 'no' : 'partly';
		return Array.from({ length: count }, () => ({
			...{ group, heard },
			...{ informed: 'yes' as const, fair: 'yes' as const, easy: 'yes' as const, again: 'yes' as const }
		}));
	});
const heard = (all: readonly Sheet[], of: Phase = phase) =>
	resultOf({ phase: of, until: '2027-05-28' }, all, GROUPS).questions.find(({ question }) => question === 'heard');

describe('what is told of it', () => {
	it('balances the groups: a hundred of one do not drown twenty of another', () => {
		const result = heard([
			...sheets('affected', { yes: 10, partly: 40, no: 50 }),
			...sheets('practice', { yes: 10, partly: 5, no: 5 }),
			...sheets('research', { yes: 6, partly: 8, no: 6 })
		]);
		expect(result?.balanced?.least).toBeCloseTo((0.1 + 0.5 + 0.3) / 3);
		expect(result?.tooFew).toEqual([]);
	});

	it('tells nothing of one to four people, and no share of all while a group is too small', () => {
		const result = heard([
			...sheets('affected', { yes: 20, partly: 10, no: 10 }),
			...sheets('practice', { yes: 2, partly: 1, no: 1 })
		]);
		expect(result?.rows).toEqual([
			{ group: 'affected', n: 40, yes: 20, partly: 10, no: 10, mostly: null },
			{ group: 'practice', n: null, yes: null, partly: null, no: null, mostly: null },
			{ group: 'research', n: 0, yes: 0, partly: 0, no: 0, mostly: null }
		]);
		expect(result).toMatchObject({ balanced: null, tooFew: ['practice', 'research'] });
	});

	it('does not say exactly what nearly all of a few say', () => {
		const [row] = heard(sheets('affected', { yes: 8, partly: 0, no: 0 }))?.rows ?? [];
		expect(row).toEqual({
			group: 'affected',
			n: 8,
			yes: null,
			partly: null,
			no: null,
			mostly: { answer: 'yes', share: 0.8 }
		});
	});

	it('counts only the group whose phase it was', () => {
		const result = heard(sheets('affected', { yes: 6, partly: 6, no: 0 }), peers);
		expect(result?.rows.map(({ group }) => group)).toEqual(['affected']);
		expect(result?.tooFew).toEqual([]);
	});

	it('is whole when nobody has answered', () => {
		expect(heard([])).toMatchObject({ balanced: null, tooFew: GROUPS });
	});
});
