import * as replacing from '#lib/people/cards/replaceCard.server.ts';
import { CodeForm } from '#lib/people/cards/cardCode.ts';
import { act } from '#lib/server/http/forms/act.ts';
import { countTry } from '#lib/server/http/signIn/signInLimits.ts';

export const actions = {
	default: (event) =>
		act(event, CodeForm, async (ctx, { code }) => {
			await countTry(ctx, 'card', event);
			await replacing.stop(ctx, code);
			return '/anmelden?ok=replacementStopped';
		})
};
