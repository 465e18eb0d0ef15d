import { error } from '@sveltejs/kit';
import { z } from 'zod';
import * as moderation from '#lib/moderation/moderation.server.ts';
import { DecisionForm, deskHref, kindOf, KINDS, type DecisionInput } from '#lib/moderation/screening.ts';
import { SummaryForm } from '#lib/proposals/summary.ts';
import * as recording from '#lib/recording/recording.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/act.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { explain } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx }, params, url }) => {
	const kind = kindOf(params.kind);
	if (!kind) error(404);
	const { verdict, history, consultationId, ...desk } = await showing(moderation.desk(ctx, kind, params.id));
	return {
		desk,
		point: await pointOf(ctx, consultationId, desk.context?.point ?? null),
		history: history.map(({ id, at, deed, ground, note }) => ({ id, at, deed, ground, note })),
		german: kind === 'proposal' ? await german(ctx, params.id) : null,
		recorded: (await recording.notesOn(ctx, [params.id])).get(params.id) ?? null,
		whyNot: explain(verdict),
		/** Without a decision about this one. */
		later: desk.state === 'waiting' ? await later(ctx, desk) : null,
		previous: previousOf(url.searchParams.get('vorher')),
		screeningId: newId()
	};
};

/** What the contribution says in German, and the form for it. */
async function german(ctx: Ctx, id: string) {
	const { current, former, verdict } = await moderation.inGerman(ctx, id);
	return { id: newId(), current, former, whyNot: explain(verdict) };
}

async function later(ctx: Ctx, { id, sentAt }: { id: string; sentAt: string }): Promise<string | null> {
	const next = await moderation.next(ctx, { id, since: sentAt });
	return next && deskHref(next.kind, next.id);
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
	redact: 'subjectRedacted'
} as const;

/** The same above the next text, which it is not about. */
const THEN = { publish: 'subjectPublishedNext', reject: 'subjectRejectedNext' } as const;

/** After the last word on a waiting text comes the next one; after everything else one looks at what was done. */
async function onwards(ctx: Ctx, { deed, kind, subjectId }: DecisionInput): Promise<string> {
	if (deed !== 'publish' && deed !== 'reject') return `${deskHref(kind, subjectId)}?ok=${DONE[deed]}`;
	const { sentAt } = await moderation.desk(ctx, kind, subjectId);
	const next = await moderation.next(ctx, { id: subjectId, since: sentAt });
	const before = `vorher=${deskHref(kind, subjectId).split('/').slice(-2).join('~')}`;
	return next ? `${deskHref(next.kind, next.id)}?ok=${THEN[deed]}&${before}` : `/werkstatt/eingang?ok=${DONE[deed]}`;
}

export const actions = {
	summarise: (event) =>
		act(event, SummaryForm, async (ctx, form) => {
			await moderation.summarise(ctx, event.params.id, form);
			return `${deskHref('proposal', event.params.id)}?ok=summarySaved`;
		}),
	decide: (event) =>
		act(event, DecisionForm, async (ctx, form) => {
			await moderation.decide(ctx, form);
			return onwards(ctx, form);
		})
};
