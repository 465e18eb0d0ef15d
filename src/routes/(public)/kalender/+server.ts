import { calendar } from '#lib/texts/calendar.ts';

/** A page that gives nothing away: this month, with no name, no colours and no way back to ours. */
export const GET = ({ locals: { ctx } }) =>
	new Response(calendar(ctx.now), { headers: { 'content-type': 'text/html; charset=utf-8' } });
