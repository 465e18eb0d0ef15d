import { redirect } from '@sveltejs/kit';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { hinting } from '#lib/moderation/hinting.ts';
import { toAsk } from '#lib/people/consent.ts';
import * as consents from '#lib/people/consents.server.ts';
import { DraftForm, mayPropose, ProposalForm } from '#lib/proposals/proposal.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { publicName } from '#lib/people/person.ts';
import { act, showing } from '#lib/server/http/act.ts';
import { newId } from '#lib/server/ids.ts';
import { explain } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx }, url, request }) => {
	const { person } = ctx;
	// Who was signed out while writing gets the words back with the form, and signs in beside it.
	const lost = !person && request.method === 'POST';
	if (!person && !lost) redirect(303, '/anmelden?weiter=/beitragen');
	const consultation = await showing(consultations.leading(ctx));
	const id = url.searchParams.get('entwurf');
	const sent = id && (await proposals.sentAs(ctx, id));
	if (sent) redirect(303, `/beitraege/${sent}?ok=proposalKnown`);
	const draft = id ? await showing(proposals.draft(ctx, id)) : null;
	const field = consultation.fields.find((one) => one.id === draft?.fieldId);
	return {
		whyNot: lost ? null : explain(mayPropose({ person, phases: consultation.phases, now: ctx.now })),
		lost,
		fields: consultation.fields.map(({ slug, title }) => ({ value: slug, label: title })),
		// The form carries the id of what it will make: sent twice, it makes one.
		text: {
			id: draft?.id ?? newId(),
			kind: draft?.kind ?? '',
			field: field?.slug ?? '',
			title: draft?.title ?? '',
			body: draft?.body ?? '',
			evidence: draft?.evidence ?? ''
		},
		ask: toAsk(await consents.allowed(ctx)),
		isDraft: draft !== null,
		name: person && publicName(person),
		group: person?.group ?? 'none'
	};
};

export const actions = {
	send: (event) =>
		act(event, hinting(ProposalForm), async (ctx, form) => {
			const { id } = await consultations.leading(ctx);
			const number = await proposals.submit(ctx, id, form);
			return `/beitraege/${number}?ok=proposalSent`;
		}),
	save: (event) =>
		act(event, DraftForm, async (ctx, form) => {
			const { id } = await consultations.leading(ctx);
			await proposals.saveDraft(ctx, id, form);
			return `/beitragen?entwurf=${form.id}&ok=draftSaved`;
		}),
	remove: (event) =>
		act(event, DraftForm, async (ctx, form) => {
			await proposals.removeDraft(ctx, form.id);
			return '/meine?ok=draftRemoved';
		})
};
