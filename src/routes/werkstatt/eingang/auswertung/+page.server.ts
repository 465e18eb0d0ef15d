import * as moderation from '#lib/moderation/moderation.server.ts';
import { deskHref } from '#lib/moderation/screening.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import { isNumber } from '#lib/server/db/counters.ts';

export const load = async ({ locals: { ctx }, url }) => {
	const before = Number(url.searchParams.get('vor'));
	const { items, next } = await showing(moderation.forEvaluation(ctx, isNumber(before) ? before : null));
	return { next, items: items.map((item) => ({ ...item, href: deskHref('proposal', item.id) })) };
};
