import { z } from 'zod';
import { words } from '../../form.ts';
import { SPOKEN } from '../../people/details/language.ts';
import { excerpt } from '../../texts/excerpt.ts';
import { BODY_MAX, TITLE_MAX } from '../proposal.ts';

/** What moderation says in German of a contribution in another language. Never the words of its author. */
export interface Summary {
	title: string;
	body: string;
	writtenAt: string;
	/** The first is 1. */
	revision: number;
}

const OTHERS = SPOKEN.filter((language) => language !== 'de');

export const SummaryForm = z.object({
	/** Id of the summary this form makes: sent twice, it makes one. */
	id: z.uuid('wrong'),
	/** The revision that stood there when the form was made; 0: none. */
	seen: z.coerce.number('wrong').int('wrong').min(0, 'wrong').max(1_000_000, 'wrong'),
	/** What the contribution is in. Authors leave "German" standing, or choose the wrong one. */
	language: z.enum(OTHERS, 'choose'),
	title: words(TITLE_MAX),
	body: words(BODY_MAX)
});
export type SummaryInput = z.output<typeof SummaryForm>;

/** Their beginnings, for lists. */
export function germanExcerpts(
	summaries: ReadonlyMap<string, Summary>,
	most: number
): Map<string, { title: string; excerpt: string }> {
	return new Map([...summaries].map(([id, { title, body }]) => [id, { title, excerpt: excerpt(body, most) }]));
}
