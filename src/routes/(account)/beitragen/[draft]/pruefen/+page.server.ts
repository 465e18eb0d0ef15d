import { z } from 'zod';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as distillation from '#lib/distillation/distillation.server.ts';
import { publicName } from '#lib/people/person.ts';
import { SendForm, titleFrom } from '#lib/proposals/proposal.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act } from '#lib/server/http/forms/act.ts';
import { draftAt, stepFacts } from '../step.ts';

const SupportForm = z.object({ number: z.coerce.number('wrong').int('wrong') });

/** What was answered, page by page; where it is seen again it can be changed. */
async function answersOf(ctx: Ctx, draft: NonNullable<Awaited<ReturnType<typeof draftAt>>>) {
	const { title, body, kind, field, language, evidence, changedAt } = draft;
	return {
		...{ title: title || titleFrom(body), own: title !== '', body, kind, field, language, evidence },
		district: await proposals.residenceOf(ctx, draft.id),
		missing: proposals.missingIn(draft),
		seen: changedAt
	};
}

export const load = async (event) => {
	const { ctx } = event.locals;
	const { whyNot, ask, peers, consultationId } = await stepFacts(event);
	const draft = await draftAt(event, event.params.draft);
	const answers = draft && (await answersOf(ctx, draft));
	return {
		...{ whyNot, ask, peers, answers, id: event.params.draft },
		similar: answers ? await distillation.saidBefore(ctx, consultationId, answers) : [],
		name: ctx.person && publicName(ctx.person),
		group: ctx.person?.group ?? 'none',
		organisation: ctx.person?.organisation ?? null
	};
};

export const actions = {
	send: (event) =>
		act(event, SendForm, async (ctx, form) => {
			const { id } = await consultations.current(ctx);
			const number = await proposals.sendDraft(ctx, id, { id: event.params.draft, ...form });
			return `/beitraege/${number}?ok=proposalSent`;
		}),
	/** Instead of a text of one's own; that one stays a draft. */
	support: (event) =>
		act(event, SupportForm, async (ctx, { number }) => {
			await proposals.support(ctx, number, true);
			return `/beitraege/${number}?ok=supported`;
		})
};
