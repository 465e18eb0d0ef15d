import { describe, expect, it } from 'vitest';
import { hintsIn } from './personal.ts';

describe('hints on personal data', () => {
	it.each([
		['phone', 'Rufen Sie an: 0201 123456 ab neun', '0201 123456'],
		['phone', 'mobil 0171/1234567', '0171/1234567'],
		['phone', '+49 (0)171 - 12 34 56 7', '+49 (0)171 - 12 34 56 7'],
		['phone', '(0211) 85', null],
		['phone', '(0211) 855-50', '(0211) 855-50'],
		['email', 'an erika.meier@mail.example.de.', 'erika.meier@mail.example.de'],
		['email', 'erika (at) example.org', 'erika (at) example.org'],
		['iban', 'Konto DE89 3704 0044 0532 0130 00!', 'DE89 3704 0044 0532 0130 00'],
		['iban', 'de89370400440532013000', 'de89370400440532013000'],
		['email', 'erika[ät]example.org', 'erika[ät]example.org'],
		['iban', 'AT61 1904 3002 3457 3201', 'AT61 1904 3002 3457 3201'],
		['address', 'Wir wohnen Am Markt 3, Essen', 'Am Markt 3'],
		['address', 'Straße der Einheit 5', 'Straße der Einheit 5'],
		['address', 'Ich wohne Bahnhofstraße 12 a, oben', 'Bahnhofstraße 12 a'],
		['address', 'in der Kölner Str. 5', 'Kölner Str. 5'],
		['address', 'Alter Weg 7', 'Alter Weg 7'],
		['address', 'Karl-Marx-Allee 3', 'Karl-Marx-Allee 3']
	] as const)('%s in »%s«', (kind, text, passage) => {
		expect(hintsIn(text)).toEqual(passage === null ? [] : [{ kind, passage }]);
	});

	it.each([
		'DE00 1234 1234 1234 1234 12 ist kein Konto',
		'Am Montag 12 Leute, Im Mai 2024.',
		'Am 01.01.2024 um 10:30 Uhr',
		'Das kostet 1.250,50 Euro im Jahr 2023',
		'45127 Essen hat 580000 Menschen',
		'Der Heimweg 20 Minuten zu Fuß',
		'§ 22 SGB II, Absatz 1',
		'von 2021 bis 2023 waren es 120 und 109 Projekte',
		'Wir treffen uns @ Marktplatz',
		'0,5 Prozent und 0 Antworten'
	])('none in »%s«', (text) => expect(hintsIn(text)).toEqual([]));

	it('names every passage once, and several in one text', () => {
		const hints = hintsIn('0201 123456, noch mal 0201 123456, a@b.de');
		expect(hints.map((hint) => hint.kind)).toEqual(['email', 'phone']);
	});

	it('stays quick with a text made to be slow', () => {
		const started = performance.now();
		for (const part of ['0 ', 'a.', 'A-', 'Ab ', 'a@b.', '1234 ']) hintsIn(part.repeat(4_000));
		expect(performance.now() - started).toBeLessThan(500);
	});
});
