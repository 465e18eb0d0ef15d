import * as consultations from '#lib/consultations/consultations.server.ts';
import { mayRecord } from '#lib/recording/recording.ts';
import { WorkshopForm } from '#lib/recording/workshop.ts';
import * as workshops from '#lib/recording/workshops.server.ts';
import { act, showing } from '#lib/server/http/act.ts';
import { newId } from '#lib/server/ids.ts';
import { isoDay } from '#lib/texts/de/dates.ts';

export const load = async ({ locals: { ctx }, url }) => {
	const asked = url.searchParams.get('nach');
	const after = asked === null ? null : Number(asked);
	const { workshops: found, next } = await showing(workshops.list(ctx, { publicOnly: false, after }));
	return {
		workshops: found.map(({ number, label, heldOn, publishedAt }) => ({ number, label, heldOn, publishedAt })),
		next,
		paged: asked !== null,
		mayOpen: mayRecord(ctx.person).ok,
		blank: { id: newId(), label: '', date: isoDay(ctx.now), group: '', people: '', minutes: '' }
	};
};

export const actions = {
	default: (event) =>
		act(event, WorkshopForm, async (ctx, form) => {
			const { id } = await consultations.leading(ctx);
			const number = await workshops.open(ctx, id, form);
			return `/werkstatt/treffen/${number}?ok=workshopOpened`;
		})
};
