import { isRecord } from '../../canonical.ts';
import { MARK } from '../../moderation/redaction.ts';

/** Takes a text and gives it back with the words blacked out; the very same text where they do not stand in it. */
export type Blacken = (text: string) => string;

const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/**
 * Whole words, however they are written: in capitals, broken over two lines, bold, in the genitive. What is typed as a
 * part of a word (`Muster` in `Mustermann`) is left alone: names are typed whole.
 */
function pattern(passage: string): RegExp {
	const parts = passage.normalize('NFC').trim().split(/\s+/).map(literally);
	const between = '[\\s*_]+';
	return new RegExp(`(?<![\\p{L}\\p{N}])${parts.join(between)}(?:[’']?s|[’'])?(?![\\p{L}\\p{N}])`, 'giu');
}

/** `passages`: the longest first. */
export function blackening(passages: readonly string[]): Blacken {
	const patterns = passages.map(pattern);
	return (text) => {
		const normal = text.normalize('NFC');
		const black = patterns.reduce((result, one) => result.replace(one, () => MARK), normal);
		return black === normal ? text : black;
	};
}

/** Whether the passage stands in the text. */
export function standsIn(passage: string, text: string): boolean {
	return pattern(passage).test(text.normalize('NFC'));
}

/** Under these names stand codes, digests and numbers, which are nobody's words. */
const CODES = new Set([
	...['shape', 'consultation', 'kind', 'publishedAt', 'field', 'relation', 'outcome', 'competence', 'disposition'],
	...['words', 'rows', 'previous', 'digest', 'phase', 'choice', 'asOf', 'status', 'group', 'states', 'seal', 'place'],
	...['sealedUntil', 'state', 'check', 'revision', 'id']
]);

/** The same of every text in a value of JSON. */
export function blackenJson(value: unknown, black: Blacken): unknown {
	if (typeof value === 'string') return black(value);
	if (Array.isArray(value)) return value.map((one) => blackenJson(one, black));
	if (!isRecord(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, one]) => [name, CODES.has(name) ? one : blackenJson(one, black)])
	);
}

/** Whether anything in it would be blacked out. */
export function touches(value: unknown, black: Blacken): boolean {
	if (typeof value === 'string') return black(value) !== value;
	if (Array.isArray(value)) return value.some((one) => touches(one, black));
	return isRecord(value) && Object.values(value).some((one) => touches(one, black));
}
