import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { hinting } from './hinting.ts';

const Form = hinting(z.object({ body: z.string().min(3, 'tooShort') }));
const issues = (typed: unknown) =>
	Form.safeParse(typed).error?.issues.map(({ path, message }) => [path.join(), message]);

describe('a form with a text in it', () => {
	it.each([
		['Rufen Sie an: 0201 123456', 'hintPhone'],
		['erika@example.org', 'hintEmail'],
		['DE89 3704 0044 0532 0130 00', 'hintIban'],
		['Bahnhofstraße 12', 'hintAddress']
	])('asks back once: %s', (body, message) => {
		expect(issues({ body })).toEqual([['hinted', message]]);
		expect(Form.parse({ body, hinted: 'yes' })).toEqual({ body });
	});

	it('names what is wrong first', () => expect(issues({ body: '' })).toEqual([['body', 'tooShort']]));
	it('asks in the same breath as it names what is wrong', () => {
		const Titled = hinting(z.object({ title: z.string().min(1, 'titleMissing'), body: z.string() }));
		const found = Titled.safeParse({ title: '', body: '0201 123456' }).error?.issues;
		expect(found?.map(({ message }) => message)).toEqual(['titleMissing', 'hintPhone']);
	});
	it('is taken when nothing stands out', () => expect(Form.parse({ body: 'Ganz harmlos.' })).toBeTruthy());
	it.each([[undefined], [null], [{ body: ['a', 'b'] }], ['text']])('is not taken as %j', (typed) => {
		expect(Form.safeParse(typed).success).toBe(false);
	});
});
