import * as consultations from '#lib/consultations/consultations.server.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import { overview, OverviewQuery } from '#lib/votes/results/overview.ts';
import * as votes from '#lib/votes/votes.server.ts';

export const load = async ({ locals: { ctx }, url }) => {
	const ask = OverviewQuery.parse(Object.fromEntries(url.searchParams));
	const consultation = await showing(consultations.current(ctx));
	const all = await votes.survey(ctx, consultation.id);
	const used = new Set(all.map((point) => point.fieldSlug));
	return {
		ask,
		consultation: consultation.title,
		fields: consultation.allFields.filter(({ slug }) => used.has(slug)).map(({ slug, title }) => ({ slug, title })),
		...overview(all, ask),
		none: all.length === 0
	};
};
