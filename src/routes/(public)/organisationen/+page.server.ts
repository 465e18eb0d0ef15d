import * as organisations from '#lib/organisations/organisations.server.ts';

export const load = async ({ locals: { ctx }, url }) => {
	const after = url.searchParams.get('nach');
	return { ...(await organisations.list(ctx, after)), first: after === null };
};
