import { describe, expect, it } from 'vitest';
import { isOverdue, UpdateForm } from './promise.ts';

const form = { id: '0190a000-0000-7000-8000-000000000000', responsible: 'Ministerium', reviewOn: '', text: '' };
const problems = (more: Record<string, string>) =>
	(UpdateForm.safeParse({ ...form, ...more }).error?.issues ?? []).map((issue) => issue.message);

describe('an update on a point', () => {
	it.each([
		[{ status: 'planned', reviewOn: '2027-06-01' }, []],
		[{ status: 'running' }, ['reviewMissing']],
		[{ status: 'running', reviewOn: 'bald' }, ['dateWrong']],
		[{ status: 'done' }, []],
		[{ status: 'givenUp' }, ['givenUpReason']],
		[{ status: 'givenUp', text: 'Der Bund hat es verboten.' }, []],
		[{ status: 'lost' }, ['choose']]
	])('%o: %o', (more, expected) => expect(problems(more)).toEqual(expected));
});

describe('a review', () => {
	it.each([
		['running', '2027-05-09', true],
		['running', '2027-05-10', false],
		['planned', null, false],
		['done', '2027-05-01', false]
	] as const)('%s until %s is overdue: %s', (status, reviewOn, overdue) => {
		expect(isOverdue({ status, reviewOn }, '2027-05-10T12:00:00.000Z')).toBe(overdue);
	});
});
