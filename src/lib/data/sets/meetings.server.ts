import * as consultations from '../../consultations/consultations.server.ts';
import * as hands from '../../hands/hands.server.ts';
import * as readings from '../../readings/readings.server.ts';
import type { HandCounts } from '../../hands/hand.ts';
import type { Workshop } from '../../recording/workshops/workshop.ts';
import * as workshops from '../../recording/workshops/workshops.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import { firstVersions } from './comments.server.ts';
import { day } from './contributions.server.ts';
import type { Trace, Traced } from '../dataset.ts';

/** Public meetings, the newest first. */
async function* meetings(ctx: Ctx): AsyncGenerator<Workshop[]> {
	let after: number | null = null;
	do {
		const page: Awaited<ReturnType<typeof workshops.list>> = await workshops.list(ctx, { publicOnly: true, after });
		yield page.workshops;
		after = page.next;
	} while (after !== null);
}

/** Taken back and shown again, its record may say something else. */
const trace = ({ id, publishedAt }: Workshop): Trace => ({ kind: 'workshop', id, stamp: publishedAt });

export async function* treffen(ctx: Ctx): AsyncGenerator<Traced<'treffen'>[]> {
	const slugs = new Map((await consultations.all(ctx)).map(({ id, slug }) => [id, slug]));
	for await (const page of meetings(ctx)) {
		yield page.map((one) => ({
			trace: trace(one),
			row: {
				nummer: one.number,
				verfahren: slugs.get(one.consultationId) ?? null,
				bezeichnung: one.label,
				gehalten: one.heldOn,
				gruppe: one.group,
				personen: one.people,
				protokoll: one.minutes || null,
				veroeffentlicht: day(one.publishedAt),
				adresse: `${ctx.app.config.origin}/treffen/${one.number}`
			}
		}));
	}
}

/** How hands were raised at public meetings: the same figures as on the pages, the same held back. */
export async function* handzeichen(ctx: Ctx): AsyncGenerator<Traced<'handzeichen'>[]> {
	const first = await firstVersions(ctx);
	for await (const page of meetings(ctx)) {
		for (const meeting of page) {
			yield (await hands.atMeeting(ctx, meeting.number)).map(({ number, wordingId, counts }) => ({
				trace: trace(meeting),
				row: {
					treffen: meeting.number,
					punkt: number,
					fassung: first.get(wordingId) ?? null,
					...columnsOf(counts)
				}
			}));
		}
	}
}

/** Of hands, whatever they were raised for. */
const columnsOf = (counts: HandCounts | null) => ({
	zustimmung: counts?.agree ?? null,
	weiss_nicht: counts?.pass ?? null,
	ablehnung: counts?.disagree ?? null,
	mindestens_prozent: counts?.mostly ? Math.round(counts.mostly.share * 100) : null,
	mindestens_wahl: counts?.mostly?.choice ?? null,
	zurueckgehalten: counts === null || [counts.agree, counts.pass, counts.disagree].includes(null)
});

/** How groups read points: adopted at meetings that are public. */
export async function* lesarten(ctx: Ctx): AsyncGenerator<Traced<'lesarten'>[]> {
	const first = await firstVersions(ctx);
	for await (const page of meetings(ctx)) {
		for (const meeting of page) {
			yield (await readings.atMeeting(ctx, meeting.number)).map(({ number, wordingId, text, counts }) => ({
				trace: trace(meeting),
				row: {
					treffen: meeting.number,
					punkt: number,
					fassung: first.get(wordingId) ?? null,
					gruppe: meeting.group,
					text,
					...columnsOf(counts)
				}
			}));
		}
	}
}
