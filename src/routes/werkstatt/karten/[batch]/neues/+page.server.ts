import { z } from 'zod';
import * as cards from '#lib/people/cards/cards.server.ts';
import { LISTED_LEAST } from '#lib/news/news.ts';
import * as news from '#lib/news/news.server.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';

export const load = async ({ locals: { ctx }, params }) => {
	const { batch } = await showing(cards.batch(ctx, params.batch));
	return {
		batch: { id: batch.id, label: batch.label },
		list: await showing(news.cardList(ctx, params.batch)),
		least: LISTED_LEAST,
		// As people type it.
		address: `${ctx.app.config.origin}/anmelden`.replace(/^https?:\/\//, '')
	};
};

export const actions = {
	default: (event) =>
		act(event, z.object({}), async (ctx) => {
			const { batch } = event.params;
			await news.listCards(ctx, batch);
			return `/werkstatt/karten/${batch}/neues?ok=newsListed`;
		})
};
