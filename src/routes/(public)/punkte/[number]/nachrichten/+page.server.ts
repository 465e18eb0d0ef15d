import { act, showing } from '#lib/server/http/forms/act.ts';
import { countTry } from '#lib/server/http/signIn/signInLimits.ts';
import { SubscriptionForm } from '#lib/subscriptions/subscription.ts';
import * as subscriptions from '#lib/subscriptions/subscriptions.server.ts';
import { whyNot } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx }, params }) => {
	const { point } = await showing(subscriptions.pointNews(ctx, Number(params.number)));
	return { point: { number: point.number, title: point.title }, may: whyNot(await subscriptions.mayFollowPoint(ctx)) };
};

export const actions = {
	default: (event) =>
		act(event, SubscriptionForm, async (ctx, form) => {
			await countTry(ctx, 'order', event);
			await subscriptions.followPoint(ctx, Number(event.params.number), form);
			return `/punkte/${event.params.number}/nachrichten?ok=subscriptionAsked`;
		})
};
