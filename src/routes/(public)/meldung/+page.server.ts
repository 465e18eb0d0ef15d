import { CodeForm } from '#lib/people/cards/cardCode.ts';
import { reveal } from '#lib/server/http/forms/act.ts';
import { countTry } from '#lib/server/http/signIn/signInLimits.ts';
import * as tickets from '#lib/tickets/tickets.server.ts';

export const actions = {
	// No redirect: what was reported and answered stands on this answer only, for whoever has the code.
	default: (event) =>
		reveal(event, CodeForm, async (ctx, { code }) => {
			await countTry(ctx, 'card', event);
			return tickets.withCode(ctx, code);
		})
};
