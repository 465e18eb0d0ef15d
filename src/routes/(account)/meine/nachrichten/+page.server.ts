import { act } from '#lib/server/http/forms/act.ts';
import { countTry } from '#lib/server/http/signIn/signInLimits.ts';
import { requireSignIn } from '#lib/server/http/signIn/requireSignIn.ts';
import { NoForm, RhythmForm, SubscriptionForm } from '#lib/subscriptions/subscription.ts';
import * as subscriptions from '#lib/subscriptions/subscriptions.server.ts';
import { whyNot } from '#lib/texts/texts.ts';

const HERE = '/meine/nachrichten';

export const load = async ({ locals: { ctx } }) => {
	requireSignIn(ctx, HERE);
	const { mail, feed } = await subscriptions.mine(ctx);
	return {
		mail,
		feedAddress: feed && subscriptions.feedAddress(ctx, feed.id),
		mayMail: whyNot(await subscriptions.mayFollowOwn(ctx)),
		mayFeed: whyNot(await subscriptions.mayFollowOwn(ctx, true))
	};
};

export const actions = {
	mail: (event) =>
		act(event, SubscriptionForm, async (ctx, form) => {
			await countTry(ctx, 'order', event);
			await subscriptions.followOwn(ctx, form);
			return `${HERE}?ok=subscriptionAsked`;
		}),
	change: (event) =>
		act(event, RhythmForm, async (ctx, { rhythm }) => {
			await subscriptions.changeRhythm(ctx, rhythm);
			return `${HERE}?ok=subscriptionChanged`;
		}),
	stop: (event) =>
		act(event, NoForm, async (ctx) => {
			await subscriptions.stopOwn(ctx, 'mail');
			return `${HERE}?ok=subscriptionStopped`;
		}),
	feed: (event) =>
		act(event, NoForm, async (ctx) => {
			await subscriptions.makeFeed(ctx);
			return `${HERE}?ok=feedMade`;
		}),
	stopFeed: (event) =>
		act(event, NoForm, async (ctx) => {
			await subscriptions.stopOwn(ctx, 'feed');
			return `${HERE}?ok=feedStopped`;
		})
};
