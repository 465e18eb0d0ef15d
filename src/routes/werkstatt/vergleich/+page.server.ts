import * as consultations from '#lib/consultations/consultations.server.ts';
import { seenMark } from '#lib/editState.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { obey } from '#lib/verdict.ts';
import { mayRefer, ReferenceForm } from '#lib/votes/participation/participation.ts';
import * as votes from '#lib/votes/votes.server.ts';

export const load = async ({ locals: { ctx } }) =>
	showing(
		(async () => {
			obey(mayRefer(ctx.person));
			const consultation = await consultations.current(ctx);
			const references = await votes.references(ctx, consultation.id);
			const seen = seenMark(votes.referenceState(references));
			return { consultation: consultation.title, references, seen };
		})()
	);

export const actions = {
	default: (event) =>
		act(event, ReferenceForm, async (ctx, form) => {
			const consultation = await consultations.current(ctx);
			await votes.refer(ctx, consultation.id, form);
			return '/werkstatt/vergleich?ok=referencesSet';
		})
};
