import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fieldErrors } from '../../server/http/forms/fieldErrors.ts';
import { whole } from '../../texts/numbers.ts';
import { fill, t } from '../../texts/texts.ts';
import { personalDataCheck } from './personalDataCheck.ts';

const Form = personalDataCheck(z.object({ body: z.string().min(3, 'tooShort') }));
const issues = (typed: unknown) =>
	Form.safeParse(typed).error?.issues.map(({ path, message }) => [path.join(), message]);

describe('a form with a text in it', () => {
	it.each([
		['Rufen Sie an: 0201 123456'],
		['erika@example.org'],
		['DE89 3704 0044 0532 0130 00'],
		['Bahnhofstraße 12']
	])('asks back once: %s', (body) => {
		expect(issues({ body })).toEqual([['hinted', 'hintFound']]);
		expect(Form.parse({ body, hinted: 'yes' })).toEqual({ body });
	});

	it('names all kinds at once and quotes the words, of every row of a sheet', () => {
		const Rows = personalDataCheck(z.object({ 'body-1': z.string(), 'body-2': z.string() }));
		const typed = {
			'body-1': 'Ich heiße Petra Schmidt, 0201 123456.',
			'body-2': 'Meine BG-Nummer ist 31502//0001234.'
		};
		const { error } = Rows.safeParse(typed);
		if (!error) throw new Error('nothing was asked');
		expect(fieldErrors(error, typed)).toEqual({
			hinted: fill(t.forms.hintFound, {
				found: 'Kundennummer oder BG-Nummer »31502//0001234«, Telefonnummer »0201 123456«, Name »Petra Schmidt«'
			})
		});
	});

	it('looks into the record of a meeting, too', () => {
		const Record = personalDataCheck(z.object({ minutes: z.string() }));
		expect(Record.safeParse({ minutes: 'Frau Schmidt hat gesagt: zu teuer.' }).error?.issues).toMatchObject([
			{ message: 'hintFound' }
		]);
	});

	it('looks into what is sent and stands in no field: sections of a file that are ticked', () => {
		const texts: Readonly<Record<string, string>> = { 1: 'Rufen Sie an: 0201 123456', 2: 'Wohnen' };
		const Ticked = personalDataCheck(z.object({ sections: z.string() }), ({ sections }) => [
			texts[String(sections)] ?? ''
		]);
		expect(Ticked.safeParse({ sections: '1' }).error?.issues).toMatchObject([{ message: 'hintFound' }]);
		expect(Ticked.safeParse({ sections: '2' }).success).toBe(true);
		expect(Ticked.safeParse({ sections: '1', hinted: 'yes' }).success).toBe(true);
	});

	it('says by how much a text is too long', () => {
		const Short = personalDataCheck(z.object({ body: z.string().trim().max(10, 'tooLong') }));
		const typed = { body: ' Zwölf Zeichen ' };
		const { error } = Short.safeParse(typed);
		if (!error) throw new Error('it was taken');
		expect(fieldErrors(error, typed).body).toBe(fill(t.forms.tooLongBy, { length: 13, most: 10, over: 3 }));
	});

	it('writes big numbers as the field itself does', () => {
		const Long = personalDataCheck(z.object({ body: z.string().trim().max(8_000, 'tooLong') }));
		const typed = { body: 'x'.repeat(12_499) };
		const { error } = Long.safeParse(typed);
		if (!error) throw new Error('it was taken');
		const told = fieldErrors(error, typed).body;
		for (const number of [12_499, 4_499, 8_000]) expect(told).toContain(whole(number));
	});

	it('names what is wrong first', () => expect(issues({ body: '' })).toEqual([['body', 'tooShort']]));
	it('asks in the same breath as it names what is wrong', () => {
		const Titled = personalDataCheck(z.object({ title: z.string().min(1, 'titleMissing'), body: z.string() }));
		const found = Titled.safeParse({ title: '', body: '0201 123456' }).error?.issues;
		expect(found?.map(({ message }) => message)).toEqual(['titleMissing', 'hintFound']);
	});
	it('is taken when nothing stands out', () => expect(Form.parse({ body: 'Ganz harmlos.' })).toBeTruthy());
	it.each([[undefined], [null], [{ body: ['a', 'b'] }], ['text']])('is not taken as %j', (typed) => {
		expect(Form.safeParse(typed).success).toBe(false);
	});
});
