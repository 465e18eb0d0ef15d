import { ReadersForm } from '#lib/proposals/proposal.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { publicName } from '#lib/people/person.ts';
import { act } from '#lib/server/http/forms/act.ts';
import { draftAt, stepFacts } from '../step.ts';

export const load = async (event) => {
	const { ctx } = event.locals;
	const { whyNot, last, ask, lost, peers } = await stepFacts(event);
	await draftAt(event, event.params.draft);
	return {
		...{ whyNot, last, ask, lost, peers, id: event.params.draft },
		name: ctx.person && publicName(ctx.person),
		group: ctx.person?.group ?? 'none',
		organisation: ctx.person?.organisation ?? null
	};
};

export const actions = {
	default: (event) =>
		act(event, ReadersForm, async (ctx, form) => {
			await proposals.allowFor(ctx, event.params.draft, form.consents);
			return `/beitragen/${event.params.draft}/pruefen`;
		})
};
