import { publicAddresses } from '#lib/search/addresses.server.ts';
import { sendText } from '#lib/server/http/conditional.ts';
import type { RequestEvent } from './$types';

/** As https://www.sitemaps.org/protocol.html wants it. Paths are our own: nothing in them has to be escaped. */
export const GET = async ({ locals: { ctx }, request }: Pick<RequestEvent, 'locals' | 'request'>) => {
	const { origin } = ctx.app.config;
	const urls = (await publicAddresses(ctx)).map(({ path, changedOn }) => {
		const changed = changedOn === null ? '' : `<lastmod>${changedOn}</lastmod>`;
		return `<url><loc>${origin}${path}</loc>${changed}</url>`;
	});
	const head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">';
	const headers = { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'no-cache' };
	return sendText(request, [head, ...urls, '</urlset>', ''].join('\n'), headers);
};
