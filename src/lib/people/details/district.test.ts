import { describe, expect, it } from 'vitest';
import { currentProfile } from '../../profile/current.ts';
import { DistrictAnswer, districtName, districtOptions } from './district.ts';

describe('the districts of the state', () => {
	it('are 53, by their official keys, each once', () => {
		const DISTRICTS = currentProfile().districts.map(({ key }) => key);
		expect(new Set(DISTRICTS).size).toBe(53);
		expect(DISTRICTS.every((key) => /^05[13579]\d\d$/.test(key))).toBe(true);
		// The second half of a key below 50: a city of its own.
		expect(DISTRICTS.filter((key) => Number(key.slice(3)) < 30)).toHaveLength(22);
	});

	it('stand in the list by the names people look for', () => {
		const names = districtOptions().map(({ label }) => label);
		expect(names.slice(0, 3)).toEqual(['Städteregion Aachen', 'Bielefeld', 'Bochum']);
		expect(districtName('05315')).toBe('Köln');
	});

	it.each([
		['05315', '05315'],
		['', null],
		[undefined, null]
	])('%s is an answer', (typed, answer) => expect(DistrictAnswer.parse(typed)).toBe(answer));

	it('and nothing else is', () => expect(DistrictAnswer.safeParse('09162').success).toBe(false));
});
