import { expect, test } from 'vitest';
import { german } from './catalogue.ts';
import { listedError } from './fieldErrors.ts';

const { fields, forms } = german;

test('a sentence that says nothing by itself names its field in the list above the form', () => {
	expect(listedError('reply', forms.missing)).toBe(`${fields.texts.reply}: ${forms.missing}`);
	expect(listedError('outcome', forms.choose)).toBe(`${fields.chosen.outcome}: ${forms.choose}`);
	expect(listedError('title-3', forms.missing)).toBe(`${fields.texts.title}: ${forms.missing}`);
});

test('a sentence that names what is missing stands as it is', () => {
	expect(listedError('ground', forms.groundMissing)).toBe(forms.groundMissing);
	expect(listedError('unheard', forms.missing)).toBe(forms.missing);
});
