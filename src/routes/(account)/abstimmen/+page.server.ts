import * as consultations from '#lib/consultations/consultations.server.ts';
import { act, showing } from '#lib/server/http/act.ts';
import { explain } from '#lib/texts/texts.ts';
import { signInHelps } from '#lib/verdict.ts';
import { addressOf, after, AnswerForm, backTo, RoundQuery, type RoundPlace } from '#lib/votes/asking.ts';
import { mayVote } from '#lib/votes/vote.ts';
import * as votes from '#lib/votes/votes.server.ts';

const placeOf = (url: URL) => RoundQuery.parse(Object.fromEntries(url.searchParams));

export const load = async ({ locals: { ctx }, url }) => {
	const verfahren = url.searchParams.get('verfahren');
	const consultation = await showing(consultations.bySlug(ctx, verfahren));
	const may = mayVote({ person: ctx.person, phases: consultation.phases, now: ctx.now, current: true });
	const place = placeOf(url);
	const at = (other: Partial<RoundPlace>) => `/abstimmen${addressOf(other, { verfahren })}`;
	const organisation = ctx.person?.organisation ?? null;
	const head = { consultation: consultation.title, organisation, whyNot: explain(may), asked: null, links: null };
	if (!ctx.person || !may.ok) {
		return { ...head, signInHref: signInHelps(may) ? `/anmelden?weiter=${encodeURIComponent(at({}))}` : null };
	}
	const asked = await votes.ask(ctx, ctx.person, consultation, place);
	const last = asked.done.at(-1);
	return {
		...head,
		signInHref: null,
		asked: { ...asked, done: asked.done.map((one) => ({ ...one, href: at(backTo(place, one.number)) })) },
		links: {
			// The action carries the place: a form that comes back is still at its question.
			action: `?/answer${addressOf({ ...place, punkt: asked.question?.number ?? null }, { verfahren }).replace('?', '&')}`,
			back: last ? at(backTo(place, last.number)) : null,
			end: at({ schon: place.schon, ende: true }),
			again: at({})
		}
	};
};

export const actions = {
	answer: (event) =>
		act(event, AnswerForm, async (ctx, form) => {
			const verfahren = event.url.searchParams.get('verfahren');
			await votes.answer(ctx, await consultations.bySlug(ctx, verfahren), form);
			// Past the head: on a phone it fills the screen, and the next question should be what one sees.
			return `/abstimmen${addressOf(after(placeOf(event.url), form.punkt), { verfahren })}#inhalt`;
		})
};
