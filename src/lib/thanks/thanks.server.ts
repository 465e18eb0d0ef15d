import type { Phase } from '../consultations/consultation.ts';
import * as consultations from '../consultations/consultations.server.ts';
import { showCode } from '../people/cards/cardCode.ts';
import { mayIssueCards } from '../people/cards/batch.ts';
import * as places from '../people/places/places.server.ts';
import { expectSeen, type State } from '../editState.ts';
import { retainedOf } from '../people/erasure/accountErasure.server.ts';
import { accountIdOf } from '../people/person.ts';
import type { Meeting } from '../recording/meetings/meeting.ts';
import * as meetings from '../recording/meetings/meetings.server.ts';
import type { App } from '../server/app.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { record } from '../server/journal/journal.server.ts';
import { isoDay, month } from '../texts/dates.ts';
import { earlier } from '../time.ts';
import { NotFound, obey, Refused } from '../verdict.ts';
import { euros } from './euros.ts';
import {
	canHaveBeenThere,
	HANDED_OUT_FOR,
	isReceiptFor,
	LIMIT_START,
	mayGetThanks,
	mayGrant,
	meetingWord,
	receiptCode,
	tookPart
} from './thanks.ts';
import type { BookInput, GrantInput, LimitInput, Occasion, ReceiptInput } from './thanks.ts';
import * as store from './store.server.ts';

const digestOf =
	({ keys }: App) =>
	(text: string) =>
		Buffer.from(keys.digest('thanks', text), 'base64url');

/** Meetings and phases that have begun and are not long over. */
async function thanked(ctx: Ctx) {
	const [today, since] = [isoDay(ctx.now), earlier(ctx.now, HANDED_OUT_FOR)];
	const held = (await meetings.heldSince(ctx, isoDay(since))).filter(
		({ heldOn, cancelledAt }) => heldOn <= today && cancelledAt === null
	);
	const { phases } = await consultations.current(ctx);
	return { held, phases: phases.filter(({ beginsAt, endsAt }) => beginsAt <= ctx.now && endsAt > since) };
}

const ofMeeting = ({ id, title, heldOn }: Meeting): Occasion => ({ key: `meeting ${id}`, title, day: heldOn });
const ofPhase = ({ id, title, beginsAt }: Phase): Occasion => ({ key: `phase ${id}`, title, day: isoDay(beginsAt) });

/** What the one who asks can be thanked for: meetings since their card's first day, and phases they took part in. */
export async function occasions(ctx: Ctx): Promise<Occasion[]> {
	const person = signedIn(ctx);
	const { held, phases } = await thanked(ctx);
	const { since } = await retainedOf(ctx, accountIdOf(person));
	const part = { since, acts: await store.actsOf(ctx.db, person.id) };
	return [
		...held.filter(({ heldOn }) => canHaveBeenThere(heldOn, part)).map(ofMeeting),
		...phases.filter((phase) => tookPart(phase, part)).map(ofPhase)
	];
}

/**
 * The receipt code of whoever asks. Nothing is written: it is computed each time. Refused: thanksForPeople,
 * staffTakesNoPart, meetingWordWrong.
 */
export async function receipt(
	ctx: Ctx,
	{ occasion: key, word }: ReceiptInput
): Promise<{ code: string; title: string }> {
	obey(mayGetThanks(ctx.person));
	const occasion = (await occasions(ctx)).find((one) => one.key === key);
	if (!occasion) throw new NotFound('occasion');
	const [kind, id = ''] = key.split(' ');
	if (kind === 'meeting' && word !== meetingWord(digestOf(ctx.app), id)) throw new Refused('meetingWordWrong');
	const code = receiptCode(digestOf(ctx.app), key, accountIdOf(signedIn(ctx)));
	return { code: showCode(code), title: occasion.title };
}

/** The words that are told at meetings, from their day on; for those who hand out cards. */
export async function meetingWords(ctx: Ctx): Promise<{ title: string; day: string; word: string }[]> {
	obey(mayIssueCards(ctx.person));
	const { held } = await thanked(ctx);
	return held
		.map(({ id, title, heldOn }) => ({ title, day: heldOn, word: meetingWord(digestOf(ctx.app), id) }))
		.reverse();
}

const limitOf = async (ctx: Ctx, consultationId: string) =>
	(await store.limitOf(ctx.db, consultationId)) ?? LIMIT_START;

/** What the form of the limit shows. */
export const limitState = (limit: number): State => ({ limit: String(limit) });

/** So much is handed out for one receipt at most. Stale: another sum stands there by now. */
export async function setLimit(ctx: Ctx, { limit, seen }: LimitInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayGrant(ctx.person));
		const { id: consultationId } = await consultations.current(ctx);
		const known = await limitOf(ctx, consultationId);
		if (known === limit) return;
		expectSeen('thanks', seen, limitState(known));
		await store.setLimit(ctx.db, consultationId, limit);
		await record(ctx, { verb: 'thanks.limited', subjectId: consultationId, consultationId, details: { cents: limit } });
	});
}

/**
 * A place hands out a thank-you for this code, once. What is kept knows neither person nor occasion nor day; who of the
 * team booked so much on which day stands in the journal, without the receipt. Whoever presses twice has booked once and
 * hears so (`known`): whether the money was handed out by then only they can tell. Refused: placeNotYours, thanksCodeUnknown, thanksUsed, thanksTooMuch,
 * budgetSpent.
 */
export async function book(ctx: Ctx, { id, place, code, purpose, amount }: BookInput): Promise<'booked' | 'known'> {
	return transaction(ctx, async (ctx) => {
		obey(mayIssueCards(ctx.person));
		const { name } = await places.placeFor(ctx, place);
		const digest = digestOf(ctx.app);
		const { held, phases } = await thanked(ctx);
		const keys = [...held.map(ofMeeting), ...phases.map(ofPhase)].map(({ key }) => key);
		const genuine = keys.some((key) => isReceiptFor(digest, key, code));
		if (!genuine) throw new Refused('thanksCodeUnknown');
		const receipt = ctx.app.keys.digest('thanks', `receipt\n${code}`);
		// Of the form, as a digest: its id says when it was made.
		const form = ctx.app.keys.digest('thanks', ['form', id, place, purpose, amount].join('\n'));
		const paid = await store.paymentOf(ctx.db, receipt);
		if (paid?.form === form) return 'known';
		if (paid) throw new Refused('thanksUsed', { place: paid.place, month: month(paid.month) });
		const most = await limitOf(ctx, (await consultations.current(ctx)).id);
		if (amount > most) throw new Refused('thanksTooMuch', { most: euros(most) });
		const left = (await leftAt(ctx, [place])).get(place) ?? 0;
		if (amount > left) throw new Refused('budgetSpent', { left: euros(left) });
		const said = { purpose, cents: amount, month: isoDay(ctx.now).slice(0, 7) };
		await store.pay(ctx.db, { receipt, placeId: place, ...said, form });
		const booked = { verb: 'thanks.booked', subjectId: place, details: { name, cents: amount } } as const;
		// The day, and no moment that could be compared with when a card was used.
		await record(ctx, booked, `${isoDay(ctx.now)}T00:00:00.000Z`);
		return 'booked';
	});
}

/** More for a place to hand out. Sent twice, it is once. */
export async function grant(ctx: Ctx, { id, budgetOf: place, granted: cents }: GrantInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayGrant(ctx.person));
		if (await store.grantById(ctx.db, id)) return;
		const { name } = await places.openPlace(ctx, place);
		await store.grant(ctx.db, { id, placeId: place, cents, grantedAt: ctx.now });
		await record(ctx, { verb: 'thanks.granted', subjectId: place, details: { name, cents } });
	});
}

async function leftAt(ctx: Ctx, ids: readonly string[]): Promise<Map<string, number>> {
	const left = new Map((await store.granted(ctx.db, ids)).map(({ placeId, cents }) => [placeId, Number(cents)]));
	for (const { placeId, cents } of await store.paid(ctx.db, ids))
		left.set(placeId, (left.get(placeId) ?? 0) - Number(cents));
	return left;
}

export interface Settled {
	place: string;
	/** `2027-05` */
	month: string;
	cents: number;
	count: number;
}

/** What each place of whoever asks has left, and what it handed out, month by month; of the administration all. */
export async function desk(ctx: Ctx) {
	const mine = await places.mine(ctx);
	const ids = mine.map(({ id }) => id);
	const left = await leftAt(ctx, ids);
	const names = new Map(mine.map(({ id, name }) => [id, name]));
	const settled = (await store.paid(ctx.db, ids)).map(({ placeId, month, cents, count }): Settled => {
		return { place: names.get(placeId) ?? '', month, cents: Number(cents), count: Number(count) };
	});
	const limit = await limitOf(ctx, (await consultations.current(ctx)).id);
	return { places: mine.map(({ id, name }) => ({ id, name, left: left.get(id) ?? 0 })), settled, limit };
}
