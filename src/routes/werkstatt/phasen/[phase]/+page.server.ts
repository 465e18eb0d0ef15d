import * as consultations from '#lib/consultations/consultations.server.ts';
import { changeInAddress, daysOf, keysGoAt, PhaseChangeForm, type PhaseInput } from '#lib/consultations/phases.ts';
import { seenMark } from '#lib/editState.ts';
import { act, showing } from '#lib/server/http/act.ts';

const textOf = (form: PhaseInput) => ({ ...daysOf({ id: '', kind: 'draft', ...form }), actions: form.actions });

export const load = async ({ locals: { ctx }, params }) => {
	const { consultation, phase } = await showing(consultations.managedPhase(ctx, params.phase));
	return {
		title: consultation.title,
		kind: phase.kind,
		sealedAt: phase.ballotsSealedAt ?? null,
		/** Until when a wrong end can be corrected; null: it runs, or nobody could vote. */
		correctUntil:
			phase.endsAt <= ctx.now && phase.actions.includes('vote') ? keysGoAt(phase, ctx.house.config.graceHours) : null,
		seen: seenMark(consultations.phaseState(phase)),
		graceHours: ctx.house.config.graceHours,
		text: { ...daysOf(phase), actions: [...phase.actions] }
	};
};

export const actions = {
	default: (event) =>
		act(event, PhaseChangeForm, async (ctx, { seen, ...form }) => {
			await consultations.expectPhase(ctx, event.params.phase, seen);
			const { consequences } = await consultations.plannedChange(ctx, event.params.phase, form);
			if (consequences.length > 0) return `/werkstatt/phasen/${event.params.phase}/${changeInAddress(textOf(form))}`;
			await consultations.changeSeenPhase(ctx, event.params.phase, form, seen);
			return '/werkstatt/phasen?ok=phaseChanged';
		})
};
