import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import * as consultations from '#lib/consultations/consultations.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { mayDraft, mayReadDraft } from '#lib/strategy/drafts/draft.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { totals } from '#lib/understanding/understanding.ts';
import * as understanding from '#lib/understanding/understanding.server.ts';
import { obey } from '#lib/verdict.ts';

const desk = '/werkstatt/entwurf/verstanden';

async function desktop(ctx: Ctx) {
	obey(mayReadDraft(ctx.person));
	const { id } = await consultations.current(ctx);
	const draft = await strategy.draftOf(ctx, id);
	if (!draft) return null;
	const standing = await understanding.standing(ctx, draft.id);
	const round = await understanding.roundOf(ctx, draft.id);
	return {
		version: draft.id,
		round: round && { openedAt: round.openedAt, open: round.closedAt === null },
		totals: totals(standing),
		writing: mayDraft(ctx.person).ok,
		points: draft.points.flatMap(({ pointId, number, title }) => {
			const point = standing.find((one) => one.pointId === pointId);
			return point ? [{ number, title, lines: point.lines, reasons: point.reasons }] : [];
		})
	};
}

export const load = async ({ locals: { ctx } }) => {
	const shown = await showing(desktop(ctx));
	if (!shown) redirect(303, '/werkstatt/entwurf');
	return shown;
};

const RoundForm = z.object({ version: z.uuid('wrong') });

export const actions = {
	open: (event) =>
		act(event, RoundForm, async (ctx, { version }) => {
			await understanding.open(ctx, version);
			return `${desk}?ok=roundOpened`;
		}),
	close: (event) =>
		act(event, RoundForm, async (ctx, { version }) => {
			await understanding.close(ctx, version);
			return `${desk}?ok=roundClosed`;
		})
};
