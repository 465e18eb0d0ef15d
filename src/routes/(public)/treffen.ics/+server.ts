import { ical } from '#lib/recording/meetings/ical.ts';
import * as meetings from '#lib/recording/meetings/meetings.server.ts';
import { sendText } from '#lib/server/http/conditional.ts';

/** All that are to come, for calendars that look again by themselves. */
export const GET = async ({ locals: { ctx }, request }) => {
	const text = ical(await meetings.coming(ctx), ctx.app.config.origin);
	return sendText(request, text, { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'no-cache' });
};
