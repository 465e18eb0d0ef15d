import { describe, expect, it } from 'vitest';
import { translationsOf } from '../wording/translations.server.ts';
import { LOCALES, TRANSLATED, type Locale } from './locales/locale.ts';
import { lackingPlurals, message } from './message.ts';

const NUMBERS = [0, 1, 2, 3, 5, 11, 21, 22, 25, 100, 101, 1_000_000];
const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
const EVERY = `{count, plural, ${FORMS.map((form) => `${form} {${form}}`).join(' ')}}`;

const two = 'other one other other other other other other other other other other';
/** What the Unicode CLDR says; a program that counts otherwise says »21 голосів«. */
const TABLE: Readonly<Record<Locale, string>> = {
	...{ de: two, leicht: two, en: two, bg: two, tr: two },
	uk: 'many one few few many many one few many many one many',
	ru: 'many one few few many many one few many many one many',
	pl: 'many one few few many many many few many many many many',
	ro: 'few one few few few few other other other other few other',
	ar: 'zero one two few few many many many many other other other'
};

describe.each(LOCALES)('in %s', (locale) => {
	it('each number has its form', () => {
		const forms = NUMBERS.map((count) => message(locale, EVERY, { count }));
		expect(forms.join(' ')).toBe(TABLE[locale]);
	});

	it('a sentence that lacks one of its forms is found', () => {
		const needed = [...new Set(TABLE[locale].split(' ')), 'other'];
		for (const form of needed.filter((one) => one !== 'other')) {
			const others = FORMS.filter((one) => one !== form).map((one) => `${one} {x}`);
			expect(lackingPlurals(locale, `{count, plural, ${others.join(' ')}}`)).toContain(form);
		}
		expect(lackingPlurals(locale, EVERY)).toEqual([]);
	});
});

it.each(TRANSLATED)('every sentence with a number in %s says something for each number', (locale) => {
	const counted = [...translationsOf(locale)].filter(([, text]) => /\{count, plural,/.test(text));
	expect(counted.length).toBeGreaterThan(20);
	for (const [key, text] of counted)
		for (const count of NUMBERS) {
			const said = message(locale, text.replace(/\{-[\w.]+\}/g, 'x'), { count });
			expect(said, `${key} ${count}`).not.toMatch(/undefined|\{count/);
			if (!/(?:=0|zero) \{\}/.test(text)) expect(said.trim(), `${key} ${count}`).not.toBe('');
		}
});
