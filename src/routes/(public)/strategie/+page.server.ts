import * as consultations from '#lib/consultations/consultations.server.ts';
import { openPhase, type Action, type Consultation } from '#lib/consultations/consultation.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { showing } from '#lib/server/http/act.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { toldSummary } from '#lib/strategy/told.ts';
import type { Version } from '#lib/strategy/version.ts';

async function newest(ctx: Ctx, consultation: Consultation, version: Version) {
	const former = await strategy.since(ctx, version);
	const { number, title, kind, publishedAt } = version;
	return {
		...{ number, title, kind, publishedAt },
		fields: consultation.fields.flatMap((field) => {
			const points = version.points.filter((point) => point.fieldId === field.id);
			const shown = points.map(({ number, title }) => ({ number, title }));
			return shown.length > 0 ? [{ title: field.title, points: shown }] : [];
		}),
		since: former && { number: former.number, told: toldSummary(former.summary) }
	};
}

export const load = async ({ locals: { ctx }, url }) => {
	const slug = url.searchParams.get('verfahren');
	const consultation = await showing(consultations.bySlug(ctx, slug));
	const latest = await strategy.latest(ctx, consultation.id);
	const versions = await strategy.versions(ctx, consultation.id);
	const sizes = await strategy.sizes(
		ctx,
		versions.map((version) => version.id)
	);
	const until = (action: Action) => openPhase(consultation.phases, action, ctx.now)?.endsAt ?? null;
	return {
		consultation: consultation.title,
		newest: latest && (await newest(ctx, consultation, latest)),
		versions: versions.map(({ id, number, title, kind, publishedAt, numbers }) => ({
			...{ number, title, kind, publishedAt },
			points: sizes.get(id) ?? 0,
			contributions: numbers?.contributions ?? 0
		})),
		voteUntil: until('vote'),
		commentUntil: until('comment-point')
	};
};
