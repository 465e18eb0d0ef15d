import * as consultations from '#lib/consultations/consultations.server.ts';
import { openPhase, turnOf, type Action } from '#lib/consultations/consultation.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { summaryText } from '#lib/strategy/versions/changeText.ts';
import type { Version } from '#lib/strategy/versions/version.ts';

async function newest(ctx: Ctx, version: Version) {
	const former = await strategy.since(ctx, version);
	const { number, title, kind, publishedAt } = version;
	return {
		...{ number, title, kind, publishedAt },
		// As the version calls them: it was published with these titles.
		fields: [...new Set(version.points.map(({ field }) => field))].map((title) => ({
			title,
			points: version.points.filter(({ field }) => field === title).map(({ number, title }) => ({ number, title }))
		})),
		since: former && { number: former.number, told: summaryText(former.summary) }
	};
}

export const load = async ({ locals: { ctx } }) => {
	const consultation = await showing(consultations.current(ctx));
	const latest = await strategy.latest(ctx, consultation.id);
	const versions = await strategy.versions(ctx, consultation.id);
	const sizes = await strategy.sizes(
		ctx,
		versions.map((version) => version.id)
	);
	const until = (action: Action) => openPhase(consultation.phases, action, ctx.now, turnOf(ctx.person))?.endsAt ?? null;
	return {
		consultation: consultation.title,
		newest: latest && (await newest(ctx, latest)),
		versions: versions.map(({ id, number, title, kind, publishedAt, numbers }) => ({
			...{ number, title, kind, publishedAt },
			points: sizes.get(id) ?? 0,
			contributions: numbers?.contributions ?? 0
		})),
		voteUntil: until('vote'),
		commentUntil: until('comment-point')
	};
};
