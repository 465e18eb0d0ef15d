import { z } from 'zod';
import * as batches from '#lib/people/cards/batches.server.ts';
import { BatchForm, DAYS_USUAL, mayRevoke } from '#lib/people/cards/batch.ts';
import { FindForm } from '#lib/people/cards/card.ts';
import * as cards from '#lib/people/cards/cards.server.ts';
import * as places from '#lib/people/places/places.server.ts';
import { act, reveal, showing } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';
import { openPdfWorker } from '#lib/server/print/pdfWorker.server.ts';

const RevokeForm = z.object({ batch: z.uuid('wrong') });

export const load = async ({ locals: { ctx } }) => ({
	batches: await showing(batches.all(ctx)),
	places: await places.mine(ctx),
	now: ctx.now,
	mayRevoke: mayRevoke(ctx.person).ok,
	// As people type it.
	address: `${ctx.app.config.origin}/anmelden`.replace(/^https?:\/\//, ''),
	// The form carries the id of what it will make: sent twice, it makes one batch.
	blank: {
		id: newId(),
		label: '',
		group: 'affected',
		organisation: '',
		place: '',
		size: '30',
		days: String(DAYS_USUAL)
	}
});

export const actions = {
	// No redirect: the codes stand on this answer and nowhere else.
	issue: (event) =>
		reveal(event, BatchForm, async (ctx, form) => ({
			...(await batches.issue(ctx, form)),
			pdf: (await openPdfWorker.able()) ? `/werkstatt/karten/${form.id}/karten.pdf` : null
		})),
	find: (event) =>
		act(event, FindForm, async (ctx, { card }) => {
			const { code, number } = card ?? { code: null, number: 0 };
			return `/werkstatt/karten/${await cards.find(ctx, { code, number })}?nummer=${number}#verloren`;
		}),
	revoke: (event) =>
		act(event, RevokeForm, async (ctx, { batch }) => {
			await batches.revoke(ctx, batch);
			return '/werkstatt/karten?ok=batchRevoked';
		})
};
