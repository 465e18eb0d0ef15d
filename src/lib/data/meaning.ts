import { fill, t } from '../texts/texts.ts';
import type { Column, Slug } from './columns.ts';

/** What a column says, in words. */
export function meaningOf(slug: Slug, { name, wordsOf }: Column): string {
	if (wordsOf !== undefined) return fill(t.data.labelOf, { column: wordsOf });
	const words: Readonly<Record<string, string>> = t.data.sets[slug].columns;
	return words[name] ?? name;
}
