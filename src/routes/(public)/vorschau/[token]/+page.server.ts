import * as previews from '#lib/previews/previews.server.ts';
import { showing } from '#lib/server/http/forms/act.ts';

export const load = async ({ locals: { ctx }, params, setHeaders }) => {
	// The address opens something: what stands here is for one, and no machine keeps it.
	setHeaders({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow, noarchive' });
	const { document, until } = await showing(previews.read(ctx, params.token));
	const { title, lines, front = [], blocks } = document;
	return { title, lines, blocks: [...front, ...blocks], until };
};
