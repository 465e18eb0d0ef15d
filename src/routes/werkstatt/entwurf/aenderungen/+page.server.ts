import * as consultations from '#lib/consultations/consultations.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import { mayReadDraft } from '#lib/strategy/drafts/draft.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { obey } from '#lib/verdict.ts';
import { listOf } from './rows.ts';

async function desktop(ctx: Ctx) {
	obey(mayReadDraft(ctx.person));
	const { id } = await consultations.current(ctx);
	return { drafting: (await strategy.draftOf(ctx, id)) !== null, list: await listOf(ctx, id) };
}

export const load = ({ locals: { ctx } }) => showing(desktop(ctx));
