import { describe, expect, it } from 'vitest';
import { blacken, passagesIn } from './redaction.ts';

describe('blackening', () => {
	it.each([
		['a passage', 'Frau Meier vom Amt', 'Meier', 'Frau [geschwärzt] vom Amt'],
		['every place it stands', 'Meier hier, Meier da', 'Meier', '[geschwärzt] hier, [geschwärzt] da'],
		['whole words only', 'Annas Annahme: Anna', 'Anna', 'Annas Annahme: [geschwärzt]'],
		['within a word, when it stands nowhere else', 'Annas Annahme', 'Annas', '[geschwärzt] Annahme'],
		['part of a word, when there is nothing else', 'xxMeierxx', 'Meier', 'xx[geschwärzt]xx'],
		['signs that mean something to a pattern', 'Tel. (0201) 12+3?', '(0201) 12+3?', 'Tel. [geschwärzt]'],
		['signs that mean something to a replacement', 'kostet 5 $& und', '5 $&', 'kostet [geschwärzt] und'],
		['an umlaut of two signs', 'Frau Mu\u0308ller', 'Müller', 'Frau [geschwärzt]'],
		['an umlaut of two signs in what is typed', 'Frau Müller', 'Mu\u0308ller', 'Frau [geschwärzt]'],
		['the longer passage first', 'Erika Meier', 'Meier\nErika Meier', '[geschwärzt]']
	])('%s', (_, text, lines, expected) => {
		expect(blacken([text], passagesIn(lines)).texts).toEqual([expected]);
	});

	it('goes through all texts and names what stands in none', () => {
		const result = blacken(['Meier', 'bei Meier'], ['Meier', 'Schulz']);
		expect(result).toEqual({ texts: ['[geschwärzt]', 'bei [geschwärzt]'], missing: 'Schulz' });
	});

	it('reads one passage a line, each once', () => {
		expect(passagesIn(' Meier \n\n  Schulze\nMeier\n')).toEqual(['Schulze', 'Meier']);
	});
});
