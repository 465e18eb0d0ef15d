import * as consultations from '#lib/consultations/consultations.server.ts';
import { PlanForm } from '#lib/consultations/planForm.ts';
import { mayEstablish, mayManageProcess } from '#lib/consultations/process.ts';
import { act, admit } from '#lib/server/http/forms/act.ts';
import { explain } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx } }) => {
	admit(mayManageProcess(ctx.person));
	const there = await consultations.find(ctx);
	return { whyNot: explain(mayEstablish(there?.title ?? null)) };
};

export const actions = {
	default: (event) =>
		act(event, PlanForm, async (ctx, plan) => {
			await consultations.establishByAdmin(ctx, plan);
			return '/werkstatt/verfahren?ok=processMade';
		})
};
