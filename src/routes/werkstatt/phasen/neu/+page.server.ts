import * as consultations from '#lib/consultations/consultations.server.ts';
import { NewPhaseForm } from '#lib/consultations/phases/phases.ts';
import { act, preview, showing } from '#lib/server/http/forms/act.ts';

export const load = async ({ locals: { ctx } }) => {
	const { title } = await showing(consultations.process.tended(ctx));
	return { title };
};

export const actions = {
	add: (event) =>
		act(event, NewPhaseForm, async (ctx, form) => {
			await consultations.process.addPhase(ctx, form);
			return '/werkstatt/phasen?ok=phaseAdded';
		}),
	/** What would be there then; nothing is saved. */
	preview: (event) =>
		preview(event, NewPhaseForm, (ctx, form) =>
			consultations.changedBy(ctx, () => consultations.process.addPhase(ctx, form))
		)
};
