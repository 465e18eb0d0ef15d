import { z } from 'zod';
import { withQuery } from '#lib/address.ts';
import { admit } from '#lib/server/http/forms/act.ts';
import { LOCALES } from '#lib/texts/locales/locale.ts';
import * as wording from '#lib/wording/wording.server.ts';
import { mayReword } from '#lib/wording/wording.ts';

const ON_PAGE = 50;

const Query = z.object({
	q: z.string().trim().max(200).catch(''),
	bereich: z.enum(wording.ROOMS).or(z.literal('')).catch(''),
	sprache: z.enum(LOCALES).catch('de').default('de'),
	geaendert: z.literal('ja').optional().catch(undefined),
	ab: z.coerce.number().int().min(0).max(100_000).catch(0)
});

export const load = async ({ locals: { ctx }, url }) => {
	admit(mayReword(ctx.person));
	const { q, bereich, geaendert, sprache, ab } = Query.parse(Object.fromEntries(url.searchParams));
	const all = await wording.list(ctx, { search: q, room: bereich, changed: geaendert === 'ja', locale: sprache });
	const here = {
		...(q && { q }),
		...(bereich && { bereich }),
		...(sprache !== 'de' && { sprache }),
		...(geaendert && { geaendert })
	};
	const address = (more: Record<string, string>) =>
		withQuery('/werkstatt/texte', new URLSearchParams({ ...here, ...more }));
	const end = ab + ON_PAGE;
	return {
		...{ q, room: bereich, rooms: wording.ROOMS, changed: geaendert === 'ja', count: all.length },
		locale: sprache,
		texts: all.slice(ab, end).map(({ key, ours, own, inGerman }) => ({
			...{ key, text: own ?? ours, own: own !== null, inGerman }
		})),
		next: end < all.length ? address({ ab: String(end) }) : null,
		first: ab > 0 ? address({}) : null
	};
};
