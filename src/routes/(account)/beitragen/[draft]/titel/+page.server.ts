import * as consultations from '#lib/consultations/consultations.server.ts';
import { personalDataCheck } from '#lib/moderation/hints/personalDataCheck.ts';
import { TitleForm, titleFrom } from '#lib/proposals/proposal.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { act } from '#lib/server/http/forms/act.ts';
import { draftAt, stepFacts } from '../step.ts';

export const load = async (event) => {
	const { whyNot } = await stepFacts(event);
	const draft = await draftAt(event, event.params.draft);
	return {
		...{ whyNot, id: event.params.draft, first: titleFrom(draft?.body ?? '') },
		text: { title: draft?.title ?? '', seen: draft?.changedAt ?? '' }
	};
};

export const actions = {
	default: (event) =>
		act(event, personalDataCheck(TitleForm), async (ctx, form) => {
			const { id } = await consultations.current(ctx);
			await proposals.saveStep(ctx, id, { id: event.params.draft, ...form });
			return `/beitragen/${event.params.draft}/pruefen`;
		})
};
