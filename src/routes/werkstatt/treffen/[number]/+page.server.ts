import { z } from 'zod';
import { seenMark } from '#lib/editState.ts';
import { HandsForm } from '#lib/hands/hand.ts';
import * as hands from '#lib/hands/hands.server.ts';
import {
	mayChangeWorkshop,
	mayPublishWorkshop,
	mayReadWorkshops,
	WorkshopChangeForm
} from '#lib/recording/workshop.ts';
import * as workshops from '#lib/recording/workshops.server.ts';
import { act, showing } from '#lib/server/http/act.ts';
import { explain } from '#lib/texts/texts.ts';
import { obey } from '#lib/verdict.ts';

/** `seen`: the state of the record that was on the screen. */
const PublishForm = z.object({ wanted: z.enum(['yes', 'no'], 'wrong'), seen: z.string().max(40, 'wrong').default('') });

export const load = async ({ locals: { ctx }, params }) => {
	await showing((async () => obey(mayReadWorkshops(ctx.person)))());
	const workshop = await showing(workshops.byNumber(ctx, Number(params.number)));
	const { id, number, label, heldOn, group, people, minutes, publishedAt, changedAt, mine } = workshop;
	const contributions = await workshops.contributionsOf(ctx, id);
	return {
		workshop: { number, label, heldOn, group, people, minutes, publishedAt, changedAt },
		text: { id, label, date: heldOn, group, people: String(people), minutes },
		seen: seenMark(workshops.stateOf(workshop)),
		handsSeen: await hands.seenIn(ctx, number),
		contributions: contributions.map(({ number, title, language, state }) => ({ number, title, language, state })),
		hands: await hands.inRoom(ctx, number),
		mayChange: mayChangeWorkshop(ctx.person, publishedAt).ok,
		whyNotPublish: explain(mayPublishWorkshop(ctx.person, mine))
	};
};

export const actions = {
	change: (event) =>
		act(event, WorkshopChangeForm, async (ctx, form) => {
			await workshops.change(ctx, Number(event.params.number), form);
			return `/werkstatt/treffen/${event.params.number}?ok=workshopChanged`;
		}),
	hands: (event) =>
		act(event, HandsForm, async (ctx, { shows, seen }) => {
			await hands.count(ctx, Number(event.params.number), shows, seen);
			return `/werkstatt/treffen/${event.params.number}?ok=handsCounted`;
		}),
	publish: (event) =>
		act(event, PublishForm, async (ctx, { wanted, seen }) => {
			await workshops.publish(ctx, Number(event.params.number), wanted === 'yes', seen);
			return `/werkstatt/treffen/${event.params.number}?ok=${wanted === 'yes' ? 'workshopPublished' : 'workshopRetracted'}`;
		})
};
