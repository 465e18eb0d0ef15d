import type { Amendment } from '#lib/amendments/amendment.ts';
import * as amendments from '#lib/amendments/amendments.server.ts';
import * as comments from '#lib/comments/comments.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { amendmentRows } from '#lib/strategy/amendmentDecisions/amendmentRows.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { fill, t } from '#lib/texts/texts.ts';

export const desk = '/werkstatt/entwurf/aenderungen';

async function rows(ctx: Ctx, versionId: string | null, list: readonly Amendment[]) {
	const ids = list.map((one) => one.id);
	const points = await strategy.headingsOf(
		ctx,
		list.map((one) => one.wordingId)
	);
	const about = {
		fits: await strategy.amendmentConflicts(ctx, versionId, list),
		comments: await comments.countsOnAmendments(ctx, ids),
		hrefOf: (number: number) => `${desk}/${number}`
	};
	return amendmentRows(list, about).map((row, index) => {
		const point = points.get(list[index]?.wordingId ?? '')?.number ?? 0;
		return { ...row, about: fill(t.strategy.point, { number: point }) };
	});
}

/** What is open, and what this draft has decided, as both pages list it. */
export async function listOf(ctx: Ctx, consultationId: string) {
	const draft = await strategy.draftOf(ctx, consultationId);
	const against = draft?.id ?? (await strategy.latestHead(ctx, consultationId))?.id ?? null;
	return {
		open: await rows(ctx, against, await amendments.open(ctx, { consultationId })),
		decided: draft ? await rows(ctx, against, await amendments.decidedIn(ctx, draft.id)) : []
	};
}
