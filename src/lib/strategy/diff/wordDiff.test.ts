import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Part } from './diffParts.ts';
import { compareMarkdown, compareWords } from './wordDiff.ts';

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

function counted(parts: readonly Part[]) {
	const count = { same: 0, added: 0, removed: 0 };
	for (const { kind, text } of parts) count[kind] += wordsOf(text);
	return count;
}

const without = (parts: readonly Part[], kind: Part['kind']) =>
	parts.flatMap((part) => (part.kind === kind ? [] : [part.text])).join('');

/** The same for everybody: no clock, no chance of its own. */
function chance(seed: number): () => number {
	return () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

/** Some words often and many seldom, as in every language. */
function text(count: number, next: () => number): string[] {
	return Array.from({ length: count }, () => `w${Math.floor(Math.exp(next() * Math.log(3_000)))}x`);
}

const numbered = (name: string, count: number) => Array.from({ length: count }, (_, at) => `${name}${at}`);

describe('two long texts', () => {
	it.each([50, 500, 5_000])('of one paragraph with %i words put in and a word changed show just that', (more) => {
		const old = numbered('wort', 1_000);
		const before = `Anfang alt. ${old.join(' ')} Ende.`;
		const after = `Anfang neu. ${[...numbered('neu', more), ...old].join(' ')} Ende.`;
		expect(counted(compareMarkdown(before, after))).toEqual({ same: 1_002, added: more + 1, removed: 1 });
	});

	it.each([
		['one word in two hundred is another', 0.005],
		['every tenth', 0.1],
		['every third', 0.33]
	])('are compared word by word where %s', (_, share) => {
		const next = chance(7);
		const old = text(5_000, next);
		const young = old.map((word) => (next() < share ? 'anders' : word));
		const kept = young.filter((word) => word !== 'anders').length;
		const parts = compareWords(old.join(' '), young.join(' '));
		// A little word between long changes belongs to them.
		expect(counted(parts).same).toBeGreaterThanOrEqual(kept * 0.96);
		expect([without(parts, 'added'), without(parts, 'removed')]).toEqual([old.join(' '), young.join(' ')]);
	});

	it('keep the paragraphs that stay, however much is written new around them', () => {
		const next = chance(3);
		const paragraphs = Array.from({ length: 200 }, () => text(60, next).join(' '));
		const young = paragraphs.map((one, at) => (at % 4 === 0 ? one : text(80, next).join(' ')));
		const parts = compareWords(paragraphs.join('\n\n'), young.join('\n\n'));
		const same = parts.flatMap((part) => (part.kind === 'same' ? [part.text] : [])).join('');
		for (const [at, one] of paragraphs.entries()) if (at % 4 === 0) expect(same).toContain(one);
	});

	it('are not chopped by a little word between two that were written new', () => {
		const parts = compareWords(
			'Menschen ohne Wohnung bekommen Hilfe und das Land bezahlt alle Stellen in den Kommunen.',
			'Wohnungslose erhalten überall schnell Beratung und jede Stadt richtet eine Anlaufstelle ein.'
		);
		expect(parts.map(({ kind }) => kind)).toEqual(['removed', 'added', 'same']);
	});

	it.each([
		['a few words apart', 0.01],
		['half apart', 0.5],
		['wholly apart', 1]
	])('of 20,000 words, %s, are compared in a moment, and twice the same', (_, share) => {
		const next = chance(11);
		const old = text(20_000, next);
		const young = old.map((word) => (next() < share ? text(1, next)[0] : word)).join(' ');
		const began = performance.now();
		const parts = compareMarkdown(old.join(' '), young);
		expect(performance.now() - began).toBeLessThan(5_000);
		expect(compareMarkdown(old.join(' '), young)).toEqual(parts);
	});

	it.each([
		['brackets', '['.repeat(50_000), '[a]('.repeat(12_000)],
		['spaces', `${' '.repeat(50_000)}x`, `${' '.repeat(40_000)}\t y`],
		['signs', '#'.repeat(50_000), '*'.repeat(50_000)]
	])('of nothing but %s neither', (_, before, after) => {
		const began = performance.now();
		compareMarkdown(before, after);
		expect(performance.now() - began).toBeLessThan(3_000);
	});
});

const SHARED = '../shared/cases';

describe.skipIf(!existsSync(`${SHARED}/diff-before.md`))('a reported pair (skipped where ../shared is absent)', () => {
	it('shows fifty new words, not three hundred', () => {
		const [before, after] = ['before', 'after'].map((name) => readFileSync(`${SHARED}/diff-${name}.md`, 'utf8'));
		expect(counted(compareMarkdown(before ?? '', after ?? ''))).toEqual({ same: 302, added: 52, removed: 2 });
	});
});
