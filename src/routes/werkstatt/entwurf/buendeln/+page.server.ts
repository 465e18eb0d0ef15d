import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { SEARCH_MAX } from '#lib/proposals/proposal.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { mayDraft } from '#lib/strategy/drafts/draft.ts';
import { SourcesForm } from '#lib/strategy/points/point.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import type { Version } from '#lib/strategy/versions/version.ts';
import { obey } from '#lib/verdict.ts';
import { saved } from '../saved.ts';

const PAGE = 30;
const SHOWN = 300;

const Ask = z
	.object({
		feld: z.string().max(40).optional().catch(undefined),
		q: z.string().trim().max(SEARCH_MAX).optional().catch(undefined),
		zeigen: z.enum(['open', 'all']).default('open').catch('open'),
		nach: z.string().max(40).optional().catch(undefined)
	})
	.transform(({ feld, q, zeigen, nach }) => ({ field: feld, q, show: zeigen, after: nach }));

/** One page of what fits the filter. `after`: the last contribution of the page before. */
async function choice(ctx: Ctx, draft: Version, ask: z.output<typeof Ask>) {
	const fitting = await proposals.inScope(ctx, draft.consultationId, { field: ask.field, q: ask.q });
	const sourced = await strategy.sourcedIn(ctx, draft.id, fitting);
	const ids = ask.show === 'open' ? fitting.filter((id) => !sourced.has(id)) : fitting;
	const from = ask.after ? fitting.indexOf(ask.after) : -1;
	const rest = ids.filter((id) => fitting.indexOf(id) > from);
	const shown = rest.slice(0, PAGE);
	const found = await proposals.published(ctx, shown);
	return {
		total: ids.length,
		next: rest.length > PAGE ? (shown.at(-1) ?? null) : null,
		proposals: found
			.sort((a, b) => a.number - b.number)
			.map(({ id, number, title, language, body, kind, field, authorGroup }) => ({
				...{ number, title, language, kind, field, group: authorGroup },
				excerpt: body.length > SHOWN ? `${body.slice(0, SHOWN).trimEnd()} …` : body,
				behind: sourced.get(id) ?? []
			}))
	};
}

async function desktop(ctx: Ctx, url: URL) {
	obey(mayDraft(ctx.person));
	const consultation = await consultations.current(ctx);
	const draft = await strategy.draftOf(ctx, consultation.id);
	if (!draft) return null;
	const ask = Ask.parse(Object.fromEntries(url.searchParams));
	return {
		ask,
		marks: { version: draft.id, revision: draft.revision },
		fields: consultation.allFields.map(({ slug, title }) => ({ value: slug, label: title })),
		points: draft.points.map(({ number, title }) => ({ number, title })),
		...(await choice(ctx, draft, ask))
	};
}

export const load = async ({ locals: { ctx }, url }) => {
	const shown = await showing(desktop(ctx, url));
	if (!shown) redirect(303, '/werkstatt/entwurf');
	return shown;
};

/** Where the ticked ones go: a number of a point, or a new one. */
const BundleForm = SourcesForm.extend({
	target: z.union([z.literal('new'), z.coerce.number('choose').int('choose')], 'choose')
});

export const actions = {
	bundle: (event) =>
		act(event, BundleForm, async (ctx, { target, ...form }) => {
			if (target === 'new') {
				// Nothing is written yet, and the next page asks again: but who may not hears it here, like everywhere.
				obey(mayDraft(ctx.person));
				const query = new URLSearchParams([
					...form.from.map((number) => ['beitrag', String(number)]),
					['verhaeltnis', form.relation]
				]);
				return `/werkstatt/entwurf/punkte/neu?${query}`;
			}
			await strategy.addSources(ctx, target, form);
			return `/werkstatt/entwurf/punkte/${target}?ok=${await saved(ctx, form.version, 'draftChanged')}#quellen`;
		})
};
