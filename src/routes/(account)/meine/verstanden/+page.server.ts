import { mayTakePart } from '#lib/people/participant.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { requireSignIn } from '#lib/server/http/signIn/requireSignIn.ts';
import { explain } from '#lib/texts/texts.ts';
import { UnderstandingForm } from '#lib/understanding/understanding.ts';
import * as understanding from '#lib/understanding/understanding.server.ts';

export const load = async ({ locals: { ctx }, url }) => {
	requireSignIn(ctx, '/meine/verstanden');
	const points = await showing(understanding.asked(ctx));
	const wanted = points.find((point) => point.number === Number(url.searchParams.get('punkt')));
	const next = points.find((point) => !point.said?.current);
	const whyNot = explain(mayTakePart(ctx.person));
	return { whyNot, points, chosen: (wanted ?? next ?? points[0])?.pointId ?? null };
};

export const actions = {
	answer: (event) =>
		act(event, UnderstandingForm, async (ctx, form) => {
			await understanding.answer(ctx, form);
			return '/meine/verstanden?ok=understandingSaid';
		})
};
