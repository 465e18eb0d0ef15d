import { z } from 'zod';
import * as recording from '#lib/recording/recording.server.ts';
import { act, showing } from '#lib/server/http/act.ts';

const WithdrawForm = z.object({ subject: z.uuid('wrong') });

export const load = async ({ locals: { ctx }, url }) => {
	const after = url.searchParams.get('nach');
	return { ...(await showing(recording.mine(ctx, after))), paged: after !== null };
};

export const actions = {
	default: (event) =>
		act(event, WithdrawForm, async (ctx, { subject }) => {
			await recording.withdrawConsent(ctx, subject);
			return '/werkstatt/erfassen/liste?ok=consentWithdrawn';
		})
};
