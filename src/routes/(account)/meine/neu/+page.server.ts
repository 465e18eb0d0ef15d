import * as board from '#lib/board/board.server.ts';
import { mayNow, turnOf } from '#lib/consultations/consultation.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { SeenForm, type News } from '#lib/news/news.ts';
import * as news from '#lib/news/news.server.ts';
import { publicName } from '#lib/people/person.ts';
import { mayPropose } from '#lib/proposals/proposal.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act } from '#lib/server/http/forms/act.ts';
import { redirectTarget } from '#lib/server/http/address/redirectTarget.ts';
import { requireSignIn } from '#lib/server/http/signIn/requireSignIn.ts';

const onward = (url: URL) => redirectTarget(url.searchParams.get('weiter'), '');

/** A version says which of its points concern the one who reads. */
async function withPoints(ctx: Ctx, one: News) {
	return { ...one, points: one.kind === 'version' ? await news.rewordedForMe(ctx, one.number) : [] };
}

export const load = async ({ locals: { ctx }, url }) => {
	const person = requireSignIn(ctx, '/meine/neu');
	const phases = (await consultations.find(ctx))?.phases ?? [];
	const { news: unseen, more } = await news.unseen(ctx);
	return {
		...{ more, name: publicName(person), onward: onward(url) },
		news: await Promise.all(unseen.map((one) => withPoints(ctx, one))),
		board: await board.isWaiting(ctx),
		voting: mayNow(phases, 'vote', ctx.now, turnOf(person)).ok,
		prioritising: mayNow(phases, 'prioritise', ctx.now, turnOf(person)).ok,
		mayPropose: mayPropose({ person, phases, now: ctx.now }).ok
	};
};

export const actions = {
	seen: (event) =>
		act(event, SeenForm, async (ctx, { items }) => {
			await news.markSeen(ctx, items);
			const there = onward(event.url);
			return (await news.count(ctx)) > 0 || !there
				? `/meine/neu${there && `?weiter=${encodeURIComponent(there)}`}`
				: there;
		})
};
