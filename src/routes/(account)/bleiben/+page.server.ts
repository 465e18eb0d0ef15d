import { requireSignIn } from '#lib/server/http/signIn/requireSignIn.ts';
import { clock } from '#lib/texts/dates.ts';

/** Looking at any page is enough to stay; this one is opened in a window of its own, so that no half-written form is lost. */
export const load = ({ locals: { ctx, sessionUntil } }) => {
	requireSignIn(ctx, '/bleiben');
	return { until: clock(sessionUntil ?? ctx.now) };
};
