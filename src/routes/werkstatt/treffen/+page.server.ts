import * as consultations from '#lib/consultations/consultations.server.ts';
import { personalDataCheck } from '#lib/moderation/hints/personalDataCheck.ts';
import { mayRecord } from '#lib/recording/recording.ts';
import { WorkshopForm } from '#lib/recording/workshops/workshop.ts';
import * as meetings from '#lib/recording/meetings/meetings.server.ts';
import * as workshops from '#lib/recording/workshops/workshops.server.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';
import { isoDay } from '#lib/texts/dates.ts';

export const load = async ({ locals: { ctx }, url }) => {
	const asked = url.searchParams.get('nach');
	const after = asked === null ? null : Number(asked);
	const { workshops: found, next } = await showing(workshops.list(ctx, { publicOnly: false, after }));
	const announced = url.searchParams.get('termin');
	const meeting = announced === null ? null : await showing(meetings.byId(ctx, announced));
	return {
		workshops: found.map(({ number, label, heldOn, publishedAt }) => ({ number, label, heldOn, publishedAt })),
		next,
		paged: asked !== null,
		mayOpen: mayRecord(ctx.person).ok,
		blank: {
			...{ id: newId(), label: '', date: isoDay(ctx.now), group: '', people: '', minutes: '' },
			...(meeting && { meeting: meeting.id, label: meeting.title, date: meeting.heldOn })
		}
	};
};

export const actions = {
	default: (event) =>
		act(event, personalDataCheck(WorkshopForm), async (ctx, form) => {
			const { id } = await consultations.current(ctx);
			const number = await workshops.open(ctx, id, form);
			return `/werkstatt/treffen/${number}?ok=workshopOpened`;
		})
};
