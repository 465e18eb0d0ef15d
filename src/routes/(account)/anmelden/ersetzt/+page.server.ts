import * as replacing from '#lib/people/replacing.server.ts';
import { CodeForm } from '#lib/people/code.ts';
import { act } from '#lib/server/http/act.ts';
import { countTry } from '#lib/server/http/tries.ts';

export const actions = {
	default: (event) =>
		act(event, CodeForm, async (ctx, { code }) => {
			await countTry(ctx, 'card', event);
			await replacing.stop(ctx, code);
			return '/anmelden?ok=replacementStopped';
		})
};
