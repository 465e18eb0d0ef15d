import { mayShowDrafts, PreviewForm, RevokeForm } from '#lib/previews/preview.ts';
import * as previews from '#lib/previews/previews.server.ts';
import { act, reveal, showing } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';
import { explain } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx } }) => ({
	id: newId(),
	...(await showing(previews.overview(ctx))),
	whyNot: explain(mayShowDrafts(ctx.person))
});

export const actions = {
	// No redirect: the address stands on this answer and nowhere else.
	make: (event) => reveal(event, PreviewForm, (ctx, form) => previews.make(ctx, form)),
	revoke: (event) =>
		act(event, RevokeForm, async (ctx, { link }) => {
			await previews.revoke(ctx, link);
			return '/werkstatt/vorschau?ok=previewRevoked';
		})
};
