import { describe, expect, it } from 'vitest';
import type { Group } from '#lib/people/person.ts';
import { shown, shownRow } from './disclosure.ts';
import type { Result, Round } from './result.ts';

const votes = (group: Group, agree: number, pass: number, disagree: number): Result => ({
	group,
	standing: 'person',
	agree,
	pass,
	disagree,
	n: agree + pass + disagree
});

const round = (results: Result[]): Round => ({ wordingId: 'w', phaseId: 'p', phaseKind: 'draft', results });

/** Every way in which n people can have voted. */
function* everyResult(n: number): Generator<Result> {
	for (let agree = 0; agree <= n; agree++) {
		for (let pass = 0; agree + pass <= n; pass++) yield votes('affected', agree, pass, n - agree - pass);
	}
}

describe('what is shown', () => {
	it.each([1, 2, 3, 4])('of %i votes is nothing but that there are few', (n) => {
		for (const result of everyResult(n)) {
			expect(shownRow(result)).toEqual({ group: 'affected', standing: 'person', state: 'few' });
		}
	});

	it.each([5, 6, 7, 8, 9])('of %i votes never says that all answered the same', (n) => {
		const compatible = new Map<string, Result[]>();
		for (const result of everyResult(n)) {
			const key = JSON.stringify(shownRow(result));
			compatible.set(key, [...(compatible.get(key) ?? []), result]);
		}
		for (const [key, results] of compatible) {
			if (results.some(({ agree, pass, disagree }) => [agree, pass, disagree].includes(n))) {
				expect(results.length, key).toBeGreaterThan(1);
			}
		}
	});

	it('is exact from ten votes on', () => {
		expect(shownRow(votes('research', 10, 0, 0))).toMatchObject({ state: 'exact', agree: 10, n: 10 });
	});

	it('does not depend on what is held back', () => {
		const rest = [votes('practice', 20, 1, 3), votes('research', 12, 1, 3)];
		const texts = [...everyResult(3)].map((few) => JSON.stringify(shown(round([few, ...rest]))));
		expect(new Set(texts).size).toBe(1);
	});

	it('has a row for every declared group, and one for those without a group only when somebody voted', () => {
		const groups = (results: Result[]) => shown(round(results)).persons.map((row) => `${row.group} ${row.state}`);
		expect(groups([])).toEqual(['affected none', 'practice none', 'research none']);
		expect(groups([votes('none', 6, 0, 6)])).toContain('none exact');
	});

	it('keeps organisations apart', () => {
		const both = shown(
			round([votes('practice', 6, 0, 6), { ...votes('practice', 0, 0, 12), standing: 'organisation' }])
		);
		expect(both.persons[1]).toMatchObject({ agree: 6, n: 12 });
		expect(both.organisations).toEqual([
			{ group: 'practice', standing: 'organisation', state: 'exact', agree: 0, pass: 0, disagree: 12, n: 12 }
		]);
	});
});
