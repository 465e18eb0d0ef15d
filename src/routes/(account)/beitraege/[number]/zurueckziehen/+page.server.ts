import { z } from 'zod';
import * as moderation from '#lib/moderation/moderation.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { requireSignIn } from '#lib/server/http/signIn/requireSignIn.ts';

export const load = async ({ locals: { ctx }, params }) => {
	requireSignIn(ctx, `/beitraege/${params.number}/zurueckziehen`);
	const { number, title, language, body, state } = await showing(proposals.own(ctx, Number(params.number)));
	return { number, title, language, body, state };
};

export const actions = {
	default: (event) =>
		act(event, z.object({}), async (ctx) => {
			await moderation.withdrawProposal(ctx, Number(event.params.number));
			return '/meine?ok=proposalWithdrawn';
		})
};
