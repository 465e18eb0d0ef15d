import * as consultations from '#lib/consultations/consultations.server.ts';
import { showing } from '#lib/server/http/act.ts';
import { overview, OverviewQuery } from '#lib/votes/overview.ts';
import * as votes from '#lib/votes/votes.server.ts';

export const load = async ({ locals: { ctx }, url }) => {
	const ask = OverviewQuery.parse(Object.fromEntries(url.searchParams));
	const slug = url.searchParams.get('verfahren');
	const consultation = await showing(consultations.bySlug(ctx, slug));
	const all = await votes.survey(ctx, consultation.id);
	const used = new Set(all.map((point) => point.fieldSlug));
	return {
		ask,
		slug,
		consultation: consultation.title,
		fields: consultation.fields.filter(({ slug }) => used.has(slug)).map(({ slug, title }) => ({ slug, title })),
		...overview(all, ask),
		none: all.length === 0
	};
};
