import { z } from 'zod';
import { act, showing } from '#lib/server/http/forms/act.ts';
import * as votes from '#lib/votes/votes.server.ts';

const WithdrawForm = z.object({ sheet: z.uuid('wrong') });

export const load = async ({ locals: { ctx }, url }) => {
	const after = url.searchParams.get('nach');
	return { ...(await showing(votes.sheets(ctx, after))), paged: after !== null };
};

export const actions = {
	default: (event) =>
		act(event, WithdrawForm, async (ctx, { sheet }) => {
			await votes.withdrawSheet(ctx, sheet);
			return '/werkstatt/erfassen/stimmen/liste?ok=votesWithdrawn';
		})
};
