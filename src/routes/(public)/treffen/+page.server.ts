import * as meetings from '#lib/recording/meetings/meetings.server.ts';
import * as workshops from '#lib/recording/workshops/workshops.server.ts';

export const load = async ({ locals: { ctx }, url }) => {
	const after = url.searchParams.get('nach');
	const { workshops: found, next } = await workshops.list(ctx, {
		publicOnly: true,
		after: after === null ? null : Number(after)
	});
	return {
		coming: after === null ? await meetings.coming(ctx) : [],
		workshops: found.map(({ number, label, heldOn, group, people }) => ({ number, label, heldOn, group, people })),
		next,
		paged: after !== null
	};
};
