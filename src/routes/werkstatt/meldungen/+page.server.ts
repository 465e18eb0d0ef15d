import { showing } from '#lib/server/http/forms/act.ts';
import * as tickets from '#lib/tickets/tickets.server.ts';

export const load = async ({ locals: { ctx }, url }) => {
	const asked = url.searchParams.get('nach');
	const { tickets: waiting, next } = await showing(tickets.open(ctx, asked === null ? null : Number(asked)));
	return {
		waiting,
		next,
		paged: asked !== null,
		count: await tickets.countOpen(ctx),
		recent: await tickets.recent(ctx)
	};
};
