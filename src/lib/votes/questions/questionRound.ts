import { withQuery } from '../../address.ts';
import { z } from 'zod';
import { excerpt } from '../../texts/excerpt.ts';
import { CHOICES } from '../vote.ts';

/** Questions in a row; then there is an end, and whoever likes goes on. */
export const ROUND = 10;
/** Signs: with the question and the first answer on the screen of a small phone. */
const SHORT = 200;
const MOST_NUMBER = 2 ** 31 - 1;
const number = z.coerce.number().int().min(1).max(MOST_NUMBER);

/** Where somebody is in a round, as the address tells it: `schon` the points behind her, `punkt` the one before her. */
export const RoundQuery = z.object({
	schon: z
		.string()
		.max(200)
		.catch('')
		.transform((text) => [...new Set((text.match(/\d{1,9}/g) ?? []).map(Number))].filter((one) => one > 0))
		.transform((numbers) => numbers.slice(0, ROUND)),
	punkt: number.nullable().catch(null),
	ende: z.coerce.boolean().catch(false)
});
export type RoundPlace = z.output<typeof RoundQuery>;

export const AnswerForm = z.object({
	choice: z.enum([...CHOICES, 'skip'], 'choose'),
	wording: z.uuid('wrong'),
	seen: z.string().max(60, 'wrong').optional(),
	punkt: z.coerce.number('wrong').int('wrong').min(1, 'wrong').max(MOST_NUMBER, 'wrong')
});

export function addressOf(place: Partial<RoundPlace>): string {
	const query = new URLSearchParams();
	if (place.schon && place.schon.length > 0) query.set('schon', place.schon.join('-'));
	if (place.punkt) query.set('punkt', String(place.punkt));
	if (place.ende) query.set('ende', '1');
	return withQuery('', query);
}

/** The point is behind her now; one that was already keeps its place, and whoever came from the end is back there. */
export function after({ schon, ende }: RoundPlace, point: number): RoundPlace {
	if (schon.includes(point)) return { schon, punkt: null, ende };
	return { schon: [...schon, point].slice(-ROUND), punkt: null, ende: false };
}

/** Back to the last one, or to any: it is before her again, where it was. */
export function backTo({ schon, ende }: RoundPlace, point: number): RoundPlace {
	return { schon, punkt: point, ende };
}

/** Of a point's text what stands above the answers on a phone; null: it is short enough to stand there whole. */
export function shortText(markdown: string): string | null {
	if (markdown.length <= SHORT) return null;
	const words = markdown.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1').replace(/^\s*(?:[-*>]|#{1,6}|\d+\.)\s+/gm, '');
	return excerpt(words.replaceAll('**', '').replace(/\s+/g, ' ').trim(), SHORT - 40);
}
