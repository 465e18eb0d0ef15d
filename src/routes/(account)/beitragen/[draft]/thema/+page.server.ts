import { official } from '#lib/texts/locales/official.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { personalDataCheck } from '#lib/moderation/hints/personalDataCheck.ts';
import { TopicForm } from '#lib/proposals/proposal.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { act } from '#lib/server/http/forms/act.ts';
import { afterTopic, draftAt, stepFacts } from '../step.ts';

export const load = async (event) => {
	const { locals, params } = event;
	const { whyNot, last, fields } = await stepFacts(event);
	const draft = await draftAt(event, params.draft);
	return {
		...{ whyNot, last, id: params.draft },
		fields: fields.map(({ slug, title }) => ({ value: slug, label: official(title) })),
		asksSource: draft?.kind === 'evidence',
		asksDistrict: !locals.ctx.person?.organisation,
		text: {
			field: fields.find((one) => one.id === draft?.fieldId)?.slug ?? '',
			district: (draft && (await proposals.residenceOf(locals.ctx, draft.id))) ?? '',
			...{ evidence: draft?.evidence ?? '', seen: draft?.changedAt ?? '' }
		}
	};
};

export const actions = {
	default: (event) =>
		act(event, personalDataCheck(TopicForm), async (ctx, form) => {
			const { id } = await consultations.current(ctx);
			await proposals.saveStep(ctx, id, { id: event.params.draft, ...form });
			return afterTopic(ctx, event.params.draft, event.url);
		})
};
