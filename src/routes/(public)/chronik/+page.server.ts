import * as chronicle from '#lib/chronicle/chronicle.server.ts';
import { PageQuery } from '#lib/chronicle/chronicle.ts';

export const load = async ({ locals: { ctx }, url }) => {
	const { before } = PageQuery.parse(Object.fromEntries(url.searchParams));
	return { ...(await chronicle.page(ctx, before ?? null)), first: before === undefined };
};
