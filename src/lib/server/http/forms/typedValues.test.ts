import { SECRET_FIELDS } from '../../../texts/fieldErrors.ts';
import { t } from '../../../texts/texts.ts';
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isWorth, labelOf, missingFrom, withoutSecrets } from './typedValues.ts';

/** For robots. */
const TRAPS = ['website'];
/** In forms that only look something up. */
const LOOKED_UP = /<Filter\b|method="get"/;

it('every field in which somebody types or chooses has its word here, or what was typed could not be named', () => {
	const known = [...Object.keys(t.fields.texts), ...t.fields.choices, ...SECRET_FIELDS, ...TRAPS];
	const unknown = globSync('src/**/*.svelte').flatMap((path) => {
		const text = readFileSync(path, 'utf8');
		if (LOOKED_UP.test(text)) return [];
		const names = [...text.matchAll(/<(?:Field|Select|Choices|Checks)\b[^>]*?\bname="([\w-]+)"/g)].map(
			([, name = '']) => name
		);
		return names.filter((name) => !known.includes(name)).map((name) => `${path}: ${name}`);
	});
	expect(unknown).toEqual([]);
});

it.each([
	['a text', { body: 'Hallo' }, true],
	['a sheet with choices', { 'choice-3': 'agree' }, true],
	['a support, which is a button', { number: '17' }, false],
	['a sign-in', { email: 'a@b.de', password: 'geheim' }, false],
	['a code', { code: 'K7MP', body: 'x' }, false],
	['nothing', { title: ' ', body: '' }, false]
] as const)('%s is worth being put aside or not', (_, values, worth) => {
	expect(isWorth(values)).toBe(worth);
});

it('finds what is in no field of the page, whatever signs it has', () => {
	const html =
		'<textarea name="body">Miete &amp; &lt;Strom></textarea><input name="title" value="Zu &quot;hoch&quot;">';
	expect(missingFrom(html, { body: 'Miete & <Strom>', title: 'Zu "hoch"' })).toEqual([]);
	expect(missingFrom(html, { body: 'Miete & <Gas>', id: 'x', password: 'y' })).toEqual([
		{ label: labelOf('body'), text: 'Miete & <Gas>' }
	]);
	expect(withoutSecrets({ body: 'x', code: 'y' })).toEqual({ body: 'x' });
});
