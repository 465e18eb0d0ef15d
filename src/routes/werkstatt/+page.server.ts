import { admit } from '#lib/server/http/forms/act.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { bySection, byUrgency, workAreasOf, mayEnterWorkshop } from '#lib/people/staff/workAreas.ts';
import { pilesAt } from './waitingWork.ts';

export const load = async ({ locals: { ctx } }) => {
	admit(mayEnterWorkshop(ctx.person));
	const desks = workAreasOf(ctx.person);
	const consultation = await consultations.find(ctx);
	const piles = await pilesAt(ctx, desks, consultation ?? null);
	const waiting = byUrgency(piles.filter((pile) => pile.count > 0));
	const calm = desks.filter((desk) => !waiting.some((pile) => pile.desk === desk));
	return {
		waiting: waiting.map(({ desk, told, age, late }) => ({ desk, told, age, late })),
		calm: bySection(calm).map(({ section, desks }) => ({
			section,
			desks: desks.map((desk) => ({ desk, told: piles.find((pile) => pile.desk === desk)?.told ?? null }))
		}))
	};
};
