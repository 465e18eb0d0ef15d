import { mayHaveNotice } from '#lib/answers/noticePaper.server.ts';
import * as cards from '#lib/people/cards/cards.server.ts';
import { mayTendPlaces } from '#lib/people/places/place.ts';
import * as places from '#lib/people/places/places.server.ts';
import * as replacing from '#lib/people/cards/replaceCard.server.ts';
import { BlockForm, LookUpQuery, MoveForm, ReplaceForm } from '#lib/people/cards/card.ts';
import { act, reveal, showing } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';
import { openPdfWorker } from '#lib/server/print/pdfWorker.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { explain, reasonSentence } from '#lib/texts/texts.ts';
import { Refused } from '#lib/verdict.ts';

/** Which card was asked for, or why there is none; nothing was asked: null. */
async function lookedUp(ctx: Ctx, batchId: string, number: number) {
	if (number === 0) return null;
	try {
		return { asked: String(number), card: await replacing.lookUp(ctx, batchId, number), whyNot: null };
	} catch (problem) {
		if (!(problem instanceof Refused)) throw problem;
		return { asked: String(number), card: null, whyNot: reasonSentence(problem.reason, problem.facts) };
	}
}

export const load = async ({ locals: { ctx }, params, url }) => {
	const { nummer } = LookUpQuery.parse({ nummer: url.searchParams.get('nummer') });
	const { batch, mine } = await showing(cards.batch(ctx, params.batch));
	const printable = mine && (await openPdfWorker.able());
	return {
		batch,
		mine,
		now: ctx.now,
		// As people type it.
		address: `${ctx.app.config.origin}/anmelden`.replace(/^https?:\/\//, ''),
		cardId: newId(),
		looked: mine ? await lookedUp(ctx, batch.id, nummer) : null,
		stopped: mine ? await replacing.stoppedIn(ctx, batch.id) : [],
		/** Where they could go; nothing for whoever may not say so. */
		places: mayTendPlaces(ctx.person).ok
			? (await places.mine(ctx)).map(({ id, name }) => ({ value: id, label: name }))
			: [],
		/** null: this server makes no PDF. Empty: there is a sheet for the notice board. */
		whyNoNotice: printable ? (explain(await mayHaveNotice(ctx, batch.id)) ?? '') : null
	};
};

export const actions = {
	// No redirect: the code stands on this answer and nowhere else.
	replace: (event) =>
		reveal(event, ReplaceForm, async (ctx, form) => ({
			...(await replacing.replace(ctx, event.params.batch, form)),
			printable: await openPdfWorker.able()
		})),
	move: (event) =>
		act(event, MoveForm, async (ctx, { to }) => {
			await cards.moveTo(ctx, event.params.batch, to);
			return `/werkstatt/karten/${event.params.batch}?ok=batchMoved`;
		}),
	block: (event) =>
		act(event, BlockForm, async (ctx, { block }) => {
			await cards.revokeCard(ctx, event.params.batch, block);
			return `/werkstatt/karten/${event.params.batch}?ok=cardRevoked`;
		})
};
