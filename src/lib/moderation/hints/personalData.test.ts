import { describe, expect, it } from 'vitest';
import { hintsIn } from './personalData.ts';

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
		['name', 'Ich heiße Petra Schmidt und wohne hier.', 'Petra Schmidt'],
		['name', 'ich heisse petra schmidt und wohne hier', 'petra'],
		['name', 'Mein Name ist Oleksandr Kovalenko.', 'Oleksandr Kovalenko'],
		['name', 'Mein Name lautet: Aylin', 'Aylin'],
		['name', 'Mein Vorname ist Aylin.', 'Aylin'],
		['name', 'Ich bin Petra und lebe von Bürgergeld.', 'Petra'],
		['name', 'Ich bin die Petra aus Essen', 'Petra'],
		['name', 'Ich bin Mirwais Rahimi, 34.', 'Mirwais Rahimi'],
		['name', 'Ich bin Günter von der Heide', 'Günter von der Heide'],
		['name', 'Ich bin Gu\u0308nter', 'Günter'],
		['name', 'Dann hat Frau Müller-Lüdenscheidt angerufen.', 'Frau Müller-Lüdenscheidt'],
		['name', 'Die Frau Yılmaz vom Amt', 'Frau Yılmaz'],
		['name', 'bei Herrn Dr. Schulze in der Praxis', 'Herrn Dr. Schulze'],
		['name', 'Dr. med. Anna Weiß', 'Dr. med. Anna Weiß'],
		['name', 'Prof. Dr. Krause sagt', 'Prof. Dr. Krause'],
		['name', 'Familie Özdemir zieht aus', 'Familie Özdemir'],
		['name', 'Meine Tochter Lena geht zur Schule', 'Lena'],
		['name', 'Meine Sachbearbeiterin Krüger sagt nein', 'Sachbearbeiterin Krüger'],
		['name', 'Viele Grüße\nPetra', 'Petra'],
		['birth', 'geboren am 12.03.1978 in Essen', 'geboren am 12.03.1978'],
		['birth', 'geb. 3.4.78', 'geb. 3.4.78'],
		['birth', 'Geburtsdatum: 1978-03-12', 'Geburtsdatum: 1978-03-12'],
		['birth', 'Am 3. Mai 1978 bin ich geboren.', '3. Mai 1978'],
		['birth', 'Petra, 12.03.1978, arbeitslos', '12.03.1978'],
		['customer', 'Kundennummer 123A456789 steht drauf', '123A456789'],
		['customer', 'Kunden-Nr.: 123 A 456789', '123 A 456789'],
		['customer', 'BG-Nummer 31502//0001234', '31502//0001234'],
		['customer', 'BG 31502BG0001234', '31502BG0001234'],
		['customer', 'Meine Kundennummer lautet 4711-0815', 'Kundennummer lautet 4711-0815'],
		['file', 'Aktenzeichen: 5.2-123/24', 'Aktenzeichen: 5.2-123/24'],
		['file', 'Az. 12 C 345/23 beim Amtsgericht', 'Az. 12 C 345/23'],
		['file', 'das Verfahren S 12 AS 345/21 ER', 'S 12 AS 345/21 ER'],
		['insurance', 'Rentenversicherung 65 170839 J 003', '65 170839 J 003'],
		['insurance', 'Krankenkasse A123456789', 'A123456789'],
		['insurance', 'Steuer-ID: 12 345 678 901', 'Steuer-ID: 12 345 678 901'],
		['insurance', 'Steuernummer 133/8150/8159', '133/8150/8159']
	] as const)('%s in »%s«, too', (kind, text, passage) => {
		expect(hintsIn(text)).toEqual(passage === null ? [] : [{ kind, passage }]);
	});

	it.each([
		'Ich bin arm.',
		'ich bin seit 2019 krank, seit dem 01.01.2019 ohne Arbeit',
		'Als Frau sein Leben lang putzen, Frau sein ist teuer',
		'Ich bin Rentnerin und Mutter von drei Kindern.',
		'Ich bin Alleinerziehende Mutter',
		'Ich bin Mitte 40. Ich bin Typ 2 Diabetiker.',
		'Ich heiße Sie herzlich willkommen',
		'Wir heißen das nicht gut',
		'Mein Name ist Programm',
		'Als Frau Arbeit zu finden ist schwer. Eine Frau Mitte 50 erst recht.',
		'Für die Familie Zeit haben, Familie und Beruf',
		'Herr Minister, Frau Ministerin, Frau Präsidentin!',
		'Meine Tochter geht zur Schule, mein Sohn Mathe lernen',
		'Die Kundennummer steht auf dem Bescheid.',
		'Ein Aktenzeichen haben wir nicht. BG-Nummer und Steuernummer auch nicht.',
		'Das Gesetz vom 01.01.1962 gilt seit dem 1.1.1991.',
		'Der Termin ist am 12.03.2027 um 10 Uhr',
		'Mit freundlichen Grüßen',
		'§ 22 Abs. 1 SGB II, BGBl. I S. 1234, Drucksache 18/12345',
		'Bundessozialgericht, B 14 AS 5/12 R',
		'563 Euro, 20 Prozent, 12.345 Menschen, 2019/2020',
		'Von A nach B 45127 Essen',
		'Kinder geboren in Armut bleiben arm. Seit 2020 geboren wurden 3 Kinder.'
	])('none in »%s«, either', (text) => expect(hintsIn(text)).toEqual([]));

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

	it.each([
		...[
			'0 ',
			'a.',
			'A-',
			'Ab ',
			'a@b.',
			'1234 ',
			'Frau ',
			'Dr. ',
			'ich heiße ',
			'Mein Name ist ',
			'geb. ',
			'1.1.19',
			'12 345 '
		],
		...[
			'Az. ',
			'Az: A ',
			'BG-Nr ',
			'A 1',
			'12345//',
			'Ich bin Ab ',
			'von der Ab-',
			'Grüße\n',
			'S 12 AS ',
			'. ',
			'ß',
			'\u0308',
			'Mutter Lena '
		]
	])('stay quick with 100 kB of »%s«', (part) => {
		const text = part.repeat(Math.ceil(100_000 / part.length));
		const started = performance.now();
		hintsIn(text);
		expect(performance.now() - started).toBeLessThan(1_500);
	});
});
