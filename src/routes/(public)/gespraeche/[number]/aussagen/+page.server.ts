import * as conversations from '#lib/conversations/conversations.server.ts';
import { showing } from '#lib/server/http/forms/act.ts';

export const load = async ({ locals: { ctx }, params, url }) => {
	const number = Number(params.number);
	const after = url.searchParams.get('nach');
	const found = await showing(conversations.statements(ctx, number, Number(after ?? 0)));
	return { ...found, number, paged: after !== null };
};
