import * as cards from '#lib/people/cards.server.ts';
import { BlockForm, ReplaceForm } from '#lib/people/card.ts';
import { act, reveal, showing } from '#lib/server/http/act.ts';
import { newId } from '#lib/server/ids.ts';
import { press } from '#lib/server/print/press.server.ts';

export const load = async ({ locals: { ctx }, params }) => ({
	...(await showing(cards.batch(ctx, params.batch))),
	now: ctx.now,
	// As people type it.
	address: `${ctx.house.config.origin}/anmelden`.replace(/^https?:\/\//, ''),
	cardId: newId(),
	printable: await press.able()
});

export const actions = {
	// No redirect: the code stands on this answer and nowhere else.
	replace: (event) =>
		reveal(event, ReplaceForm, async (ctx, form) => ({
			...(await cards.replace(ctx, event.params.batch, form)),
			printable: await press.able()
		})),
	block: (event) =>
		act(event, BlockForm, async (ctx, { block }) => {
			await cards.revokeCard(ctx, event.params.batch, block);
			return `/werkstatt/karten/${event.params.batch}?ok=cardRevoked`;
		})
};
