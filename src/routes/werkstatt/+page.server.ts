import { admit } from '#lib/server/http/act.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { byUrgency, desksOf, mayEnterWorkshop } from '#lib/people/desks.ts';
import { pilesAt } from './piles.ts';

export const load = async ({ locals: { ctx } }) => {
	admit(mayEnterWorkshop(ctx.person));
	const desks = desksOf(ctx.person);
	const [consultation] = await consultations.all(ctx);
	const piles = await pilesAt(ctx, desks, consultation ?? null);
	const waiting = byUrgency(piles.filter((pile) => pile.count > 0));
	const calm = desks.filter((desk) => !waiting.some((pile) => pile.desk === desk));
	return {
		waiting: waiting.map(({ desk, told, age, late }) => ({ desk, told, age, late })),
		calm: calm.map((desk) => ({ desk, told: piles.find((pile) => pile.desk === desk)?.told ?? null }))
	};
};
