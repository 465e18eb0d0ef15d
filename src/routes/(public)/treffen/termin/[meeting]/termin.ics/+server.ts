import { ical } from '#lib/recording/meetings/ical.ts';
import * as meetings from '#lib/recording/meetings/meetings.server.ts';
import { sendText } from '#lib/server/http/conditional.ts';
import { showing } from '#lib/server/http/forms/act.ts';

/** One meeting, for whoever keeps it in a calendar of their own. */
export const GET = async ({ locals: { ctx }, params, request }) => {
	const meeting = await showing(meetings.byId(ctx, params.meeting));
	return sendText(request, ical([meeting], ctx.app.config.origin), {
		'content-type': 'text/calendar; charset=utf-8',
		'content-disposition': 'attachment; filename="treffen.ics"',
		'cache-control': 'no-cache'
	});
};
