import { describe, expect, it } from 'vitest';
import { shown } from './disclosure.ts';
import { summary, type Result } from './result.ts';
import { sortRounds } from './rounds.ts';
import { inWords } from './words.ts';

const round = (wordingId: string, phaseId = 'draft') => shown({ wordingId, phaseId, phaseKind: 'draft', results: [] });

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
	const votes = (group: Result['group'], agree: number, disagree: number): Result => {
		return { group, standing: 'person', agree, pass: 0, disagree, n: agree + disagree };
	};

	it('names who contests it, and what all groups together say', () => {
		const results = [votes('affected', 2, 18), votes('practice', 15, 5), votes('research', 16, 4)];
		expect(inWords(summary(results))).toEqual([
			'Strittig zwischen den Gruppen.',
			'Anders als die Mehrheit der anderen Gruppen: Betroffene.',
			'Zählt jede Gruppe gleich viel, dann stimmen 55 % zu.'
		]);
	});

	it('names whose votes are missing', () => {
		expect(inWords(summary([votes('affected', 12, 1)])).at(-1)).toContain('Einrichtungen, Forschung.');
	});
});
