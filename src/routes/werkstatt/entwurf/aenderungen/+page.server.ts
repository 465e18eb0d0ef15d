import type { Amendment } from '#lib/amendments/amendment.ts';
import * as amendments from '#lib/amendments/amendments.server.ts';
import * as comments from '#lib/comments/comments.server.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import { mayReadDraft } from '#lib/strategy/drafts/draft.ts';
import { amendmentRows } from '#lib/strategy/amendmentDecisions/amendmentRows.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { fill, t } from '#lib/texts/texts.ts';
import { obey } from '#lib/verdict.ts';

async function rows(ctx: Ctx, versionId: string | null, list: readonly Amendment[]) {
	const ids = list.map((one) => one.id);
	const points = await strategy.headingsOf(
		ctx,
		list.map((one) => one.wordingId)
	);
	const about = {
		fits: await strategy.amendmentConflicts(ctx, versionId, list),
		comments: await comments.countsOnAmendments(ctx, ids),
		hrefOf: (number: number) => `/werkstatt/entwurf/aenderungen/${number}`
	};
	return amendmentRows(list, about).map((row, index) => {
		const point = points.get(list[index]?.wordingId ?? '')?.number ?? 0;
		return { ...row, about: fill(t.strategy.point, { number: point }) };
	});
}

async function desktop(ctx: Ctx) {
	obey(mayReadDraft(ctx.person));
	const { id } = await consultations.current(ctx);
	const draft = await strategy.draftOf(ctx, id);
	const against = draft?.id ?? (await strategy.latestHead(ctx, id))?.id ?? null;
	return {
		drafting: draft !== null,
		open: await rows(ctx, against, await amendments.open(ctx, { consultationId: id })),
		decided: draft ? await rows(ctx, against, await amendments.decidedIn(ctx, draft.id)) : []
	};
}

export const load = ({ locals: { ctx } }) => showing(desktop(ctx));
