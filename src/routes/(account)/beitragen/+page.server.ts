import { z } from 'zod';
import { redirect } from '@sveltejs/kit';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { personalDataCheck } from '#lib/moderation/hints/personalDataCheck.ts';
import { DraftForm, titleFrom, WordsForm } from '#lib/proposals/proposal.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act } from '#lib/server/http/forms/act.ts';
import { backToCheck, draftAt, stepFacts } from './[draft]/step.ts';

const RemoveForm = z.object({ id: z.uuid('wrong'), seen: z.string().max(40).default('') });

/** What one has begun, wherever that was: nobody begins twice without knowing. */
async function begun(ctx: Ctx) {
	const { drafts } = await proposals.minePage(ctx, null);
	return drafts.map(({ id, title, body, language }) => ({ id, title: title || titleFrom(body), language }));
}

export const load = async (event) => {
	const { locals, url, request } = event;
	const { ctx } = locals;
	const id = url.searchParams.get('entwurf');
	const came = request.method === 'POST';
	if (!ctx.person && !came) redirect(303, `/anmelden?weiter=${encodeURIComponent(url.pathname + url.search)}`);
	const { whyNot, lost, peers, last } = await stepFacts(event);
	const draft = id === null ? null : await draftAt(event, id);
	return {
		...{ whyNot, lost, peers, last },
		text: proposals.formText(ctx, draft),
		isDraft: draft !== null,
		/** What was typed belongs to a draft that is one no more. */
		afresh: came && id !== null && draft === null && !lost,
		check: backToCheck(url),
		drafts: id === null && ctx.person && !came ? await begun(ctx) : [],
		organisation: ctx.person?.organisation ?? null
	};
};

export const actions = {
	next: (event) =>
		act(event, personalDataCheck(WordsForm), async (ctx, form) => {
			const { id } = await consultations.current(ctx);
			await proposals.saveDraft(ctx, id, form);
			return `/beitragen/${form.id}/${backToCheck(event.url) ? 'pruefen' : 'thema'}`;
		}),
	save: (event) =>
		act(event, DraftForm, async (ctx, form) => {
			const { id } = await consultations.current(ctx);
			await proposals.saveDraft(ctx, id, form);
			return `/beitragen?entwurf=${form.id}&ok=draftSaved`;
		}),
	remove: (event) =>
		act(event, RemoveForm, async (ctx, form) => {
			// From the list of one's own texts nobody has seen what it says.
			await proposals.removeDraft(ctx, form.id, form.seen || undefined);
			return '/meine?ok=draftRemoved';
		})
};
