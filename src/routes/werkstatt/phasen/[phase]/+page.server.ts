import * as consultations from '#lib/consultations/consultations.server.ts';
import { daysOf, PhaseForm } from '#lib/consultations/phases.ts';
import { act, showing } from '#lib/server/http/act.ts';

export const load = async ({ locals: { ctx }, params }) => {
	const { consultation, phase } = await showing(consultations.managedPhase(ctx, params.phase));
	return {
		title: consultation.title,
		kind: phase.kind,
		sealedAt: phase.ballotsSealedAt ?? null,
		text: { ...daysOf(phase), actions: [...phase.actions] }
	};
};

export const actions = {
	default: (event) =>
		act(event, PhaseForm, async (ctx, form) => {
			await consultations.changePhase(ctx, event.params.phase, form);
			return '/werkstatt/phasen?ok=phaseChanged';
		})
};
