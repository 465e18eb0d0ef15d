import * as workshops from '#lib/recording/workshops.server.ts';

export const load = async ({ locals: { ctx }, url }) => {
	const after = url.searchParams.get('nach');
	const { workshops: found, next } = await workshops.list(ctx, {
		publicOnly: true,
		after: after === null ? null : Number(after)
	});
	return {
		workshops: found.map(({ number, label, heldOn, group, people }) => ({ number, label, heldOn, group, people })),
		next,
		paged: after !== null
	};
};
