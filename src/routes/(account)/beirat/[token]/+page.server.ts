import { z } from 'zod';
import { mayJoin } from '#lib/board/board.ts';
import * as board from '#lib/board/board.server.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { whyNot } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx }, params, setHeaders }) => {
	// The address opens something: what stands here is for one.
	setHeaders({ 'cache-control': 'no-store' });
	const { until } = await showing(board.openInvitation(ctx, params.token));
	return { until, here: `/beirat/${params.token}`, ...whyNot(mayJoin(ctx.person, await board.isMember(ctx))) };
};

export const actions = {
	default: (event) =>
		act(event, z.object({}), async (ctx) => {
			await board.join(ctx, event.params.token);
			return '/meine/beirat?ok=boardJoined';
		})
};
