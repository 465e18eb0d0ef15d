import type * as docx from 'docx';

/** Word counts by itself, from a number that its style says: one style for each number that a list begins with. */
export const numbersFrom = (start: number) => `numbers-${start}`;

export function numberingFrom(word: typeof docx, starts: ReadonlySet<number>): docx.INumberingOptions {
	const levels = (start: number) =>
		[0, 1, 2].map((level) => ({
			level,
			start,
			format: word.LevelFormat.DECIMAL,
			text: `%${level + 1}.`,
			style: { paragraph: { indent: { left: 400 * (level + 1), hanging: 400 } } }
		}));
	return { config: [...starts].map((start) => ({ reference: numbersFrom(start), levels: levels(start) })) };
}
