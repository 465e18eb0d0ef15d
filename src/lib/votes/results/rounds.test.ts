import { describe, expect, it } from 'vitest';
import { DECLARED_GROUPS } from '../../../../tests/support/opinion/groups.ts';
import type { Group } from '#lib/people/person.ts';
import { shownRound } from './publishedResult.ts';
import { exactShares, type KnownShares } from '../summary/knownRange.ts';
import { sortRounds } from './rounds.ts';
import { summary as summaryOf, type Summary } from '../summary/summary.ts';
import { inWords } from './resultText.ts';

const summary = (persons: readonly KnownShares[]): Summary => summaryOf(persons, DECLARED_GROUPS);
const round = (wordingId: string, phaseId = 'draft') =>
	shownRound({ wordingId, phaseId, phaseSlug: 'draft', phaseTitle: 'Entwurf' }, 'now', {}, DECLARED_GROUPS);

describe('rounds of votes on a point', () => {
	const wordings = [
		{ wordingId: 'new', versionNumber: 3 },
		{ wordingId: 'old', versionNumber: 1 }
	];

	it('are the one on the text that stands now, and older ones with the version they belong to', () => {
		const sorted = sortRounds([round('new'), round('old')], wordings, 'new');
		expect(sorted.current?.wordingId).toBe('new');
		expect(sorted.older.map((one) => one.versionNumber)).toEqual([1]);
	});

	it('on the same text in another phase carry no version', () => {
		const sorted = sortRounds([round('new', 'final'), round('new', 'draft')], wordings, 'new');
		expect(sorted.current?.phaseId).toBe('final');
		expect(sorted.older.map((one) => one.versionNumber)).toEqual([null]);
	});

	it('are all older ones when the point was dropped', () => {
		const sorted = sortRounds([round('old')], wordings, null);
		expect(sorted).toMatchObject({ current: null, older: [{ versionNumber: 1 }] });
	});
});

describe('a result in words', () => {
	const votes = (group: Group, agree: number, disagree: number, pass = 0) =>
		exactShares({ group, agree, pass, disagree });

	it('names who contests it, and what all groups together say', () => {
		const results = [votes('affected', 2, 18), votes('practice', 15, 5), votes('research', 16, 4)];
		expect(inWords(summary(results))).toEqual([
			'Strittig zwischen den Gruppen.',
			'Anders als die Mehrheit der anderen Gruppen: Betroffene.',
			'Zählt jede Gruppe gleich viel, dann stimmen 55\u00a0% zu.'
		]);
	});

	it('says between which values the balanced one lies when numbers are held back', () => {
		const held = { ...votes('research', 36, 4), agree: { least: 36, most: 40 } };
		const all = [votes('affected', 36, 4), votes('practice', 36, 4), held];
		expect(inWords(summary(all))).toContain('Zählt jede Gruppe gleich viel, dann stimmen 90 bis 93\u00a0% zu.');
	});

	it('names for whom a point may be unclear', () => {
		expect(inWords(summary([votes('affected', 5, 5, 8)])).at(-1)).toContain('Betroffene. Vielleicht');
	});

	it('names whose votes are missing', () => {
		expect(inWords(summary([votes('affected', 12, 1)])).at(-1)).toContain('Einrichtungen, Forschung.');
	});
});
