import * as chronicle from '#lib/chronicle/chronicle.server.ts';
import { PageQuery } from '#lib/chronicle/chronicle.ts';

export const load = async ({ locals: { ctx }, url }) => {
	const { vor } = PageQuery.parse(Object.fromEntries(url.searchParams));
	return { ...(await chronicle.page(ctx, vor ?? null)), first: vor === undefined };
};
