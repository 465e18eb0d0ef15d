import { z } from 'zod';
import { seenMark } from '#lib/editState.ts';
import { mayChangeMeeting, MeetingForm, mayPlanMeetings } from '#lib/recording/meetings/meeting.ts';
import * as meetings from '#lib/recording/meetings/meetings.server.ts';
import { act, admit, showing } from '#lib/server/http/forms/act.ts';
import { isoDay } from '#lib/texts/dates.ts';
import { explain } from '#lib/texts/texts.ts';

const Nothing = z.object({});

export const load = async ({ locals: { ctx }, params }) => {
	admit(mayPlanMeetings(ctx.person));
	const meeting = await showing(meetings.byId(ctx, params.meeting));
	const today = isoDay(ctx.now);
	return {
		meeting,
		text: { id: meeting.id, ...meetings.stateOf(meeting) },
		seen: seenMark(meetings.stateOf(meeting)),
		whyNotChange: explain(mayChangeMeeting(ctx.person, meeting, today)),
		held: meeting.cancelledAt === null && meeting.heldOn <= today
	};
};

export const actions = {
	change: (event) =>
		act(event, MeetingForm, async (ctx, form) => {
			await meetings.change(ctx, event.params.meeting, form);
			return `/werkstatt/treffen/termine/${event.params.meeting}?ok=meetingChanged`;
		}),
	cancel: (event) =>
		act(event, Nothing, async (ctx) => {
			await meetings.cancel(ctx, event.params.meeting);
			return `/werkstatt/treffen/termine/${event.params.meeting}?ok=meetingCancelled`;
		})
};
