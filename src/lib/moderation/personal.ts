export type HintKind = 'phone' | 'email' | 'iban' | 'address';

export interface Hint {
	kind: HintKind;
	/** As it stands in the text. */
	passage: string;
}

/** The narrow patterns first: what one has found, the next no longer sees (an IBAN holds what looks like a telephone). */
const PATTERNS: readonly { kind: HintKind; pattern: RegExp }[] = [
	{ kind: 'email', pattern: /[\p{L}\p{N}._%+-]+ ?(?:@|\(at\)|\[at\]) ?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu },
	{ kind: 'iban', pattern: /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?\d{4}){3,7}(?: ?\d{1,4})?(?![\p{L}\p{N}])/giu },
	{ kind: 'phone', pattern: /(?<![\p{L}\p{N}.,])(?:\+\d{2}|00\d{2}|\(?0)(?:[ /()-]{0,3}\d){6,13}(?![\p{L}\p{N}])/gu },
	{
		kind: 'address',
		pattern:
			/(?<![\p{L}\p{N}])(?:\p{Lu}[\p{L}.-]*[ -])?(?:\p{Lu}[\p{L}-]*)?(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer)\s+\d{1,3}(?: ?[a-h])?(?![\p{L}\p{N}.,]|\s*(?:Uhr|Minuten|Euro|Prozent|Jahre|Meter|Kilometer|km|%|€))/giu
	}
];

/**
 * Places where a text may make people recognisable. Hints for a human who decides, not verdicts: too many are better
 * than too few. Each passage is named once.
 */
export function hintsIn(text: string): Hint[] {
	const hints = new Map<string, Hint>();
	let rest = text;
	for (const { kind, pattern } of PATTERNS) {
		rest = rest.replace(pattern, (passage) => {
			hints.set(passage, { kind, passage });
			return '\n'.repeat(passage.length);
		});
	}
	return [...hints.values()];
}
