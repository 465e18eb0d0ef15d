import { act, showing } from '#lib/server/http/forms/act.ts';
import { NoForm } from '#lib/subscriptions/subscription.ts';
import * as subscriptions from '#lib/subscriptions/subscriptions.server.ts';

export const load = async ({ locals: { ctx }, params, setHeaders, url }) => {
	// The address opens something: no program on the way keeps the page, no other site learns where somebody came from.
	setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
	if (url.searchParams.get('ok') === 'subscriptionStopped') return { subscription: null };
	const { address, rhythm, confirmed, point, wanted } = await showing(subscriptions.open(ctx, params.token));
	return { subscription: { address, rhythm, confirmed, point, wanted } };
};

export const actions = {
	confirm: (event) =>
		act(event, NoForm, async (ctx) => {
			await subscriptions.confirm(ctx, event.params.token);
			return `/nachrichten/${event.params.token}?ok=subscriptionConfirmed`;
		}),
	stop: (event) =>
		act(event, NoForm, async (ctx) => {
			await subscriptions.stop(ctx, event.params.token);
			return `/nachrichten/${event.params.token}?ok=subscriptionStopped`;
		})
};
