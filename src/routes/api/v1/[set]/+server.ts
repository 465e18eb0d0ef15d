import { SlugName } from '#lib/data/dataset.ts';
import * as data from '#lib/data/data.server.ts';
import { showing } from '#lib/server/http/act.ts';
import { unlessKnown } from '#lib/server/http/conditional.ts';
import { found } from '#lib/verdict.ts';

/** Described in `openapi.json`. */
export const GET = async ({ locals: { ctx }, params, url, request }) => {
	const asked = Number(url.searchParams.get('seite') ?? '1');
	const { slug, ...page } = await showing(read(params.set, asked));
	const next = page.page < page.pages ? `${ctx.house.config.origin}/api/v1/${slug}?seite=${page.page + 1}` : null;
	const headers = {
		'content-type': 'application/json; charset=utf-8',
		'cache-control': 'no-cache',
		// Public, without sign-in: other websites may show it.
		'access-control-allow-origin': '*',
		...(next && { link: `<${next}>; rel="next"` })
	};
	const { edition, at, pages, rows } = page;
	return unlessKnown(request, `"${edition}-${slug}-${page.page}"`, headers, () =>
		JSON.stringify({ edition, at, page: page.page, pages, next, rows })
	);

	async function read(set: string, number: number) {
		const slug = found(SlugName.safeParse(set).data ?? null, 'dataset');
		return { slug, ...(await data.page(ctx, slug, number)) };
	}
};
