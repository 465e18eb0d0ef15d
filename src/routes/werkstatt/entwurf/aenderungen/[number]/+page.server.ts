import * as amendments from '#lib/amendments/amendments.server.ts';
import type { Amendment } from '#lib/amendments/amendment.ts';
import { seenMark } from '#lib/editState.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { DecisionForm, ReopenForm } from '#lib/strategy/amendmentDecisions/decision.ts';
import { mayDraft, mayReadDraft } from '#lib/strategy/drafts/draft.ts';
import { differenceOf } from '#lib/strategy/amendmentDecisions/amendmentConflicts.server.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { found, obey } from '#lib/verdict.ts';
import { desk, listOf } from '../rows.ts';

/** Against the words of the draft; without a draft against those that stand. */
async function changeOf(ctx: Ctx, amendment: Amendment, versionId: string | null) {
	const others = await amendments.open(ctx, { pointId: amendment.pointId });
	const all = [amendment, ...others.filter((one) => one.id !== amendment.id)];
	return found((await strategy.amendmentConflicts(ctx, versionId, all)).get(amendment.number), 'amendment');
}

async function desktop(ctx: Ctx, number: number) {
	obey(mayReadDraft(ctx.person));
	const amendment = await amendments.byNumber(ctx, number);
	const draft = await strategy.draftOf(ctx, amendment.consultationId);
	const newest = await strategy.latestHead(ctx, amendment.consultationId);
	const fit = await changeOf(ctx, amendment, draft?.id ?? newest?.id ?? null);
	const standing = draft?.points.find((point) => point.pointId === amendment.pointId) ?? null;
	const { title = '', body = '' } = standing ?? {};
	const point = (await strategy.headingsOf(ctx, [amendment.wordingId])).get(amendment.wordingId);
	const { outcome = '', reason = '' } = amendment.decision ?? {};
	const fitting = fit.fit === 'same' || fit.fit === 'carried';
	return {
		list: await listOf(ctx, amendment.consultationId),
		number: amendment.number,
		title: amendment.title,
		authorName: amendment.authorName,
		point: { number: point?.number ?? 0, title: point?.title ?? '' },
		change: { fit: fit.fit, collides: fit.collides, reason: amendment.reason, ...differenceOf(fit) },
		decision: amendment.decision,
		marks: draft && { version: draft.id, revision: draft.revision },
		seen: seenMark(strategy.decisionState(amendment)),
		stands: standing !== null,
		writing: mayDraft(ctx.person).ok,
		// What already stands in the draft is where a second decision begins.
		text: { outcome, reason, ...(fitting && !outcome ? fit.text : { title, body }) }
	};
}

/** The next one that is open, later ones first: whoever decides about one has the others before them. */
async function afterwards(ctx: Ctx, number: number): Promise<string> {
	const { consultationId } = await amendments.byNumber(ctx, number);
	const open = (await amendments.open(ctx, { consultationId })).filter((one) => one.number !== number);
	const next = open.find((one) => one.number > number) ?? open[0];
	return next ? `${desk}/${next.number}?ok=amendmentDecidedNext` : `${desk}?ok=amendmentDecided`;
}

export const load = ({ locals: { ctx }, params }) => showing(desktop(ctx, Number(params.number)));

export const actions = {
	decide: (event) =>
		act(event, DecisionForm, async (ctx, form) => {
			await strategy.decideAmendment(ctx, Number(event.params.number), form);
			return afterwards(ctx, Number(event.params.number));
		}),
	reopen: (event) =>
		act(event, ReopenForm, async (ctx, marks) => {
			await strategy.reopenAmendment(ctx, Number(event.params.number), marks);
			return `${desk}/${Number(event.params.number)}?ok=amendmentReopened`;
		})
};
