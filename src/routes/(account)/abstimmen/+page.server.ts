import { mayNow, turnOf } from '#lib/consultations/consultation.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { withDone } from '#lib/server/http/address/redirectTarget.ts';
import { explain } from '#lib/texts/texts.ts';
import { signInHelps } from '#lib/verdict.ts';
import {
	addressOf,
	after,
	AnswerForm,
	backTo,
	RoundQuery,
	type RoundPlace
} from '#lib/votes/questions/questionRound.ts';
import { mayVote } from '#lib/votes/vote.ts';
import * as votes from '#lib/votes/votes.server.ts';

const placeOf = (url: URL) => RoundQuery.parse(Object.fromEntries(url.searchParams));

export const load = async ({ locals: { ctx }, url }) => {
	const consultation = await showing(consultations.current(ctx));
	const may = mayVote({ person: ctx.person, phases: consultation.phases, now: ctx.now });
	const place = placeOf(url);
	const at = (other: Partial<RoundPlace>) => `/abstimmen${addressOf(other)}`;
	const organisation = ctx.person?.organisation ?? null;
	const head = {
		consultation: consultation.title,
		organisation,
		whyNot: explain(may),
		asked: null,
		links: null,
		prioritising: false
	};
	if (!ctx.person || !may.ok) {
		return { ...head, signInHref: signInHelps(may) ? `/anmelden?weiter=${encodeURIComponent(at({}))}` : null };
	}
	const asked = await votes.questionRound(ctx, ctx.person, consultation, place);
	return {
		...head,
		signInHref: null,
		prioritising: mayNow(consultation.phases, 'prioritise', ctx.now, turnOf(ctx.person)).ok,
		asked: { ...asked, done: asked.done.map((one) => ({ ...one, href: at(backTo(place, one.number)) })) },
		links: {
			// The action carries the place: a form that comes back is still at its question.
			action: `?/answer${addressOf({ ...place, punkt: asked.question?.number ?? null }).replace('?', '&')}`,
			back: asked.previous === null ? null : at(backTo({ ...place, ende: false }, asked.previous)),
			end: at({ schon: place.schon, ende: true }),
			again: at({})
		}
	};
};

export const actions = {
	answer: (event) =>
		act(event, AnswerForm, async (ctx, form) => {
			await votes.answer(ctx, await consultations.current(ctx), form);
			const place = placeOf(event.url);
			const there = `/abstimmen${addressOf(after(place, form.punkt))}`;
			const changed = place.schon.includes(form.punkt) && form.choice !== 'skip';
			// Past the head, so that the next question is what one sees.
			return `${changed ? withDone(there, 'answerChanged') : there}#inhalt`;
		})
};
