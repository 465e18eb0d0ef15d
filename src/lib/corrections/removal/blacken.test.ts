import { describe, expect, it } from 'vitest';
import { MARK } from '../../moderation/redaction.ts';
import { blackening, blackenJson } from './blacken.ts';

describe('a name', () => {
	const black = blackening(['Erika Mustermann']);
	it.each([
		['Dank an Erika Mustermann.', `Dank an ${MARK}.`],
		['ERIKA MUSTERMANN sagt', `${MARK} sagt`],
		['Erika\nMustermann', MARK],
		['Erika  Mustermanns Haus', `${MARK} Haus`],
		['Erika **Mustermann', MARK],
		['(Erika Mustermann)', `(${MARK})`],
		['Erika Mustermannheim', 'Erika Mustermannheim'],
		['Valerika Mustermann', 'Valerika Mustermann'],
		['Nichts davon.', 'Nichts davon.']
	])('in »%s«', (text, left) => expect(black(text)).toBe(left));

	it('with umlauts is found however they are stored', () => {
		const composed = 'J\u00fcrgen M\u00fcller';
		expect(blackening([composed])('Ju\u0308rgen Mu\u0308ller'.toUpperCase())).toBe(MARK);
	});

	it('with signs of patterns in it is words, and no pattern', () => {
		expect(blackening(['a.b (c)*'])('axb c, a.b (c)*!')).toBe(`axb c, ${MARK}!`);
	});
});

it('codes in JSON are no words', () => {
	const value = { competence: 'land', text: 'Das Land', points: [{ relation: 'adopts', note: 'Land' }], number: 3 };
	expect(blackenJson(value, blackening(['Land']))).toEqual({
		...{ competence: 'land', text: `Das ${MARK}`, points: [{ relation: 'adopts', note: MARK }], number: 3 }
	});
});
