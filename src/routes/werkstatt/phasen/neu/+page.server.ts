import * as consultations from '#lib/consultations/consultations.server.ts';
import { NewPhaseForm } from '#lib/consultations/phases/phases.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';

export const load = async ({ locals: { ctx } }) => {
	const { title } = await showing(consultations.process.tended(ctx));
	return { title };
};

export const actions = {
	default: (event) =>
		act(event, NewPhaseForm, async (ctx, form) => {
			await consultations.process.addPhase(ctx, form);
			return '/werkstatt/phasen?ok=phaseAdded';
		})
};
