import * as moderation from '#lib/moderation/moderation.server.ts';

export const load = async ({ locals: { ctx }, url }) => {
	const after = url.searchParams.get('nach');
	return { ...(await moderation.log(ctx, after)), counts: await moderation.logCounts(ctx), paging: after !== null };
};
