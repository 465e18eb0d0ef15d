import * as conversations from '#lib/conversations/conversations.server.ts';

export const load = async ({ locals: { ctx }, url }) => {
	const before = url.searchParams.get('nach');
	return { ...(await conversations.list(ctx, before === null ? null : Number(before))), paged: before !== null };
};
