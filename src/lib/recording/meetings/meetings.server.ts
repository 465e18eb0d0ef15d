import { expectSeen, seenMark, type State } from '../../editState.ts';
import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { expectUnused } from '../../server/db/expectUnusedId.ts';
import { record } from '../../server/journal/journal.server.ts';
import { isoDay } from '../../texts/dates.ts';
import { found, obey, Refused } from '../../verdict.ts';
import { mayChangeMeeting, mayPlanMeetings, type Meeting, type MeetingInput } from './meeting.ts';
import * as store from './store.server.ts';

/** A year of meetings twice a week: more are in the calendar, month by month. */
const LISTED = 100;
const MONTH_MAX = 200;

type Row = NonNullable<Awaited<ReturnType<typeof store.byId>>>;

function read({ consultationId: _, workshopId: _of, ...row }: Row): Meeting {
	return row;
}

function written({ id: _, seen: _seen, date, ...rest }: MeetingInput) {
	return { ...rest, heldOn: date };
}

/** What its form shows, by field. */
export function stateOf({ heldOn, ...rest }: Omit<Meeting, 'id' | 'changedAt' | 'cancelledAt' | 'record'>): State {
	const { title, begins, ends, place, audience, access, childcare, languages, travel } = rest;
	return { title, date: heldOn, begins, ends, place, audience, access, childcare, languages, travel };
}

/** Announces a meeting to everybody. Sent twice, it is one. Refused: roleMissing, meetingInPast. */
export async function plan(ctx: Ctx, consultationId: string, form: MeetingInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayPlanMeetings(ctx.person));
		if (await store.byId(ctx.db, form.id)) return;
		if (form.date < isoDay(ctx.now)) throw new Refused('meetingInPast');
		await expectUnused(ctx.db, form.id);
		const fresh = { changedAt: ctx.now, cancelledAt: null, workshopId: null };
		await store.add(ctx.db, { id: form.id, consultationId, ...written(form), ...fresh });
		await record(ctx, { verb: 'meeting.planned', subjectId: form.id, consultationId, details: { title: form.title } });
	});
}

/** Refused: meetingOver, meetingCancelled, meetingInPast. Stale: a colleague has changed it meanwhile. */
export async function change(ctx: Ctx, id: string, form: MeetingInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const row = found(await store.byId(ctx.db, id), 'meeting');
		obey(mayChangeMeeting(ctx.person, row, isoDay(ctx.now)));
		if (form.date < isoDay(ctx.now)) throw new Refused('meetingInPast');
		if (seenMark(stateOf(row)) === seenMark(stateOf(written(form)))) return;
		expectSeen('meeting', form.seen, stateOf(row));
		await store.change(ctx.db, id, { ...written(form), changedAt: ctx.now });
		const { consultationId } = row;
		await record(ctx, { verb: 'meeting.changed', subjectId: id, consultationId, details: { title: form.title } });
	});
}

/** It does not take place, and stays where people look for it. Twice is once. */
export async function cancel(ctx: Ctx, id: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayPlanMeetings(ctx.person));
		const row = found(await store.byId(ctx.db, id), 'meeting');
		if (row.cancelledAt !== null) return;
		obey(mayChangeMeeting(ctx.person, row, isoDay(ctx.now)));
		await store.change(ctx.db, id, { cancelledAt: ctx.now, changedAt: ctx.now });
		const { consultationId, title } = row;
		await record(ctx, { verb: 'meeting.cancelled', subjectId: id, consultationId, details: { title } });
	});
}

/** This record tells what came of it. Call it inside `transaction`. */
export async function linkRecord(ctx: Ctx, id: string, workshopId: string): Promise<void> {
	found(await store.byId(ctx.db, id), 'meeting');
	await store.change(ctx.db, id, { workshopId });
}

/** Announced for today and later, the next one first. */
export async function coming(ctx: Ctx): Promise<Meeting[]> {
	return (await store.from(ctx.db, isoDay(ctx.now), { limit: LISTED })).map(read);
}

/** Of this day and later, whether they are over or not. */
export async function heldSince(ctx: Ctx, day: string): Promise<Meeting[]> {
	return (await store.from(ctx.db, day, { limit: MONTH_MAX })).map(read);
}

/** Everything that was ever announced, in its order, so many at a time. */
export async function* announced(ctx: Ctx, size: number): AsyncGenerator<(Meeting & { consultationId: string })[]> {
	let after: store.Place | null = null;
	for (;;) {
		const rows: Row[] = await store.inOrder(ctx.db, after, size);
		yield rows.map((row) => ({ ...read(row), consultationId: row.consultationId }));
		after = rows.length < size ? null : (rows.at(-1) ?? null);
		if (after === null) return;
	}
}

/** Puts announced meetings back, with the addresses they had. Call it inside `transaction`. */
export async function restore(
	ctx: Ctx,
	announced: readonly (Omit<Meeting, 'record'> & { consultationId: string })[]
): Promise<void> {
	for (const one of announced) await store.add(ctx.db, { ...one, workshopId: null });
}

/** Of a month, `2027-05`. */
export async function inMonth(ctx: Ctx, month: string): Promise<Meeting[]> {
	return (await store.from(ctx.db, `${month}-01`, { until: `${month}-32`, limit: MONTH_MAX })).map(read);
}

/** For whoever keeps their records: those that are over, the last one first. */
export async function over(ctx: Ctx): Promise<Meeting[]> {
	obey(mayPlanMeetings(ctx.person));
	return (await store.past(ctx.db, isoDay(ctx.now), LISTED)).map(read);
}

export async function byId(ctx: Ctx, id: string): Promise<Meeting> {
	return read(found(await store.byId(ctx.db, id), 'meeting'));
}
