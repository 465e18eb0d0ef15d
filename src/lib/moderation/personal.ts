export type HintKind = 'phone' | 'email' | 'iban' | 'address';

export interface Hint {
	kind: HintKind;
	/** As it stands in the text. */
	passage: string;
}

const PREPOSITION = 'Am|An der|Auf der|Auf dem|Im|In der|Zum|Zur|Hinter der|Unter den';
const SUFFIX = '[Ss]tra(?:ß|ss)e|[Ss]tr\\.|[Ww]eg|[Pp]latz|[Aa]llee|[Gg]asse|[Rr]ing|[Dd]amm|[Uu]fer';
const NOT_A_NUMBER_OF = '[.,]\\d|\\s*(?:Uhr|Minuten|Euro|Prozent|Jahre|Meter|Kilometer|km|%|€)';

/**
 * The narrow patterns first: what one has found, the next no longer sees (an IBAN holds what looks like a telephone).
 * Every repetition is bounded, so that no text can make them slow.
 */
const PATTERNS: readonly { kind: HintKind; pattern: RegExp }[] = [
	{
		kind: 'email',
		pattern:
			/(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64} ?(?:@|\(at\)|\[at\]|\{at\}|\(ät\)|\[ät\]) ?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/giu
	},
	{ kind: 'iban', pattern: /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?\d{4}){3,7}(?: ?\d{1,4})?(?![\p{L}\p{N}])/giu },
	{ kind: 'phone', pattern: /(?<![\p{L}\p{N}.,])(?:\+\d{2}|00\d{2}|\(?0)(?:[ /()-]{0,3}\d){6,13}(?![\p{L}\p{N}])/gu },
	{
		// "Bahnhofstraße 12 a", "Karl-Marx-Allee 3", "Kölner Str. 5", "Alter Weg 7".
		kind: 'address',
		pattern: new RegExp(
			`(?<![\\p{L}\\p{N}-])\\p{Lu}[\\p{L}-]{0,30}[. ]?(?:${SUFFIX})\\s{1,3}\\d{1,3}(?: ?[a-h])?(?![\\p{L}\\p{N}]|${NOT_A_NUMBER_OF})`,
			'gu'
		)
	},
	{
		// "Am Markt 3, Essen", "Straße der Einheit 5": without a word for street at its end only where the number ends it.
		kind: 'address',
		pattern: new RegExp(
			`(?<![\\p{L}\\p{N}-])(?:${PREPOSITION}|Straße de[rs]|Platz de[rs]) \\p{Lu}[\\p{L}-]{2,30}\\s{1,3}\\d{1,3}(?: ?[a-h])?(?=\\s{0,3}(?:[,;.)\\n]|\\d{5}|$)(?!\\d))`,
			'gu'
		)
	}
];

/** The last digits of an account number prove the others (ISO 13616): what only looks like one is none. */
function isIban(passage: string): boolean {
	const signs = passage.replaceAll(' ', '').toUpperCase();
	const moved = signs.slice(4) + signs.slice(0, 4);
	const digits = moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
	return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

/**
 * Places where a text may make people recognisable. Hints for a human who decides, not verdicts: too many are better
 * than too few. Each passage is named once.
 */
export function hintsIn(text: string): Hint[] {
	const hints = new Map<string, Hint>();
	let rest = text;
	for (const { kind, pattern } of PATTERNS) {
		rest = rest.replace(pattern, (passage) => {
			if (kind === 'iban' && !isIban(passage)) return passage;
			hints.set(passage, { kind, passage });
			return '\n'.repeat(passage.length);
		});
	}
	return [...hints.values()];
}
