import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as distillation from '#lib/distillation/distillation.server.ts';
import { hinting } from '#lib/moderation/hinting.ts';
import { toAsk } from '#lib/people/consent.ts';
import * as consents from '#lib/people/consents.server.ts';
import { DraftForm, mayPropose, ProposalForm } from '#lib/proposals/proposal.ts';
import { asHeader } from '#lib/server/http/onward.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { publicName } from '#lib/people/person.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/act.ts';
import { newDayId } from '#lib/server/ids.ts';
import { excerpt } from '#lib/texts/excerpt.ts';
import { explain } from '#lib/texts/texts.ts';

const SIMILAR_MOST = 3;
const EXCERPT = 240;

/** What others have already said that is much like this. One's own texts are no news. */
async function similarTo(ctx: Ctx, consultationId: string, text: { title: string; body: string }) {
	const asked = { most: 2 * SIMILAR_MOST };
	const alike = await distillation.similarTo(ctx, consultationId, `${text.title} ${text.body}`, asked);
	const ids = alike.map(({ proposalId }) => proposalId);
	return (await proposals.published(ctx, ids))
		.filter((one) => !one.mine)
		.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
		.slice(0, SIMILAR_MOST)
		.map(({ number, title, language, body, supportCount }) => ({
			...{ number, title, language, supportCount },
			excerpt: excerpt(body, EXCERPT)
		}));
}

/** `checked`: the sender has seen what is similar, or there was nothing. */
const SendForm = ProposalForm.and(z.object({ checked: z.string().default('') }));
const SupportForm = z.object({ number: z.coerce.number('wrong').int('wrong') });

/** One's own draft; who goes back to the form of what was sent long since is shown where it is. */
async function draftCalled(ctx: Ctx, id: string | null, came: boolean) {
	// What was typed and refused stays on its page: as a text of its own where the draft was sent meanwhile.
	if (id === null || (came && (!ctx.person || (await proposals.sentAs(ctx, id)) !== null))) return null;
	const sent = await proposals.sentAs(ctx, id);
	if (sent !== null) redirect(303, asHeader(`/beitraege/${sent}?ok=proposalKnown`, ctx.now));
	return showing(proposals.draft(ctx, id));
}

/** The form carries the id of what it will make: sent twice, it makes one. */
async function textOf(ctx: Ctx, draft: Awaited<ReturnType<typeof draftCalled>>, field: string) {
	const { id = newDayId(ctx.now), kind = '', title = '', body = '', language = 'de' } = draft ?? {};
	// What was said last stands there already.
	const district = ctx.person && (await proposals.lastResidence(ctx));
	const seen = draft?.changedAt ?? '';
	return { id, kind, field, title, body, evidence: draft?.evidence ?? '', language, district: district ?? '', seen };
}

export const load = async ({ locals: { ctx }, url, request }) => {
	const { person } = ctx;
	// Who was signed out while writing gets the words back with the form, and signs in beside it.
	const lost = !person && request.method === 'POST';
	if (!person && !lost) redirect(303, '/anmelden?weiter=/beitragen');
	const consultation = await showing(consultations.leading(ctx));
	const draft = await draftCalled(ctx, url.searchParams.get('entwurf'), request.method === 'POST');
	const field = consultation.fields.find((one) => one.id === draft?.fieldId);
	return {
		whyNot: lost ? null : explain(mayPropose({ person, phases: consultation.phases, now: ctx.now })),
		lost,
		fields: consultation.fields.map(({ slug, title }) => ({ value: slug, label: title })),
		text: await textOf(ctx, draft, field?.slug ?? ''),
		asksDistrict: !person?.organisation,
		ask: toAsk(await consents.allowed(ctx)),
		isDraft: draft !== null,
		/** What was typed belongs to a draft that is one no more. */
		afresh: request.method === 'POST' && url.searchParams.has('entwurf') && draft === null && !lost,
		similar: draft && url.searchParams.has('aehnlich') ? await similarTo(ctx, consultation.id, draft) : [],
		name: person && publicName(person),
		group: person?.group ?? 'none',
		organisation: person?.organisation ?? null
	};
};

export const actions = {
	send: (event) =>
		act(event, hinting(SendForm), async (ctx, form) => {
			const { id } = await consultations.leading(ctx);
			if (form.checked === '' && (await similarTo(ctx, id, form)).length > 0) {
				// What was allowed with this press need not be ticked again on the next page.
				await consents.accept(ctx, form.consents);
				await proposals.saveDraft(ctx, id, form);
				return `/beitragen?entwurf=${form.id}&aehnlich=1`;
			}
			const number = await proposals.submit(ctx, id, form);
			return `/beitraege/${number}?ok=proposalSent`;
		}),
	/** Instead of a text of one's own; that one stays a draft. */
	support: (event) =>
		act(event, SupportForm, async (ctx, { number }) => {
			await proposals.support(ctx, number, true);
			return `/beitraege/${number}?ok=supported`;
		}),
	save: (event) =>
		act(event, DraftForm, async (ctx, form) => {
			const { id } = await consultations.leading(ctx);
			await proposals.saveDraft(ctx, id, form);
			return `/beitragen?entwurf=${form.id}&ok=draftSaved`;
		}),
	remove: (event) =>
		act(event, DraftForm, async (ctx, form) => {
			// From the list of one's own texts nobody has seen what it says.
			await proposals.removeDraft(ctx, form.id, form.seen || undefined);
			return '/meine?ok=draftRemoved';
		})
};
