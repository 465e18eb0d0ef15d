import { nameIn, NAME_PATTERNS } from './names.ts';

type HintKind = 'name' | 'birth' | 'phone' | 'email' | 'address' | 'iban' | 'customer' | 'file' | 'insurance';

export interface Hint {
	kind: HintKind;
	/** As it stands in the text. */
	passage: string;
}

const PREPOSITION = 'Am|An der|Auf der|Auf dem|Im|In der|Zum|Zur|Hinter der|Unter den';
const SUFFIX = '[Ss]tra(?:ß|ss)e|[Ss]tr\\.|[Ww]eg|[Pp]latz|[Aa]llee|[Gg]asse|[Rr]ing|[Dd]amm|[Uu]fer';
const NOT_A_NUMBER_OF = '[.,]\\d|\\s*(?:Uhr|Minuten|Euro|Prozent|Jahre|Meter|Kilometer|km|%|€)';

const MONTHS =
	'Januar|Jänner|Februar|März|Maerz|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jan\\.?|Feb\\.?|Apr\\.?|Aug\\.?|Sept?\\.?|Okt\\.?|Nov\\.?|Dez\\.?';
const DATE = `(?:\\d{1,2}[./-] ?\\d{1,2}[./-] ?(?:\\d{4}|\\d{2})|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\. ?(?:${MONTHS}) ?(?:\\d{4}|\\d{2})?)(?!\\d)`;
/** A number of an office, after the word for it: at least one digit in it, and four signs. */
const VALUE = '(?=[\\p{L}/.-]{0,8} ?\\d)[\\p{L}\\d](?:[ /.-]{0,2}[\\p{L}\\d]){3,24}(?<=\\d\\p{L}{0,2})';
const IS = '(?: ?(?:ist|lautet|war|habe ich|nr|Nr)\\b| die\\b|[:.#]| ){0,4}';
const numbered = (words: string, flags = 'giu') =>
	new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})${IS}${VALUE}(?![\\p{L}\\p{N}])`, flags);

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
	// "BG-Nummer 31502//0001234", "BG 31502BG0001234", "Kundennummer 123A456789", "123 A 456789".
	{ kind: 'customer', pattern: /(?<![\p{L}\p{N}])(?:\d{5} ?(?:\/\/|-?BG-?)|[1-9]\d{4} ?\/) ?\d{6,7}(?!\d)/giu },
	{ kind: 'customer', pattern: /(?<![\p{L}\p{N}])\d{3}(?: ?[A-Z] ?|[a-z])\d{6}(?![\p{L}\p{N}])/gu },
	{
		kind: 'customer',
		pattern: numbered(
			'Kunden-?(?:nummer|nr|num)|Kd\\.?-?Nr|(?:BG|Bedarfsgemeinschafts?|Jobcenter|Mitglieds|Vertrags|Personal|Ausweis|Pass)-?(?:nummer|nr)'
		)
	},
	{
		// Of social insurance, of health insurance, for taxes: "65 170839 J 003", "A123456789", "133/8150/8159".
		kind: 'insurance',
		pattern:
			/(?<![\p{L}\p{N}])(?:\d{2} ?\d{6} ?[A-Z] ?\d{3}|[A-Z] ?\d{9}|[1-9]\d{1,2}\/\d{3,4}\/\d{4,5})(?![\p{L}\p{N}])/giu
	},
	{
		kind: 'insurance',
		pattern: numbered(
			'(?:Sozialversicherungs|Rentenversicherungs|Krankenversicherten|Krankenversicherungs|Versicherungs|Versicherten|Steueridentifikations|Steuer|SV|RV|KV)-?(?:nummer|nr|id)|Steuer-?ID(?:-?Nr)?|Id-?Nr|St\\.?-?Nr'
		)
	},
	{
		kind: 'file',
		pattern: /(?<![\p{L}\p{N}])S \d{1,3} (?:AS|SO|KR|AL|R|P|U|SB|AY|BK|EG|KG) \d{1,5}\/\d{2}(?: ?ER)?(?![\p{L}\p{N}])/gu
	},
	{
		kind: 'file',
		pattern: numbered(
			'Aktenzeichen|Akten-?(?:nummer|nr)|Az|Geschäftszeichen|Gesch\\.-?Z|Gz|Kassenzeichen|Vorgangs-?(?:nummer|nr|zeichen)|Fall-?(?:nummer|nr)|Unser Zeichen|Mein Zeichen'
		)
	},
	{
		// "geboren am 12.03.1978", "Geburtsdatum: 1978-03-12", "am 3. Mai 1978 in Essen geboren".
		kind: 'birth',
		pattern: new RegExp(
			`(?<![\\p{L}\\p{N}])(?:geboren|geb\\.?|Geb\\.|Geburtstag|Geburtsdatum|Geb\\.-Datum|zur Welt gekommen)[^\\d\\n.]{0,24}\\.? ?${DATE}`,
			'giu'
		)
	},
	{ kind: 'birth', pattern: new RegExp(`(?<!\\d)${DATE}(?=[^.\\n\\d]{0,40}(?:geboren|zur Welt))`, 'gu') },
	{
		// A day of the last century is rarely anything else; laws and terms say "seit", "vom".
		kind: 'birth',
		pattern:
			/(?<![\d.])(?<!(?:[Ss]eit|[Vv]om|[Aa]b|[Bb]is|[Zz]um|Stand)(?: dem| zum)? )\d{1,2}\. ?\d{1,2}\. ?19\d{2}(?!\d)/gu
	},
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
	// Older texts may carry umlauts of two signs.
	let rest = text.normalize('NFC');
	for (const { kind, pattern } of PATTERNS) {
		rest = rest.replace(pattern, (passage) => {
			if (kind === 'iban' && !isIban(passage)) return passage;
			hints.set(passage, { kind, passage });
			return '\n'.repeat(passage.length);
		});
	}
	for (const passage of namesIn(rest)) hints.set(passage, { kind: 'name', passage });
	return [...hints.values()];
}

function namesIn(text: string): string[] {
	const found: string[] = [];
	let rest = text;
	for (const { pattern, isName, titled } of NAME_PATTERNS) {
		rest = rest.replace(pattern, (passage, typed: string) => {
			const words = typed.split(' ');
			if (!isName(words)) return passage;
			found.push(titled ? passage.slice(0, passage.length - typed.length) + nameIn(words) : nameIn(words));
			return '\n'.repeat(passage.length);
		});
	}
	return found;
}
