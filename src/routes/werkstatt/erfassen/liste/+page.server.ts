import { z } from 'zod';
import * as recording from '#lib/recording/recording.server.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import * as votes from '#lib/votes/votes.server.ts';

/** A day on which only votes were written down stands there, too. */
function withVotes(days: readonly recording.DayCount[], sheets: readonly { day: string; count: number }[]) {
	const none = { proposals: 0, comments: 0, codes: 0 };
	const all = [...new Set([...days, ...sheets].map(({ day }) => day))].sort().reverse();
	return all.map((day) => ({
		...(days.find((one) => one.day === day) ?? { day, ...none }),
		votes: sheets.find((one) => one.day === day)?.count ?? 0
	}));
}

const WithdrawForm = z.object({ subject: z.uuid('wrong') });

export const load = async ({ locals: { ctx }, url }) => {
	const after = url.searchParams.get('nach');
	const recorded = await showing(recording.mine(ctx, after));
	const days = after === null ? await recording.dayCounts(ctx) : [];
	return {
		...recorded,
		days: withVotes(days, after === null ? await votes.sheetDays(ctx) : []),
		paged: after !== null
	};
};

export const actions = {
	default: (event) =>
		act(event, WithdrawForm, async (ctx, { subject }) => {
			await recording.withdrawConsent(ctx, subject);
			return '/werkstatt/erfassen/liste?ok=consentWithdrawn';
		})
};
