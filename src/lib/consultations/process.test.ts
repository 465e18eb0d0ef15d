import { describe, expect, it } from 'vitest';
import type { Phase } from './consultation.ts';
import { mayNow } from './consultation.ts';
import {
	changeFromAddress,
	changeInAddress,
	closedBy,
	consequencesOf,
	endsVotes,
	gapsBetween,
	mayPlacePhase,
	mayRemovePhase,
	NewPhaseForm,
	PhaseForm,
	startOfDay
} from './phases/phases.ts';
import { mayPromiseAnswer } from './phases/answerPromise.ts';
import { mayAddQuestion, mayBeCalled, mayRemoveField, movedIn } from './process.ts';
import { slugFor } from '../slug.ts';

const because = (verdict: { ok: true } | { ok: false; because: string }) => (verdict.ok ? null : verdict.because);
const phase = (title: string, from: string, until: string, more: Partial<Phase> = {}): Phase => ({
	...{ id: title, slug: title, title, beginsAt: startOfDay(from, 0), endsAt: startOfDay(until, 1), actions: ['vote'] },
	...more
});

describe('whose turn it is', () => {
	const phases = [
		phase('one', '2027-01-01', '2027-01-31', { groups: { vote: ['affected'] } }),
		phase('two', '2027-02-01', '2027-02-28', { groups: { vote: ['practice'] } }),
		phase('three', '2027-01-01', '2027-02-28', { actions: ['comment'] })
	];
	it.each([
		['2027-01-15', 'affected', null],
		['2027-01-15', 'practice', 'turnBefore'],
		['2027-01-15', 'research', 'turnNever'],
		['2027-01-15', 'organisation', 'turnNever'],
		['2027-02-15', 'affected', 'turnOver'],
		['2027-02-15', 'practice', null],
		['2026-12-01', 'affected', 'phaseBefore'],
		['2026-12-01', 'research', 'turnNever'],
		['2027-03-15', 'practice', 'phaseOver'],
		['2027-01-15', null, null]
	])('to vote on %s, for %s: %s', (day, group, expected) => {
		expect(because(mayNow(phases, 'vote', `${day}T12:00:00.000Z`, group))).toBe(expected);
	});

	it('everybody has it where no group is named', () => {
		for (const group of ['affected', 'none', 'organisation'])
			expect(mayNow(phases, 'comment', '2027-01-15T12:00:00.000Z', group).ok).toBe(true);
	});

	it('says the date', () => {
		expect(mayNow(phases, 'vote', '2027-01-15T12:00:00.000Z', 'practice')).toMatchObject({
			facts: { from: '1. Februar 2027' }
		});
	});
});

describe('a phase', () => {
	const placed = phase('one', '2027-01-01', '2027-01-31', { groups: { vote: ['affected'] } });
	it.each([
		['for everybody, at the same time', { actions: ['vote'] }, 'phaseOverlap'],
		[
			'for the same group among others',
			{ actions: ['vote'], groups: { vote: ['practice', 'affected'] } },
			'phaseOverlap'
		],
		['for another group', { actions: ['vote'], groups: { vote: ['practice'] } }, null],
		['for something else', { actions: ['comment'] }, null],
		['for reading only', { actions: [] }, null]
	] as const)('%s: %s', (_, opens, expected) => {
		const other = { beginsAt: placed.beginsAt, endsAt: placed.endsAt, ...opens };
		expect(because(mayPlacePhase({ phases: [placed] }, null, other))).toBe(expected);
	});

	const everybody = phase('one', '2027-01-01', '2027-01-31');
	const now = '2027-01-15T12:00:00.000Z';
	it('that takes the vote from one group ends votes, and says for whom', () => {
		const form = { ...everybody, groups: { vote: ['affected', 'practice'] } };
		expect(consequencesOf(everybody, form, now)).toEqual(['closes']);
		expect(endsVotes(everybody, form, now)).toBe(true);
		expect(closedBy(everybody, form, ['affected', 'practice', 'none'])).toEqual({
			actions: ['vote'],
			groups: { vote: ['none'] }
		});
		expect(endsVotes(form, everybody, now)).toBe(false);
	});

	it('is the same in an address', () => {
		const change = { from: '2027-01-01', until: '2027-01-31', actions: ['vote'], groups: { vote: ['affected'] } };
		expect(changeFromAddress(changeInAddress(change))?.form).toMatchObject({
			actions: ['vote'],
			groups: { vote: ['affected'] }
		});
		expect(changeFromAddress('2027-01-01_2027-01-31_vote')?.form.groups).toEqual({});
	});

	it('takes boxes by action, and all groups are no list', () => {
		const typed = { from: '2027-01-01', until: '2027-01-31', actions: ['vote', 'comment'] };
		const some = PhaseForm.parse({ ...typed, 'groups-vote': 'affected', 'groups-amend': 'affected' });
		expect(some.groups).toEqual({ vote: ['affected'] });
		const keys = ['affected', 'practice', 'research', 'none', 'organisation'];
		expect(PhaseForm.parse({ ...typed, 'groups-vote': keys }).groups).toEqual({});
		expect(PhaseForm.parse({ ...typed, 'groups-vote': 'nobody' }).groups).toEqual({});
	});

	it.each([
		[{ title: '' }, 'title', 'missing'],
		[{ title: 'x'.repeat(81) }, 'title', 'tooLong'],
		[{ answerBy: 'bald' }, 'answerBy', 'dateWrong'],
		[{ until: '2026-12-31' }, 'until', 'dateOrder']
	])('%j is not taken', (change, field, message) => {
		const typed = { title: 'Eins', asks: '', answerBy: '', from: '2027-01-01', until: '2027-01-31', ...change };
		expect(NewPhaseForm.safeParse(typed).error?.issues[0]).toMatchObject({ path: [field], message });
	});

	it('promises no answer for a day before it, and stays once it has begun or votes rest on it', () => {
		expect(because(mayPromiseAnswer('2026-12-31', everybody))).toBe('answerTooEarly');
		expect(because(mayPromiseAnswer('2027-01-01', everybody))).toBeNull();
		expect(because(mayRemovePhase(everybody, 0, now))).toBe('phaseBegun');
		expect(because(mayRemovePhase(everybody, 1, '2026-01-01T00:00:00.000Z'))).toBe('phaseUsed');
		expect(because(mayRemovePhase(everybody, 0, '2026-01-01T00:00:00.000Z'))).toBeNull();
	});

	it('leaves gaps that are told', () => {
		const phases = [everybody, phase('two', '2027-02-05', '2027-02-28'), phase('three', '2027-03-01', '2027-03-31')];
		expect(gapsBetween([...phases].reverse()).map(({ after, before }) => [after, before])).toEqual([['one', 'two']]);
	});
});

describe('fields and questions', () => {
	const fields = [
		{ id: 'a', slug: 'a', title: 'Wohnen', lead: '' },
		{ id: 'b', slug: 'b', title: 'Arbeit', lead: '' }
	];
	it('are not called the same, and the last field stays', () => {
		expect(because(mayBeCalled(fields, { id: 'b', title: ' wohnen ' }))).toBe('titleTaken');
		expect(because(mayBeCalled(fields, { id: 'a', title: 'wohnen' }))).toBeNull();
		expect(because(mayRemoveField({ fields }, 'a', 3))).toBe('fieldUsed');
		expect(because(mayRemoveField({ fields }, 'a', 0))).toBeNull();
		expect(because(mayRemoveField({ fields: fields.slice(0, 1) }, 'a', 0))).toBe('fieldLast');
		expect(because(mayAddQuestion({ questions: Array.from({ length: 10 }, String) }))).toBe('questionsMany');
	});

	it.each([
		['Hilfe im Quartier', 'hilfe-im-quartier'],
		['Größe & Maß', 'groesse-mass'],
		['Жильё', 'thema'],
		['Wohnen', 'wohnen-2'],
		[' – ', 'thema']
	])('%s is %s in addresses', (title, slug) => expect(slugFor(title, new Set(['wohnen']), 'thema')).toBe(slug));

	it('change places', () => {
		expect(movedIn(['a', 'b', 'c'], 'b', 'up')).toEqual(['b', 'a', 'c']);
		expect(movedIn(['a', 'b', 'c'], 'b', 'down')).toEqual(['a', 'c', 'b']);
		expect(movedIn(['a', 'b', 'c'], 'a', 'up')).toBeNull();
		expect(movedIn(['a'], 'x', 'up')).toBeNull();
	});
});
