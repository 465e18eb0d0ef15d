import { ageInWords } from '#lib/moderation/age.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import { deskHref } from '#lib/moderation/screening.ts';
import { showing } from '#lib/server/http/act.ts';

export const load = async ({ locals: { ctx } }) => {
	const { items, counts } = await showing(moderation.queue(ctx));
	const first = items.find((item) => !item.own);
	return {
		counts,
		evaluation: await moderation.countForEvaluation(ctx),
		items: items.map(({ since, ...item }) => ({
			...item,
			age: ageInWords(since, ctx.now),
			href: deskHref(item.kind, item.id)
		})),
		firstHref: first ? deskHref(first.kind, first.id) : null,
		recent: (await moderation.recent(ctx)).map(({ id, at, kind, deed, ground, subjectId, heading }) => ({
			id,
			at,
			kind,
			deed,
			ground,
			number: heading?.number ?? null,
			title: heading?.title ?? '',
			href: deskHref(kind, subjectId)
		}))
	};
};
