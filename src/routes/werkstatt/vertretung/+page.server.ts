import * as consultations from '#lib/consultations/consultations.server.ts';
import { exactly } from '#lib/representation/figures.ts';
import { mayDistil } from '#lib/distillation/desk/workItem.ts';
import * as representation from '#lib/representation/representation.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import { mayReadDraft } from '#lib/strategy/drafts/draft.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { obey } from '#lib/verdict.ts';

async function desktop(ctx: Ctx) {
	obey(mayReadDraft(ctx.person));
	const { id } = await consultations.current(ctx);
	const draft = await strategy.draftOf(ctx, id);
	if (!draft) return { draft: null, audit: null, distilling: false };
	const audit = await representation.auditOrigins(ctx, draft);
	return {
		draft: { number: draft.number },
		distilling: mayDistil(ctx.person).ok,
		audit: audit && {
			clusters: audit.candidates.filter(({ cluster }) => cluster !== null).length,
			told: exactly(audit, draft.justified),
			mendings: representation.mendings(audit)
		}
	};
}

export const load = ({ locals: { ctx } }) => showing(desktop(ctx));
