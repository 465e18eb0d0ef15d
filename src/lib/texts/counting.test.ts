import { describe, expect, it } from 'vitest';
import { german } from './catalogue.ts';

const { counting } = german;

describe('the page on how we count', () => {
	it('keeps the addresses that results link to', () => {
		const ids = counting.sections.map(({ id }) => id);
		expect(ids).toEqual(
			expect.arrayContaining(['anteil', 'spanne', 'ausgewogen', 'geteilt', 'gruppen', 'kleine-zahlen'])
		);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it.each(counting.sections.map(({ id, body }) => [id, body]))('explains %s in short sentences', (_, body) => {
		const sentences = body.replace(/[*]/g, '').split(/[.!?:]\s|\n/);
		expect(sentences.filter((sentence) => sentence.trim().split(/\s+/).length > 20)).toEqual([]);
	});
});
