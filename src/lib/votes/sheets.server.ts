import { randomInt } from 'node:crypto';
import { openPhase, type Consultation } from '../consultations/consultation.ts';
import * as consultations from '../consultations/consultations.server.ts';
import { holderToBe, oneCard } from '../people/handing.server.ts';
import * as recording from '../recording/recording.server.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { together } from '../server/db/together.ts';
import { record } from '../server/journal/journal.server.ts';
import type { StandingPoint } from '../strategy/standing.server.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { isoDay } from '../texts/de/dates.ts';
import { t } from '../texts/texts.ts';
import { found, obey, Refused } from '../verdict.ts';
import { put, type Change } from './ballots.server.ts';
import { mayRecordVotes, VOTE_CONSENT_VERSION, type BallotSheetInput } from './sheet.ts';
import * as store from './sheets.store.server.ts';
import { boxesOf } from './casting.server.ts';
import { boxFor } from './store.server.ts';
import type { Choice } from './vote.ts';
import { voterFor } from './voter.server.ts';

const DAY = 24 * 60 * 60 * 1000;

export interface PutDown {
	/** With hyphens, told once. null: for the same person as before, told already, or nothing could be saved. */
	code: string | null;
	/** Numbers of the points whose votes are saved. */
	saved: number[];
	/** What is wrong with a point's line, as a key of the field errors. */
	wrong: { point: number; because: 'wrong' | 'pointUnknown' }[];
}

type Counted = { point: StandingPoint; choice: Choice };

/**
 * Counts the votes one person told a helper, as that person's ballots: under a token of whoever will come in with the
 * card she gets. A line that is wrong keeps no other out; the same sheet sent again changes what is said anew. Refused:
 * roleMissing, phase…, ballotsSealed, saidLater, saidEarlier, sheetOutdated, notYourRecording, cardInUse.
 */
export async function putDown(ctx: Ctx, consultationId: string, form: BallotSheetInput): Promise<PutDown> {
	return together(ctx, async (ctx) => {
		const consultation = await consultations.byId(ctx, consultationId);
		const { phases } = consultation;
		obey(mayRecordVotes({ person: ctx.person, phases, now: ctx.now, saidOn: form.date }));
		const newest = found(await strategy.latestHead(ctx, consultationId), 'version').number;
		if (form.version !== newest) throw new Refused('sheetOutdated', { number: String(newest) });
		const points = new Map((await strategy.pointsNow(ctx, consultationId)).map((point) => [point.number, point]));
		const good: Counted[] = [];
		const wrong: PutDown['wrong'] = [];
		for (const line of form.lines) {
			const point = points.get(line.point);
			if (point && line.choice) good.push({ point, choice: line.choice });
			else wrong.push({ point: line.point, because: point ? 'wrong' : 'pointUnknown' });
		}
		const code = good.length > 0 ? await countAll(ctx, consultation, form, good) : null;
		return { code, saved: good.map(({ point }) => point.number), wrong };
	});
}

/** Returns the code of a new card. */
async function countAll(
	ctx: Ctx,
	consultation: Consultation,
	form: BallotSheetInput,
	votes: readonly Counted[]
): Promise<string | null> {
	const phase = found(openPhase(consultation.phases, 'vote', ctx.now), 'phase');
	const { cardId, code } = await sheetFor(ctx, { consultationId: consultation.id, phaseId: phase.id }, form);
	const id = cardId && (await holderToBe(ctx, cardId));
	// Whoever has come in herself votes herself: nobody overwrites her ballots.
	if (!id) throw new Refused('cardInUse');
	const voter = await voterFor(ctx, phase.id, { id });
	const who = { voter, phaseId: phase.id, group: form.group, standing: 'person' as const };
	const changes: Change[] = [];
	for (const { point, choice } of votes) {
		const { pointId, wordingId } = point;
		const box = { pointId, wordingId, phaseId: phase.id };
		const boxId = await boxFor(ctx, box, () => boxesOf(ctx, consultation.id, phase.id));
		changes.push({ ...who, boxId, mark: { choice, hand: 'helper', day: someDay(phase.beginsAt, ctx.now) } });
	}
	await put(ctx, changes);
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

async function sheetFor(ctx: Ctx, where: Where, form: BallotSheetInput) {
	const known = await store.byId(ctx.db, form.id);
	if (known && known.recordedBy !== ctx.person?.id) throw new Refused('notYourRecording');
	if (known?.withdrawnAt) throw new Refused('sheetWithdrawn');
	if (known) return { cardId: known.cardId, code: null };
	const before = form.same && form.former ? await formerCard(ctx, form.former) : null;
	const card = before ? { id: before, code: null } : await oneCard(ctx, t.recording.batch, form.group);
	await keep(ctx, where, form, card.id);
	return { cardId: card.id, code: card.code };
}

/** Of whom she wrote for last: another sheet, or a contribution. */
async function formerCard(ctx: Ctx, id: string): Promise<string | null> {
	const sheet = await store.byId(ctx.db, id);
	if (!sheet) return recording.cardOf(ctx, id);
	return sheet.recordedBy === ctx.person?.id && !sheet.withdrawnAt ? sheet.cardId : null;
}

async function keep(ctx: Ctx, where: Where, form: BallotSheetInput, cardId: string): Promise<void> {
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
