import { z } from 'zod';
import * as consultations from '../consultations/consultations.server.ts';
import { expectSeen, seenMark } from '../editState.ts';
import { disclosed, exactly, type HandCounts } from '../hands/hand.ts';
import { GroupName } from '../people/person.ts';
import { mayChangeWorkshop, type Workshop } from '../recording/workshops/workshop.ts';
import * as workshops from '../recording/workshops/workshops.server.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { record } from '../server/journal/journal.server.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { fill, t } from '../texts/texts.ts';
import { all, found, noWhen, obey, type Verdict } from '../verdict.ts';
import { MIN_COUNT } from '../votes/suppression/suppression.ts';
import { CHOICES } from '../votes/vote.ts';
import { handsText } from './readingText.ts';
import { mayAdopt, mayWriteReading, type ReadingInput, type ShownReading } from './reading.ts';
import * as store from './store.server.ts';

/**
 * How groups read points. A reading is part of the record of a meeting: somebody else reads it before it is public, it is
 * taken back with the meeting, and what a group writes while it works among itself opens when its phase ends.
 */

/**
 * Keeps how the group of this meeting reads a point. Refused: workshopPublished, readingTooManyHands, readingNotAdopted,
 * readingTooFew, pointDropped, phase… Stale: a colleague has written this reading meanwhile.
 */
export async function write(ctx: Ctx, workshopNumber: number, form: ReadingInput, seen?: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const person = signedIn(ctx);
		const workshop = await workshops.byNumber(ctx, workshopNumber);
		obey(mayChangeWorkshop(person, workshop.publishedAt));
		const { phases } = await consultations.byId(ctx, workshop.consultationId);
		const saidOn = workshop.heldOn;
		obey(mayWriteReading({ person, phases, now: ctx.now, saidOn, group: workshop.group }));
		obey(mayAdopt(form, workshop.people));
		const point = await strategy.standingPoint(ctx, form.point, workshop.consultationId);
		await expectUnwritten(ctx, workshop.id, point.pointId, form, seen);
		const { reading: body, agree, pass, disagree } = form;
		await store.put(ctx.db, {
			...{ workshopId: workshop.id, ...point, body },
			...{ agree, pass, disagree, restoredCounts: null, writtenBy: person.id, writtenAt: ctx.now }
		});
		await workshops.touch(ctx, workshop.id);
		await tell(ctx, 'reading.written', workshop, form.point);
	});
}

/** Takes away a reading that was written for the wrong point. Refused: workshopPublished. */
export async function remove(ctx: Ctx, workshopNumber: number, pointNumber: number): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const workshop = await workshops.byNumber(ctx, workshopNumber);
		obey(mayChangeWorkshop(ctx.person, workshop.publishedAt));
		const { id: pointId } = await strategy.upForVote(ctx, pointNumber);
		await store.remove(ctx.db, workshop.id, pointId);
		await workshops.touch(ctx, workshop.id);
		await tell(ctx, 'reading.removed', workshop, pointNumber);
	});
}

/** That something was written, never what: until the meeting is public nobody reads more of it than its team. */
async function tell(
	ctx: Ctx,
	verb: 'reading.written' | 'reading.removed',
	{ id: subjectId, consultationId }: Workshop,
	point: number
): Promise<void> {
	await record(ctx, { verb, subjectId, consultationId, details: { number: point } });
}

const writtenState = (rows: readonly store.ReadingRow[]) => ({
	readings: rows
		.map(({ pointId, body, agree, pass, disagree }) => [pointId, agree, pass, disagree, body].join(' '))
		.sort()
});

/** Which readings the form for one more was filled beside. */
export async function seenIn(ctx: Ctx, workshopNumber: number): Promise<string> {
	const { id } = await workshops.byNumber(ctx, workshopNumber);
	return seenMark(writtenState(await store.ofWorkshop(ctx.db, id)));
}

/** What a colleague has written meanwhile on the same point is not overwritten; another point disturbs nobody. */
async function expectUnwritten(
	ctx: Ctx,
	workshopId: string,
	pointId: string,
	form: ReadingInput,
	seen: string | undefined
): Promise<void> {
	const known = await store.ofWorkshop(ctx.db, workshopId);
	const there = known.find((row) => row.pointId === pointId);
	if (!there || (there.body === form.reading && HANDS.every((one) => there[one] === form[one]))) return;
	const label = fill(t.strategy.point, { number: form.point });
	const { agree, pass, disagree } = there;
	const hands = handsText(exactly({ agree: agree ?? 0, pass: pass ?? 0, disagree: disagree ?? 0 }));
	expectSeen('reading', seen, writtenState(known), [{ label, text: `${there.body}\n${hands}` }]);
}

const Shown = z
	.object({
		...{ agree: z.number().nullable(), pass: z.number().nullable(), disagree: z.number().nullable() },
		mostly: z.object({ choice: z.enum(CHOICES), share: z.number() }).nullable()
	})
	.nullable();

const HANDS = ['agree', 'pass', 'disagree'] as const;

type Counted = Pick<store.ReadingRow, 'agree' | 'pass' | 'disagree' | 'restoredCounts'>;

function countsOf(
	{ restoredCounts, agree, pass, disagree }: Counted,
	people: number,
	open: boolean
): HandCounts | null {
	if (restoredCounts !== null) return Shown.parse(JSON.parse(restoredCounts));
	const counted = { agree: agree ?? 0, pass: pass ?? 0, disagree: disagree ?? 0 };
	return open ? disclosed(counted, people) : exactly(counted);
}

/**
 * Whether it stands as adopted. Asked again whenever it goes out: how many were there may have been mended since it was
 * written, and some were written before the rule. One put back from open data has no numbers but those that were told.
 */
function mayShow({ agree, pass, disagree, restoredCounts }: Counted, people: number): Verdict {
	const told = restoredCounts === null ? null : Shown.parse(JSON.parse(restoredCounts));
	if (restoredCounts !== null) return noWhen(told === null, 'readingTooFew', { least: String(MIN_COUNT) });
	return mayAdopt({ agree: agree ?? 0, pass: pass ?? 0, disagree: disagree ?? 0 }, people);
}

/** Whether this meeting can be public with the readings that were written down at it. */
export async function mayPublishMeeting(ctx: Ctx, { id, people }: Pick<Workshop, 'id' | 'people'>): Promise<Verdict> {
	return all(...(await store.ofWorkshop(ctx.db, id)).map((row) => mayShow(row, people)));
}

/** `workshops.publish`, and in the same moment what it says of groups has to hold. Refused as `mayAdopt` as well. */
export async function publishMeeting(ctx: Ctx, number: number, wanted: boolean, seen?: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		await workshops.publish(ctx, number, wanted, seen);
		if (wanted) obey(await mayPublishMeeting(ctx, await workshops.byNumber(ctx, number)));
	});
}

/** How groups read this point, of meetings that are public, the newest first. */
export async function onPoint(ctx: Ctx, pointId: string, wordingId: string | null): Promise<ShownReading[]> {
	const rows = (await store.ofPoint(ctx.db, pointId)).filter((row) => mayShow(row, row.people).ok);
	return rows.map(({ number, label, heldOn, people, group, body, ...row }) => ({
		...{ group: GroupName.parse(group), text: body, workshop: { number, label, heldOn } },
		newest: row.wordingId === wordingId,
		counts: countsOf(row, people, true)
	}));
}

export interface MeetingReading {
	number: number;
	title: string;
	wordingId: string;
	text: string;
	counts: HandCounts | null;
}

/** What was adopted at a meeting the one who asks may see, by point. Before it is public, as it was typed. */
export async function atMeeting(ctx: Ctx, workshopNumber: number): Promise<MeetingReading[]> {
	const { id, people, publishedAt } = await workshops.byNumber(ctx, workshopNumber);
	const known = await store.ofWorkshop(ctx.db, id);
	const rows = publishedAt === null ? known : known.filter((row) => mayShow(row, people).ok);
	const headings = await strategy.headingsOf(
		ctx,
		rows.map((row) => row.wordingId)
	);
	return rows
		.map(({ wordingId, body: text, ...row }) => {
			const { number, title } = found(headings.get(wordingId), 'wording');
			return { number, title, wordingId, text, counts: countsOf(row, people, publishedAt !== null) };
		})
		.sort((a, b) => a.number - b.number);
}

/** A reading as open data told it. */
export interface RestoredReading {
	workshopId: string;
	pointId: string;
	wordingId: string;
	text: string;
	counts: HandCounts | null;
}

/** Puts them back. Call it inside `transaction`. */
export async function restore(ctx: Ctx, rows: readonly RestoredReading[]): Promise<void> {
	for (const { counts, text: body, ...place } of rows) {
		const nobody = { agree: null, pass: null, disagree: null, writtenBy: null };
		const restoredCounts = JSON.stringify(counts);
		await store.put(ctx.db, { ...place, body, ...nobody, restoredCounts, writtenAt: ctx.now });
	}
}
