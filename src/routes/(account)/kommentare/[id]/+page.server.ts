import { z } from 'zod';
import * as comments from '#lib/comments/comments.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { requireSignIn } from '#lib/server/http/signIn/requireSignIn.ts';

export const load = async ({ locals: { ctx }, params }) => {
	requireSignIn(ctx, `/kommentare/${params.id}`);
	const { stance, body, state, createdAt, authorName } = await showing(comments.own(ctx, params.id));
	return { stance, body, state, createdAt, authorName };
};

export const actions = {
	default: (event) =>
		act(event, z.object({}), async (ctx) => {
			await moderation.withdrawComment(ctx, event.params.id);
			return `/kommentare/${event.params.id}?ok=commentWithdrawn`;
		})
};
