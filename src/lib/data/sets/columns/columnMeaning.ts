import { fill, t } from '../../../texts/texts.ts';
import type { Column, Slug } from './columns.ts';

/** What a column says, in words. */
export function meaningOf(slug: Slug, { name, wordsOf }: Column): string {
	if (wordsOf !== undefined) return fill(t.data.labelOf, { column: wordsOf });
	const words: Readonly<Record<string, string>> = t.data.sets[slug].columns;
	// What something is called, beside its short name.
	const of = name.endsWith('_label') ? name.slice(0, -'_label'.length) : null;
	if (words[name] === undefined && of !== null) return fill(t.data.labelOf, { column: of });
	return words[name] ?? name;
}
