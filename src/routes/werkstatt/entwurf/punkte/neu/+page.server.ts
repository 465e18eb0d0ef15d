import { redirect } from '@sveltejs/kit';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';
import { mayDraft } from '#lib/strategy/drafts/draft.ts';
import { Numbers } from '#lib/strategy/points/pointNumbers.ts';
import { PointForm, RelationName } from '#lib/strategy/points/point.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { obey } from '#lib/verdict.ts';

async function desktop(ctx: Ctx, url: URL) {
	obey(mayDraft(ctx.person));
	const consultation = await consultations.current(ctx);
	const draft = await strategy.draftOf(ctx, consultation.id);
	if (!draft) redirect(303, '/werkstatt/entwurf');
	const asked = Numbers.safeParse(url.searchParams.getAll('beitrag'));
	const headings = await proposals.byNumbers(ctx, consultation.id, asked.success ? asked.data : []);
	const chosen = await proposals.published(
		ctx,
		headings.map((heading) => heading.id)
	);
	const [first] = chosen;
	return {
		marks: { version: draft.id, revision: draft.revision },
		fields: consultation.allFields.map(({ slug, title }) => ({ value: slug, label: title })),
		chosen: chosen
			.map(({ number, title, language, body, authorGroup }) => ({ number, title, language, body, group: authorGroup }))
			.sort((a, b) => a.number - b.number),
		// The form carries the id of what it will make: sent twice, it makes one point.
		text: {
			id: newId(),
			field: consultation.allFields.find((field) => field.id === first?.fieldId)?.slug ?? '',
			title: chosen.length === 1 ? (first?.title ?? '') : '',
			body: '',
			from: headings.map((heading) => String(heading.number)),
			relation: RelationName.catch('summarises').parse(url.searchParams.get('verhaeltnis'))
		}
	};
}

export const load = ({ locals: { ctx }, url }) => showing(desktop(ctx, url));

export const actions = {
	add: (event) =>
		act(event, PointForm, async (ctx, form) => {
			const number = await strategy.addPoint(ctx, form);
			return `/werkstatt/entwurf/punkte/${number}?ok=pointAdded`;
		})
};
