import * as answers from '#lib/answers/answers.server.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { germanExcerpts } from '#lib/proposals/summaries/summary.ts';
import type { Disposition } from '#lib/answers/answer.ts';
import { searchParts } from '#lib/proposals/lists/searchText.ts';
import { ListQuery, mayPropose } from '#lib/proposals/proposal.ts';
import * as recording from '#lib/recording/recording.server.ts';
import { COUNTED_MAX } from '#lib/server/db/fullTextSearch.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import { excerpt } from '#lib/texts/excerpt.ts';
import { explain, t } from '#lib/texts/texts.ts';
import { signInHelps } from '#lib/verdict.ts';

const EXCERPT = 260;

const dispositionWord = (one: Disposition | undefined) => (one ? t.answers.dispositions[one] : null);

export const load = async ({ locals: { ctx }, url }) => {
	const ask = ListQuery.parse(Object.fromEntries(url.searchParams));
	const consultation = await showing(consultations.current(ctx));
	const may = mayPropose({ person: ctx.person, phases: consultation.phases, now: ctx.now });
	const { proposals: found, next } = await proposals.list(ctx, consultation.id, ask);
	// Of signs and short words there is nothing to look for; all contributions are no answer to that.
	const ignored = Boolean(ask.q) && searchParts(ask.q ?? '').length === 0;
	const ids = found.map((one) => one.id);
	const recorded = await recording.notesOn(ctx, ids);
	const answered = await answers.dispositionsOf(ctx, ids);
	const german = germanExcerpts(await proposals.summariesOf(ctx, found), EXCERPT);
	return {
		ask,
		peers: proposals.amongPeers(ctx, consultation.phases),
		fields: consultation.allFields.map(({ slug, title }) => ({ slug, title })),
		proposals: found.map(({ id, number, title, language, body, kind, field, authorName, authorGroup, ...rest }) => ({
			number,
			title,
			language,
			german: german.get(id) ?? null,
			excerpt: excerpt(body, EXCERPT),
			kind,
			field,
			authorName,
			authorGroup,
			publishedAt: rest.publishedAt,
			originOn: rest.originOn,
			supportCount: rest.supportCount,
			commentCount: rest.commentCount,
			answer: dispositionWord(answered.get(id)),
			badge: recorded.has(id) ? t.recording.badge : null
		})),
		next,
		/** null: nothing was searched for. */
		count: ask.q && !ignored ? await proposals.countListed(ctx, consultation.id, ask) : null,
		ignored,
		most: COUNTED_MAX,
		/** null: writing is possible. */
		whyNotPropose: explain(may),
		signInHelps: signInHelps(may)
	};
};
