import * as consultations from '#lib/consultations/consultations.server.ts';
import { MeetingForm, mayPlanMeetings } from '#lib/recording/meetings/meeting.ts';
import * as meetings from '#lib/recording/meetings/meetings.server.ts';
import { act, admit, showing } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';

export const load = async ({ locals: { ctx } }) => {
	admit(mayPlanMeetings(ctx.person));
	return {
		coming: await meetings.coming(ctx),
		over: await showing(meetings.over(ctx)),
		// The form carries the id of what it will make: sent twice, it makes one.
		blank: { id: newId() }
	};
};

export const actions = {
	default: (event) =>
		act(event, MeetingForm, async (ctx, form) => {
			const { id } = await consultations.current(ctx);
			await meetings.plan(ctx, id, form);
			return `/werkstatt/treffen/termine/${form.id}?ok=meetingPlanned`;
		})
};
