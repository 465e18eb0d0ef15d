import { DECLARED_GROUPS } from '../../../../tests/support/opinion/groups.ts';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { t } from '#lib/texts/texts.ts';
import CountTable from './CountTable.svelte';
import { compare, ReferenceForm, rowsOf } from './participation.ts';
import { suppress } from '../suppression/suppression.ts';

const people = (affected: number, practice: number, research: number) =>
	suppress({ affected, practice, research, none: 20 });
const expected = [
	{ group: 'affected', percent: 60, source: 'Ziel' },
	{ group: 'practice', percent: 30, source: 'Ziel' }
] as const;

describe('who is missing', () => {
	it('is the group whose share is clearly below the one to be expected', () => {
		const told = compare(people(30, 50, 20), expected, DECLARED_GROUPS);
		expect(told.map(({ group, actual, missing }) => [group, actual, missing])).toEqual([
			['affected', 30, true],
			['practice', 50, false]
		]);
		expect(compare(people(57, 30, 13), expected, DECLARED_GROUPS).some((one) => one.missing)).toBe(false);
	});

	it('is not told as long as a number is held back', () => {
		expect(compare(people(3, 50, 20), expected, DECLARED_GROUPS)).toMatchObject([
			{ actual: null, missing: false },
			{ actual: null }
		]);
		expect(compare(null, expected, DECLARED_GROUPS)).toMatchObject([{ actual: null }, { actual: null }]);
	});
});

describe('a table of counts', () => {
	it('leaves out languages in which nobody has written, and nothing else', () => {
		expect(rowsOf('languages', { counts: { de: 48, en: 0, uk: 1, tr: null } })).toEqual([
			['de', 48],
			['uk', 1],
			['tr', null]
		]);
		expect(rowsOf('channels', { counts: { self: 46, telephone: 0 } })).toEqual([
			['self', 46],
			['telephone', 0]
		]);
	});
});

it('says beside people with cards why a vote can have more of them, and nowhere else', () => {
	const { peopleHint } = t.votes.participation;
	// 204 used a card, 210 voted: sheets on paper need none.
	expect(peopleHint).toMatch(/auf Papier.*mehr Menschen/s);
	const shown = { counts: { affected: 204, practice: 0 }, total: 204, mostly: null };
	const html = (line: 'people' | 'sheets') => render(CountTable, { props: { line, shown } }).body;
	expect(html('people')).toContain(peopleHint);
	expect(html('sheets')).not.toContain(peopleHint);
});

describe('the figures to compare with', () => {
	it.each([
		[{ 'percent-affected': '60', 'percent-practice': '', source: 'Ziel' }, true],
		[{ 'percent-affected': '101', source: 'Ziel' }, false],
		[{ 'percent-affected': '1,5', source: 'Ziel' }, false],
		[{ 'percent-affected': 'viele', source: 'Ziel' }, false],
		[{ 'percent-affected': '60', source: ' ' }, false]
	])('%j is taken: %s', (typed, taken) => expect(ReferenceForm.safeParse({ ...typed, seen: '' }).success).toBe(taken));
});
