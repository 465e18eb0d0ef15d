import { atom } from '#lib/chronicle/atom.ts';
import * as chronicle from '#lib/chronicle/chronicle.server.ts';
import { readPlace } from '#lib/chronicle/feed.ts';
import { sendText } from '#lib/server/http/conditional.ts';
import { t } from '#lib/texts/texts.ts';
import type { RequestEvent } from './$types';
import { elapsed } from '#lib/time.ts';

const SELF = '/chronik.atom';
const at = (place: string) => `${SELF}?${new URLSearchParams({ vor: place })}`;
/** A header knows whole seconds only: whoever read in the second of a change must not take it for the newest. */
const SETTLED = 2_000;

export const GET = async ({ locals: { ctx }, url, request }: Pick<RequestEvent, 'locals' | 'request' | 'url'>) => {
	const place = url.searchParams.get('vor');
	const before = readPlace(place);
	const { lines, next, changedAt } = await chronicle.feed(ctx, before);
	const addresses = {
		...{ origin: ctx.app.config.origin, page: '/chronik' },
		...{ self: before && place ? at(place) : SELF, next: next && at(next) }
	};
	const text = atom({ ...addresses, title: t.journal.feedTitle, author: t.site.name, lines });
	const headers = { 'content-type': 'application/atom+xml; charset=utf-8', 'cache-control': 'no-cache' };
	const settled = changedAt !== null && elapsed(changedAt, ctx.now) > SETTLED;
	return sendText(request, text, headers, settled ? { lastModified: changedAt } : {});
};
