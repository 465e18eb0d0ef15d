import { z } from 'zod';
import { seenMark } from '#lib/editState.ts';
import { HandsForm } from '#lib/hands/hand.ts';
import { personalDataCheck } from '#lib/moderation/hints/personalDataCheck.ts';
import * as hands from '#lib/hands/hands.server.ts';
import * as photos from '#lib/recording/photos/photos.server.ts';
import { ReadingForm, RemoveReadingForm } from '#lib/readings/reading.ts';
import * as readings from '#lib/readings/readings.server.ts';
import {
	mayChangeWorkshop,
	mayPublishWorkshop,
	mayReadWorkshops,
	WorkshopChangeForm
} from '#lib/recording/workshops/workshop.ts';
import * as workshops from '#lib/recording/workshops/workshops.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { explain, fill, t } from '#lib/texts/texts.ts';
import { all, obey, yes } from '#lib/verdict.ts';

/** `seen`: the state of the record that was on the screen. */
const PublishForm = z.object({ wanted: z.enum(['yes', 'no'], 'wrong'), seen: z.string().max(40, 'wrong').default('') });

/** Of the newest version, to choose from. */
async function pointsOf(ctx: Ctx, consultationId: string) {
	const points = await strategy.currentPoints(ctx, consultationId);
	return points.map(({ number, title }) => ({
		value: String(number),
		label: fill(t.hands.pointTitle, { number, title })
	}));
}

export const load = async ({ locals: { ctx }, params }) => {
	await showing((async () => obey(mayReadWorkshops(ctx.person)))());
	const workshop = await showing(workshops.byNumber(ctx, Number(params.number)));
	const { id, consultationId, number, label, heldOn, group, people, minutes, publishedAt, changedAt, mine } = workshop;
	const mayChange = mayChangeWorkshop(ctx.person, publishedAt).ok;
	const contributions = await workshops.contributionsOf(ctx, id);
	return {
		workshop: { number, label, heldOn, group, people, minutes, publishedAt, changedAt },
		text: { id, label, date: heldOn, group, people: String(people), minutes },
		seen: seenMark(workshops.stateOf(workshop)),
		handsSeen: await hands.seenIn(ctx, number),
		contributions: contributions.map(({ number, title, language, state }) => ({ number, title, language, state })),
		photos: await photos.ofWorkshop(ctx, number),
		hands: await hands.inRoom(ctx, number),
		readings: (await readings.atMeeting(ctx, number)).map(({ wordingId: _id, ...one }) => one),
		readingsSeen: await readings.seenIn(ctx, number),
		mayChange,
		points: mayChange ? await pointsOf(ctx, consultationId) : [],
		whyNotPublish: explain(
			all(
				mayPublishWorkshop(ctx.person, mine),
				await workshops.mayOpen(ctx, workshop),
				publishedAt === null ? await readings.mayPublishMeeting(ctx, workshop) : yes
			)
		)
	};
};

export const actions = {
	change: (event) =>
		act(event, personalDataCheck(WorkshopChangeForm), async (ctx, form) => {
			await workshops.change(ctx, Number(event.params.number), form);
			return `/werkstatt/treffen/${event.params.number}?ok=workshopChanged`;
		}),
	hands: (event) =>
		act(event, HandsForm, async (ctx, { shows, seen }) => {
			await hands.count(ctx, Number(event.params.number), shows, seen);
			return `/werkstatt/treffen/${event.params.number}?ok=handsCounted`;
		}),
	reading: (event) =>
		act(event, personalDataCheck(ReadingForm), async (ctx, { seen, ...form }) => {
			await readings.write(ctx, Number(event.params.number), form, seen);
			return `/werkstatt/treffen/${event.params.number}?ok=readingWritten`;
		}),
	removeReading: (event) =>
		act(event, RemoveReadingForm, async (ctx, { removed }) => {
			await readings.remove(ctx, Number(event.params.number), removed);
			return `/werkstatt/treffen/${event.params.number}?ok=readingRemoved`;
		}),
	publish: (event) =>
		act(event, PublishForm, async (ctx, { wanted, seen }) => {
			await readings.publishMeeting(ctx, Number(event.params.number), wanted === 'yes', seen);
			return `/werkstatt/treffen/${event.params.number}?ok=${wanted === 'yes' ? 'workshopPublished' : 'workshopRetracted'}`;
		})
};
