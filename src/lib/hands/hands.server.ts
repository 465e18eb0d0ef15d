import * as consultations from '../consultations/consultations.server.ts';
import { expectSeen, seenMark } from '../editState.ts';
import { mayRecordNow } from '../recording/recording.ts';
import { mayChangeWorkshop } from '../recording/workshops/workshop.ts';
import * as workshops from '../recording/workshops/workshops.server.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import type { Tables } from '../server/db/tables.ts';
import { transaction } from '../server/db/transaction.ts';
import { record } from '../server/journal/journal.server.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { fill, t } from '../texts/texts.ts';
import { found, obey } from '../verdict.ts';
import { disclosed, exactly, mayCount, type Show, type ShownHands } from './hand.ts';
import * as restored from './restoreHands.server.ts';
import * as store from './store.server.ts';

export { restore, type RestoredHands } from './restoreHands.server.ts';

/**
 * Keeps how many hands were raised on these points. They never reach the ballots: nobody knows whose hands they were, and
 * who raised one may vote as well. All or none. Refused: workshopPublished, handsTooMany, pointDropped, phase…
 */
export async function count(ctx: Ctx, workshopNumber: number, shows: readonly Show[], seen?: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const person = signedIn(ctx);
		const workshop = await workshops.byNumber(ctx, workshopNumber);
		obey(mayChangeWorkshop(person, workshop.publishedAt));
		const { phases } = await consultations.byId(ctx, workshop.consultationId);
		const saidOn = workshop.heldOn;
		obey(mayRecordNow({ person, phases, now: ctx.now, saidOn, action: 'vote', group: workshop.group }));
		if (seen !== undefined) await expectUncounted(ctx, workshop.id, shows, seen);
		for (const show of shows) {
			obey(mayCount(show, workshop.people));
			const point = await strategy.standingPoint(ctx, show.point, workshop.consultationId);
			const { agree, pass, disagree } = show;
			const about = { workshopId: workshop.id, ...point };
			await store.put(ctx.db, { ...about, agree, pass, disagree, countedBy: person.id, countedAt: ctx.now });
		}
		await workshops.touch(ctx, workshop.id);
		const { id: subjectId, consultationId } = workshop;
		await record(ctx, { verb: 'hands.counted', subjectId, consultationId, details: { points: shows.length } });
	});
}

type Counted = Pick<Tables['showsOfHands'], 'pointId' | 'agree' | 'pass' | 'disagree'>;

const countedState = (rows: readonly Counted[]) => ({
	counted: rows.map(({ pointId, agree, pass, disagree }) => [pointId, agree, pass, disagree].join(' ')).sort()
});

/** Which counts the form for more of them was filled beside. */
export async function seenIn(ctx: Ctx, workshopNumber: number): Promise<string> {
	const { id } = await workshops.byNumber(ctx, workshopNumber);
	return seenMark(countedState(await store.ofWorkshop(ctx.db, id)));
}

/** What a colleague has counted meanwhile on the same points is not overwritten. Counting other points disturbs nobody. */
async function expectUncounted(ctx: Ctx, workshopId: string, shows: readonly Show[], seen: string): Promise<void> {
	const known = await store.ofWorkshop(ctx.db, workshopId);
	const headings = await strategy.headingsOf(
		ctx,
		known.map((row) => row.wordingId)
	);
	const others = known.flatMap(({ wordingId, agree, pass, disagree }) => {
		const heading = headings.get(wordingId);
		const mine = shows.find((show) => show.point === heading?.number);
		const same = mine?.agree === agree && mine.pass === pass && mine.disagree === disagree;
		if (!heading || !mine || same) return [];
		const { form } = t.hands;
		const text = `${form.agree}: ${agree}, ${form.pass}: ${pass}, ${form.disagree}: ${disagree}`;
		return [{ label: fill(t.strategy.point, { number: heading.number }), text }];
	});
	if (others.length > 0) expectSeen('hands', seen, countedState(known), others);
}

/** How hands were raised on this point in rooms that are public. Apart from the votes, and never added to them. */
export async function onPoint(ctx: Ctx, pointId: string, wordingId: string | null): Promise<ShownHands[]> {
	const counted = (await store.ofPoint(ctx.db, pointId)).map(({ people, ...row }) => ({
		...row,
		counts: disclosed(row, people)
	}));
	const rows = [...counted, ...(await restored.ofPoint(ctx, pointId))];
	return rows.map(({ number, label, heldOn, counts, ...row }) => ({
		workshop: { number, label, heldOn },
		newest: row.wordingId === wordingId,
		counts
	}));
}

export interface RoomShow {
	number: number;
	title: string;
	counts: ShownHands['counts'];
}

/** What was decided by hands at a meeting the one who asks may see, by point. Before it is public, as it was typed. */
export async function inRoom(ctx: Ctx, workshopNumber: number): Promise<RoomShow[]> {
	return (await atMeeting(ctx, workshopNumber)).map(({ number, title, counts }) => ({ number, title, counts }));
}

/** The same with the wording that hands were raised on. */
export async function atMeeting(ctx: Ctx, workshopNumber: number): Promise<(RoomShow & { wordingId: string })[]> {
	const { id, people, publishedAt } = await workshops.byNumber(ctx, workshopNumber);
	const counted = (await store.ofWorkshop(ctx.db, id)).map(({ wordingId, ...row }) => ({
		wordingId,
		counts: publishedAt === null ? exactly(row) : disclosed(row, people)
	}));
	const rows = [...counted, ...(await restored.ofWorkshop(ctx, id))];
	const headings = await strategy.headingsOf(
		ctx,
		rows.map((row) => row.wordingId)
	);
	return rows
		.map(({ wordingId, counts }) => {
			const { number, title } = found(headings.get(wordingId), 'wording');
			return { number, title, wordingId, counts };
		})
		.sort((a, b) => a.number - b.number);
}
