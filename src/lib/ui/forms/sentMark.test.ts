import { describe, expect, it } from 'vitest';
import { markFor } from './sentMark.ts';

const back = (more: object = {}) => ({ values: { seen: 'old' }, errors: {}, action: '?/save', current: null, ...more });
const save = { actions: ['?/save'], name: 'seen' };

describe('which state a form says it was filled from', () => {
	it.each([
		['the one on the page, when nothing came back', null, save, 'new'],
		['the one it was filled from, when something was wrong', back(), save, 'old'],
		[
			'the one that was shown beside it, when somebody else was faster',
			back({ current: { marks: { seen: 'newer' } } }),
			save,
			'newer'
		],
		['the one on the page, when another form came back', back({ action: '?/other' }), save, 'new'],
		['its own among several', back({ values: { seen: ['a:1', 'b:2'] } }), { ...save, of: 'b' }, 'b:2'],
		[
			'the new one of its own among several',
			back({ values: { seen: ['a:1'] }, current: { marks: { 'seen a': 'a:2' } } }),
			{ ...save, of: 'a' },
			'a:2'
		],
		[
			'the one on the page, for one that did not stand there',
			back({ values: { seen: ['a:1'] } }),
			{ ...save, of: 'b' },
			'new'
		]
	])('is %s', (_, form, which, mark) => {
		expect(markFor(form, which, 'new')).toBe(mark);
	});
});
