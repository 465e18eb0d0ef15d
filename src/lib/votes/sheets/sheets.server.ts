import { randomInt } from 'node:crypto';
import type { Phase } from '../../consultations/consultation.ts';
import * as consultations from '../../consultations/consultations.server.ts';
import { futureHolder, groupOfCard, issueOneCard } from '../../people/cards/cardUse.server.ts';
import { groupName } from '../../people/groupNames.ts';
import * as recording from '../../recording/recording.server.ts';
import { signedIn, type Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { record } from '../../server/journal/journal.server.ts';
import type { CurrentPoint } from '../../strategy/points/currentPoints.server.ts';
import * as strategy from '../../strategy/strategy.server.ts';
import { isoDay } from '../../texts/dates.ts';
import { inGerman } from '../../texts/current.ts';
import { t } from '../../texts/texts.ts';
import { found, obey, Refused } from '../../verdict.ts';
import { put, type Change } from '../ballots/ballots.server.ts';
import { mayRecordVotes, VOTE_CONSENT_VERSION, type BallotSheetInput, type SheetOrigin } from './sheet.ts';
import * as store from './store.server.ts';
import { boxesOf } from '../ballots/castVote.server.ts';
import { putTicks, type Ticks } from '../ballots/ticks.server.ts';
import { boxFor } from '../ballots/store.server.ts';
import { paperById } from '../ballotPapers/store.server.ts';
import type { Choice } from '../vote.ts';
import { voterFor } from '../ballots/voterToken.server.ts';
import { DAY } from '../../time.ts';

export interface RecordedSheet {
	/** With hyphens, told once. null: for the same person as before, told already, or nothing could be saved. */
	code: string | null;
	/** Numbers of the points whose votes are saved. */
	saved: number[];
	/** What is wrong with a point's line, as a key of the field errors. */
	wrong: { point: number; because: 'wrong' | 'pointUnknown' }[];
}

type Counted = { point: CurrentPoint; choice: Choice };

/**
 * Counts the votes one person told a helper, as that person's ballots: under a token of whoever will come in with the
 * card she gets. A line that is wrong keeps no other out; the same sheet sent again changes what is said anew. Refused:
 * roleMissing, phase…, ballotsSealed, saidLater, saidEarlier, sheetOutdated, notYourRecording, speakerOtherGroup, cardInUse.
 */
export async function recordSheet(ctx: Ctx, consultationId: string, form: BallotSheetInput): Promise<RecordedSheet> {
	return transaction(ctx, async (ctx) => {
		const consultation = await consultations.byId(ctx, consultationId);
		const { phases } = consultation;
		const phase = obey(
			mayRecordVotes({ person: ctx.person, phases, now: ctx.now, saidOn: form.date, group: form.group })
		);
		const newest = found(await strategy.latestHead(ctx, consultationId), 'version').number;
		if (form.version !== newest) throw new Refused('sheetOutdated', { number: String(newest) });
		const points = new Map((await strategy.currentPoints(ctx, consultationId)).map((point) => [point.number, point]));
		const good: Counted[] = [];
		const wrong: RecordedSheet['wrong'] = [];
		for (const line of form.lines) {
			const point = points.get(line.point);
			if (point && line.choice) good.push({ point, choice: line.choice });
			else wrong.push({ point: line.point, because: point ? 'wrong' : 'pointUnknown' });
		}
		const code = good.length > 0 ? await countAll(ctx, consultation.id, phase, form, good) : null;
		return { code, saved: good.map(({ point }) => point.number), wrong };
	});
}

/** Returns the code of a new card. */
async function countAll(
	ctx: Ctx,
	consultationId: string,
	phase: Phase,
	form: BallotSheetInput,
	votes: readonly Counted[]
): Promise<string | null> {
	const { cardId, code } = await sheetFor(ctx, { consultationId, phaseId: phase.id }, form);
	const id = cardId && (await futureHolder(ctx, cardId));
	// Whoever has come in herself votes herself: nobody overwrites her ballots.
	if (!id) throw new Refused('cardInUse');
	const voter = await voterFor(ctx, phase.id, { id });
	const who = { voter, phaseId: phase.id, group: form.group, standing: 'person' as const };
	const changes: Change[] = [];
	for (const { point, choice } of votes) {
		const { pointId, wordingId } = point;
		const box = { pointId, wordingId, phaseId: phase.id };
		const boxId = await boxFor(ctx, box, () => boxesOf(ctx, consultationId, phase.id));
		changes.push({ ...who, boxId, mark: { choice, hand: 'helper', day: someDay(phase.beginsAt, ctx.now) } });
	}
	await put(ctx, changes);
	return code;
}

/**
 * Puts the ticks one person told a helper on the ballot of whoever will come in with the card she gets. Call it inside
 * `transaction`. Returns the code of a new card. Refused: notYourRecording, sheetWithdrawn, cardInUse.
 */
export async function recordTicks(ctx: Ctx, where: Where, form: SheetOrigin, ticks: Ticks): Promise<string | null> {
	const { cardId, code } = await sheetFor(ctx, where, form);
	const id = cardId && (await futureHolder(ctx, cardId));
	if (!id) throw new Refused('cardInUse');
	await putTicks(ctx, { id, group: form.group }, where.phaseId, { ...ticks, hand: 'helper' });
	return code;
}

/**
 * A day of the phase so far, by lot. On most days a helper writes for one or two people: the true day would tell whose
 * ballots these are, and one day for all of them that they were written down.
 */
function someDay(beginsAt: string, now: string): string {
	const [first, last] = [Date.parse(isoDay(beginsAt)), Date.parse(isoDay(now))];
	const days = Math.max(0, Math.round((last - first) / DAY));
	return isoDay(new Date(last - randomInt(days + 1) * DAY).toISOString());
}

interface Where {
	consultationId: string;
	phaseId: string;
}

/** The card of this sheet, and its code when it is a new one. Refused: notYourRecording, sheetWithdrawn. */
async function sheetFor(ctx: Ctx, where: Where, form: SheetOrigin) {
	const known = await store.byId(ctx.db, form.id);
	if (known && known.recordedBy !== ctx.person?.id) throw new Refused('notYourRecording');
	if (known?.withdrawnAt) throw new Refused('sheetWithdrawn');
	if (known) return { cardId: known.cardId, code: null };
	const before = form.same && form.former ? await formerCard(ctx, form.former) : null;
	const printed = (await paperById(ctx.db, form.id))?.cardId ?? before;
	// Its ballots count for the group of the card, also where another one was chosen on the way.
	const group = printed && (await groupOfCard(ctx, printed));
	if (group && group !== form.group) throw new Refused('speakerOtherGroup', { group: groupName(group) });
	const card = printed
		? { id: printed, code: null }
		: await issueOneCard(
				ctx,
				inGerman(() => t.recording.batch),
				form.group
			);
	await keep(ctx, where, form, card.id);
	return { cardId: card.id, code: card.code };
}

/** Of whom she wrote for last: another sheet, or a contribution. */
async function formerCard(ctx: Ctx, id: string): Promise<string | null> {
	const sheet = await store.byId(ctx.db, id);
	if (!sheet) return recording.cardOf(ctx, id);
	return sheet.recordedBy === ctx.person?.id && !sheet.withdrawnAt ? sheet.cardId : null;
}

async function keep(ctx: Ctx, where: Where, form: SheetOrigin, cardId: string): Promise<void> {
	const recordedBy = signedIn(ctx).id;
	const { id, channel, date, place } = form;
	await store.add(ctx.db, {
		...{ ...where, id, cardId, channel, place, saidOn: date },
		consentVersion: VOTE_CONSENT_VERSION,
		readBackAt: form.readBack ? ctx.now : null,
		recordedBy,
		recordedAt: ctx.now,
		withdrawnAt: null
	});
	const { consultationId } = where;
	await record(ctx, { verb: 'votes.recorded', subjectId: id, consultationId, details: { channel } });
}
