import * as consultations from '#lib/consultations/consultations.server.ts';
import { standing } from '#lib/consultations/standing.ts';

export const load = async ({ locals: { ctx } }) => ({
	consultations: (await consultations.all(ctx)).map(({ slug, title, lead, phases }) => {
		const now = standing(phases, ctx.now);
		return { slug, title, lead, phase: now.state === 'open' ? now.phase.kind : null };
	})
});
