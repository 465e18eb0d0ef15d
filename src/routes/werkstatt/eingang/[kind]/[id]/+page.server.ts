import { error } from '@sveltejs/kit';
import { withQuery } from '#lib/address.ts';
import { z } from 'zod';
import { EditionForm } from '#lib/moderation/editions/edition.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import { queueSearch, type QueueAsk } from '#lib/moderation/queue/queue.ts';
import { DecisionForm, deskHref, kindOf, KINDS, TakeForm, type DecisionInput } from '#lib/moderation/screening.ts';
import { SummaryForm } from '#lib/proposals/summaries/summary.ts';
import * as recording from '#lib/recording/recording.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';
import { withDone } from '#lib/server/http/address/redirectTarget.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { compareWords } from '#lib/strategy/diff/wordDiff.ts';
import { explain } from '#lib/texts/texts.ts';
import { rowsOf } from '../../rows.ts';
import { taken } from '../../take.ts';
import { askIn, inbox, justDecided } from '../../undo.ts';

export const load = async ({ locals: { ctx }, params, url }) => {
	const kind = kindOf(params.kind);
	if (!kind) error(404);
	const ask = askIn(url);
	const { verdict, history, consultationId, edition, accept, former, texts, ...desk } = await showing(
		moderation.desk(ctx, kind, params.id)
	);
	const held = await moderation.heldByOthers(ctx);
	return {
		items: rowsOf(ctx, (await moderation.queue(ctx, ask)).items, held, ask),
		heldBy: desk.state === 'waiting' ? (held.get(desk.id) ?? null) : null,
		search: queueSearch(ask),
		list: withQuery(inbox, queueSearch(ask)),
		undo: justDecided(url),
		desk,
		edition: edition && { ...changed(edition, texts), late: explain(accept) },
		former,
		point: await pointOf(ctx, consultationId, desk.context?.point ?? null),
		history: history.map(({ id, at, deed, ground, note }) => ({ id, at, deed, ground, note })),
		german: kind === 'proposal' ? await german(ctx, params.id) : null,
		recorded: (await recording.notesOn(ctx, [params.id])).get(params.id) ?? null,
		whyNot: explain(verdict),
		/** Without a decision about this one. */
		later: desk.state === 'waiting',
		previous: previousOf(url.searchParams.get('vorher')),
		screeningId: newId()
	};
};

/** What its author has changed: from what stands there to what waits, or from what stood there to what stands there now. */
function changed({ id, outcome, texts: other }: moderation.Edition, texts: readonly string[]) {
	const waits = outcome === null;
	const pairs = texts.map((text, at) => (waits ? [text, other[at] ?? ''] : [other[at] ?? '', text]));
	return {
		...{ id, waits, words: moderation.wordsMark(other) },
		differences: pairs.flatMap(([before = '', after = '']) => (before === after ? [] : [compareWords(before, after)]))
	};
}

/** What the contribution says in German, and the form for it. */
async function german(ctx: Ctx, id: string) {
	const { current, former, verdict } = await moderation.inGerman(ctx, id);
	return { id: newId(), current, former, whyNot: explain(verdict) };
}

/** `beitrag~01a2…`: the end of a desk's address. */
const Before = z.tuple([z.string().transform(kindOf).pipe(z.enum(KINDS)), z.uuid()]);

/** The text that was decided just before this one, for whoever was too quick. */
function previousOf(typed: string | null): string | null {
	const before = Before.safeParse(typed?.split('~'));
	return before.success ? deskHref(...before.data) : null;
}

type PointAsked = { id: string; wordingId: string | null } | null;

/** The point a comment is about, as it stands today; null also when it stands no longer. */
async function pointOf(ctx: Ctx, consultationId: string, asked: PointAsked) {
	const head = asked && (await strategy.latestHead(ctx, consultationId));
	const point = asked && head && (await strategy.pointIn(ctx, head.id, asked.id));
	if (!asked || !point) return null;
	const { number, title, body, wordingId } = point;
	return { number, title, body, older: asked.wordingId !== wordingId };
}

const DONE = {
	publish: 'subjectPublished',
	reject: 'subjectRejected',
	hide: 'subjectHidden',
	restore: 'subjectRestored',
	redact: 'subjectRedacted',
	reopen: 'subjectReopened'
} as const;

/** The same above the next text, which it is not about. */
const THEN = { publish: 'subjectPublishedNext', reject: 'subjectRejectedNext' } as const;

/** After the last word on a waiting text comes the next one; after everything else one looks at what was done. */
async function onwards(ctx: Ctx, { id, deed, kind, subjectId }: DecisionInput, ask: QueueAsk): Promise<string> {
	const query = new URLSearchParams(queueSearch(ask));
	if (deed !== 'publish' && deed !== 'reject') return withDone(withQuery(deskHref(kind, subjectId), query), DONE[deed]);
	const { sentAt } = await moderation.desk(ctx, kind, subjectId);
	const next = await moderation.take(ctx, { id: subjectId, since: sentAt }, ask);
	query.set('schritt', id);
	if (!next) return withDone(withQuery(inbox, query), DONE[deed]);
	query.set('vorher', deskHref(kind, subjectId).split('/').slice(-2).join('~'));
	return withDone(withQuery(deskHref(next.kind, next.id), query), THEN[deed]);
}

export const actions = {
	summarise: (event) =>
		act(event, SummaryForm, async (ctx, form) => {
			await moderation.summarise(ctx, event.params.id, form);
			return `${deskHref('proposal', event.params.id)}?ok=summarySaved`;
		}),
	edition: (event) =>
		act(event, EditionForm, async (ctx, form) => {
			await moderation.decideEdition(ctx, form);
			const done = { accept: 'editionAccepted', refuse: 'editionRefused', lapse: 'editionLapsed' }[form.deed];
			return `${event.url.pathname}?ok=${done}`;
		}),
	decide: (event) =>
		act(event, DecisionForm, async (ctx, form) => {
			await moderation.decide(ctx, form);
			return onwards(ctx, form, askIn(event.url));
		}),
	/** Puts this one off, and takes up the next one that lies with nobody else. */
	take: (event) => act(event, TakeForm, (ctx, form) => taken(ctx, form, askIn(event.url)))
};
