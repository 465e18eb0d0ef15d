import * as consultations from '#lib/consultations/consultations.server.ts';
import { gapsBetween } from '#lib/consultations/phases/phases.ts';
import { openingsOf } from '#lib/consultations/phases/phaseShown.ts';
import { stepOf } from '#lib/consultations/phases/phaseStatus.ts';
import { mayManageProcess, MoveForm } from '#lib/consultations/process.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';

export const load = async ({ locals: { ctx } }) => {
	const { title, phases } = await showing(consultations.managed(ctx));
	return {
		title,
		phases: phases.map((phase) => {
			const { id, title, asks = '', answerBy = null, beginsAt, endsAt } = phase;
			return { id, title, asks, answerBy, beginsAt, endsAt, opens: openingsOf(phase), state: stepOf(phase, ctx.now) };
		}),
		gaps: gapsBetween(phases),
		tends: mayManageProcess(ctx.person).ok
	};
};

export const actions = {
	move: (event) =>
		act(event, MoveForm, async (ctx, { id, way }) => {
			await consultations.process.move(ctx, 'phases', id, way);
			return '/werkstatt/phasen?ok=processChanged';
		})
};
