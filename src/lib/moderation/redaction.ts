/** What stands in a text where a passage was. */
export const MARK = '[geschwärzt]';
export const PASSAGE_MIN = 3;

/** One passage a line, as a moderator types them; the longest first, so that a part of one never spoils the whole. */
export function passagesIn(lines: string): string[] {
	const passages = lines.split('\n').map((line) => line.trim());
	return [...new Set(passages)].filter((passage) => passage !== '').sort((a, b) => b.length - a.length);
}

/**
 * The texts with every passage blackened, and nothing else changed: a moderator can take words away but never put words
 * into somebody's mouth. `missing`: the first passage that stands in none of the texts.
 */
export function blacken(
	texts: readonly string[],
	passages: readonly string[]
): { texts: string[]; missing: string | null } {
	let missing: string | null = null;
	// An umlaut of two signs, from before texts were normalised, must not hide a name.
	let result = texts.map((text) => text.normalize('NFC'));
	for (const passage of passages.map((one) => one.normalize('NFC'))) {
		const next = replaced(result, passage);
		if (next.every((text, index) => text === result[index])) missing ??= passage;
		result = next;
	}
	return { texts: result, missing };
}

/** Whole words where there are any (`Anna` spares `Annahme`), else wherever the passage stands. */
function replaced(texts: readonly string[], passage: string): string[] {
	const whole = texts.map((text) => text.replace(wholeWords(passage), () => MARK));
	return whole.some((text, index) => text !== texts[index])
		? whole
		: texts.map((text) => text.replaceAll(passage, () => MARK));
}

function wholeWords(passage: string): RegExp {
	return new RegExp(`(?<![\\p{L}\\p{N}])${literally(passage)}(?![\\p{L}\\p{N}])`, 'gu');
}

function literally(passage: string): string {
	return passage.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
