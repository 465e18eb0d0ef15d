import { SearchQuery } from '#lib/search/query.ts';
import * as search from '#lib/search/search.server.ts';
import { COUNTED_MAX } from '#lib/server/db/fullTextSearch.ts';
import { excerpt } from '#lib/texts/excerpt.ts';

const EXCERPT = 200;

export const load = async ({ locals: { ctx }, url }) => {
	const ask = SearchQuery.parse(Object.fromEntries(url.searchParams));
	const { proposals, comments, ...found } = await search.search(ctx, ask);
	return {
		ask,
		most: COUNTED_MAX,
		...found,
		proposals: {
			...proposals,
			list: proposals.list.map(
				({ number, title, language, body, kind, field, authorName, authorGroup, publishedAt, originOn }) => ({
					...{ number, title, language, excerpt: excerpt(body, EXCERPT), kind, field, authorName, authorGroup },
					...{ publishedAt, originOn, supportCount: 0, commentCount: 0 }
				})
			)
		},
		comments: { ...comments, list: comments.list.map((one) => ({ ...one, body: excerpt(one.body, EXCERPT) })) }
	};
};
