import { mayHaveNotice } from '#lib/answers/noticePaper.server.ts';
import * as cards from '#lib/people/cards.server.ts';
import { BlockForm, ReplaceForm } from '#lib/people/card.ts';
import { act, reveal, showing } from '#lib/server/http/act.ts';
import { newId } from '#lib/server/ids.ts';
import { press } from '#lib/server/print/press.server.ts';
import { explain } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx }, params }) => {
	const { batch, mine } = await showing(cards.batch(ctx, params.batch));
	const printable = mine && (await press.able());
	return {
		batch,
		mine,
		now: ctx.now,
		// As people type it.
		address: `${ctx.house.config.origin}/anmelden`.replace(/^https?:\/\//, ''),
		cardId: newId(),
		/** null: this server makes no PDF. Empty: there is a sheet for the notice board. */
		whyNoNotice: printable ? (explain(await mayHaveNotice(ctx, batch.id)) ?? '') : null
	};
};

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
