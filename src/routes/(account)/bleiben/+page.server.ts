import { visitorOrSignIn } from '#lib/server/http/visitor.ts';
import { clock } from '#lib/texts/de/dates.ts';

/** Looking at any page is enough to stay; this one is opened in a window of its own, so that no half-written form is lost. */
export const load = ({ locals: { ctx, sessionUntil } }) => {
	visitorOrSignIn(ctx, '/bleiben');
	return { until: clock(sessionUntil ?? ctx.now) };
};
