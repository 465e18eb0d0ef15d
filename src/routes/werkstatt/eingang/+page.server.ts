import { withQuery } from '#lib/address.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import { queueSearch } from '#lib/moderation/queue/queue.ts';
import { deskHref, PublishForm, RejectForm, TakeForm, type TogetherInput } from '#lib/moderation/screening.ts';
import * as savedViews from '#lib/savedViews/savedViews.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';
import { howMany, withDone } from '#lib/server/http/address/redirectTarget.ts';
import { rowsOf } from './rows.ts';
import { campaignRows } from '../kampagnen/apart.ts';
import { taken } from './take.ts';
import { askIn, inbox, justDecided, undo } from './undo.ts';

export const load = async ({ locals: { ctx }, url }) => {
	const ask = askIn(url);
	const { items, counts, more } = await showing(moderation.queue(ctx, ask));
	const rows = rowsOf(ctx, items, await moderation.heldByOthers(ctx), ask);
	const all = url.searchParams.has('alle');
	return {
		...{ ask, counts, more, all, items: rows },
		search: queueSearch(ask),
		batchId: newId(),
		goOn: '#liste',
		undo: justDecided(url),
		/** Ticks all, or none when all are. */
		allHref: withQuery(inbox, [queueSearch(ask), all ? '' : 'alle=1'].filter(Boolean).join('&')),
		saved: await savedViews.shown(ctx, 'inbox', queueSearch(ask)),
		campaigns: await campaignRows(ctx, 'waiting'),
		evaluation: await moderation.countForEvaluation(ctx),
		startable: rows.some((item) => !item.own && item.heldBy === null),
		recent: (await moderation.recent(ctx)).map(({ id, at, kind, deed, ground, subjectId, heading }) => ({
			id,
			at,
			kind,
			deed,
			ground,
			number: heading?.number ?? null,
			title: heading?.title ?? '',
			href: deskHref(kind, subjectId)
		}))
	};
};

async function together(ctx: Ctx, form: TogetherInput, url: URL): Promise<string> {
	await moderation.decideTogether(ctx, form);
	const query = new URLSearchParams(queueSearch(askIn(url)));
	query.set('schritt', form.id);
	const done = form.deed === 'publish' ? 'subjectsPublished' : 'subjectsRejected';
	return withDone(withQuery(inbox, query), howMany(done, form.chosen.length));
}

export const actions = {
	publish: (event) => act(event, PublishForm, (ctx, form) => together(ctx, form, event.url)),
	reject: (event) => act(event, RejectForm, (ctx, form) => together(ctx, form, event.url)),
	/** The first text, for whoever asks alone. */
	take: (event) => act(event, TakeForm, (ctx, form) => taken(ctx, form, askIn(event.url))),
	undo
};
