import { describe, expect, it } from 'vitest';
import { DECLARED_GROUPS } from '../../../../tests/support/opinion/groups.ts';
import type { Group, ParticipantType } from '#lib/people/person.ts';
import { knownOf, linesOf, shownRound } from './publishedResult.ts';
import { drawn, isHeld } from './resultChart.ts';
import { nextLines } from './publication.ts';
import type { Result } from './result.ts';
import { OPINION } from '../suppression/suppression.ts';

const votes = (
	group: Group,
	agree: number,
	pass: number,
	disagree: number,
	standing: ParticipantType = 'person'
): Result => ({
	...{ group, standing, agree, pass, disagree },
	n: agree + pass + disagree,
	recorded: 0
});
const head = { wordingId: 'w', phaseId: 'p', phaseSlug: 'draft', phaseTitle: 'Entwurf' } as const;
const shown = (results: Result[]) =>
	shownRound(head, 'now', nextLines(linesOf(results), [], OPINION) ?? {}, DECLARED_GROUPS);

describe('what is shown of a round', () => {
	it('does not depend on what is held back', () => {
		const rest = [votes('practice', 20, 5, 6), votes('research', 12, 7, 9)];
		const few = [votes('affected', 3, 0, 0), votes('affected', 0, 1, 3), votes('affected', 1, 0, 0)];
		expect(new Set(few.map((one) => JSON.stringify(shown([one, ...rest])))).size).toBe(1);
	});

	it('has a row for every declared group, and one for those without a group only when somebody voted', () => {
		const groups = (results: Result[]) => shown(results).persons.map((row) => `${row.group} ${row.state}`);
		expect(groups([])).toEqual(['affected none', 'practice none', 'research none']);
		expect(groups([votes('none', 6, 0, 6)])).toContain('none counted');
	});

	it('keeps organisations apart', () => {
		const both = shown([votes('practice', 6, 0, 6), votes('practice', 0, 0, 12, 'organisation')]);
		expect(both.persons[1]).toMatchObject({ agree: 6, n: 12 });
		expect(both.organisations).toMatchObject([{ group: 'practice', agree: 0, disagree: 12, n: 12 }]);
	});

	it('says in words only what the figures say', () => {
		// 44 of 45 agree, exactly; what is shown is nine tenths or more.
		const all = shown((['affected', 'practice', 'research'] as const).map((group) => votes(group, 44, 1, 0)));
		expect(all.summary).toMatchObject({ word: 'shared', balanced: { least: 41 / 45, most: 1 } });
	});
});

describe('what follows from a row', () => {
	const row = { group: 'affected', standing: 'person', state: 'counted' } as const;
	const none = { agree: null, pass: null, disagree: null };
	it.each([
		[{ n: 20, agree: 9, pass: 5, disagree: 6, mostly: null }, [9, 9], [5, 5], [6, 6]],
		[{ n: 27, ...none, agree: 14, mostly: null }, [14, 14], [0, 13], [0, 13]],
		[{ n: 40, ...none, mostly: { choice: 'agree', share: 0.9 } }, [36, 40], [0, 4], [0, 4]],
		[{ n: 12, ...none, mostly: null }, [0, 12], [0, 12], [0, 12]]
	] as const)('%j', (figures, ...expected) => {
		const known = knownOf({ ...row, ...figures });
		const ranges = [known?.agree, known?.pass, known?.disagree].map((range) => [range?.least, range?.most]);
		expect(ranges).toEqual(expected);
	});

	it.each([
		[{ n: 20, agree: 9, pass: 5, disagree: 6, mostly: null }, 'agree 0+45, pass 45+25, disagree 70+30'],
		[{ n: 28, ...none, agree: 14, mostly: null }, 'agree 0+50, held 50+50'],
		[{ n: 28, ...none, disagree: 14, mostly: null }, 'held 0+50, disagree 50+50'],
		[{ n: 40, ...none, mostly: { choice: 'agree', share: 0.9 } }, 'agree 0+90, held 90+10'],
		[{ n: 12, ...none, mostly: null }, 'held 0+100']
	] as const)('is drawn from left to right: %j', (figures, expected) => {
		const { parts } = drawn({ ...row, ...figures });
		expect(parts.map(({ kind, x, width }) => `${kind} ${x}+${width}`).join(', ')).toBe(expected);
		expect(isHeld([{ ...row, ...figures }])).toBe(expected.includes('held'));
	});
});
