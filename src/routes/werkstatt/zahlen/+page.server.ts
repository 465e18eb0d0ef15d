import * as consultations from '#lib/consultations/consultations.server.ts';
import * as distillation from '#lib/distillation/distillation.server.ts';
import { ageInWords } from '#lib/moderation/queue/age.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { admit, showing } from '#lib/server/http/forms/act.ts';
import { mayReadFigures } from '#lib/teamFigures/teamFigure.ts';
import * as teamFigures from '#lib/teamFigures/teamFigures.server.ts';

async function sheet(ctx: Ctx) {
	const { id } = await consultations.current(ctx);
	await distillation.syncIfChanged(ctx);
	const { left, ...figures } = await teamFigures.figures(ctx, id);
	const told = (of: keyof typeof left) => ({
		of,
		count: left[of].count,
		age: left[of].since && ageInWords(left[of].since, ctx.now)
	});
	return { ...figures, left: [told('waiting'), told('toPlace'), told('unanswered')] };
}

export const load = ({ locals: { ctx } }) => {
	admit(mayReadFigures(ctx.person));
	return showing(sheet(ctx));
};
