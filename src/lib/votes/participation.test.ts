import { describe, expect, it } from 'vitest';
import { compare, ReferenceForm } from './participation.ts';
import { hold } from './suppression.ts';

const people = (affected: number, practice: number, research: number) =>
	hold({ affected, practice, research, none: 20 });
const expected = [
	{ group: 'affected', percent: 60, source: 'Ziel' },
	{ group: 'practice', percent: 30, source: 'Ziel' }
] as const;

describe('who is missing', () => {
	it('is the group whose share is clearly below the one to be expected', () => {
		const told = compare(people(30, 50, 20), expected);
		expect(told.map(({ group, actual, missing }) => [group, actual, missing])).toEqual([
			['affected', 30, true],
			['practice', 50, false]
		]);
		expect(compare(people(57, 30, 13), expected).some((one) => one.missing)).toBe(false);
	});

	it('is not told as long as a number is held back', () => {
		expect(compare(people(3, 50, 20), expected)).toMatchObject([{ actual: null, missing: false }, { actual: null }]);
		expect(compare(null, expected)).toMatchObject([{ actual: null }, { actual: null }]);
	});
});

describe('the figures to compare with', () => {
	it.each([
		[{ affected: '60', practice: '', source: 'Ziel' }, true],
		[{ affected: '101', source: 'Ziel' }, false],
		[{ affected: '1,5', source: 'Ziel' }, false],
		[{ affected: 'viele', source: 'Ziel' }, false],
		[{ affected: '60', source: ' ' }, false]
	])('%j is taken: %s', (typed, taken) => expect(ReferenceForm.safeParse({ ...typed, seen: '' }).success).toBe(taken));
});
