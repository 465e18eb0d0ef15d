import { z } from 'zod';
import { CHOICES } from './vote.ts';

/** Questions in a row; then there is an end, and whoever likes goes on. */
export const ROUND = 10;
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

/** `more`: what else the address says, e.g. the consultation. */
export function addressOf(place: Partial<RoundPlace>, more: Readonly<Record<string, string | null>> = {}): string {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(more)) if (value) query.set(name, value);
	if (place.schon && place.schon.length > 0) query.set('schon', place.schon.join('-'));
	if (place.punkt) query.set('punkt', String(place.punkt));
	if (place.ende) query.set('ende', '1');
	const text = query.toString();
	return text ? `?${text}` : '';
}

/** The point is behind her now. Answering the same twice makes no second step. */
export function after({ schon }: RoundPlace, point: number): RoundPlace {
	return { schon: [...schon.filter((one) => one !== point), point].slice(-ROUND), punkt: null, ende: false };
}

/** Back to the last one, or to any: it is before her again, and not behind her any more. */
export function backTo({ schon }: RoundPlace, point: number): RoundPlace {
	return { schon: schon.filter((one) => one !== point), punkt: point, ende: false };
}
