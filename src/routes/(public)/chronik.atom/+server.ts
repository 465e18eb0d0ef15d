import { createHash } from 'node:crypto';
import { atom, updatedAt } from '#lib/chronicle/atom.ts';
import * as chronicle from '#lib/chronicle/chronicle.server.ts';
import { site } from '#lib/texts/de/site.ts';
import { t } from '#lib/texts/texts.ts';
import type { RequestEvent } from './$types';

export const GET = async ({ locals: { ctx }, request }: Pick<RequestEvent, 'locals' | 'request'>) => {
	const lines = await chronicle.feedLines(ctx);
	const { origin } = ctx.house.config;
	const addresses = { origin, self: '/chronik.atom', page: '/chronik' };
	const body = atom({ ...addresses, title: t.journal.feedTitle, author: site.name, lines });
	const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`;
	const headers = {
		'content-type': 'application/atom+xml; charset=utf-8',
		'cache-control': 'public, max-age=300',
		'last-modified': new Date(updatedAt(lines)).toUTCString(),
		etag
	};
	return isKnown(request.headers, etag, updatedAt(lines))
		? new Response(null, { status: 304, headers })
		: new Response(body, { headers });
};

/** Feed readers ask every hour and mostly have it already. The tag counts before the date (RFC 9110). */
function isKnown(asked: Headers, etag: string, updated: string): boolean {
	const tags = asked.get('if-none-match');
	if (tags !== null) return tags === '*' || tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
	const since = Date.parse(asked.get('if-modified-since') ?? '');
	// The header knows whole seconds only.
	return Math.floor(Date.parse(updated) / 1000) * 1000 <= since;
}
