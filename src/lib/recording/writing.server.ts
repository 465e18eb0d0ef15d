import type { Subject } from '../comments/comment.ts';
import * as comments from '../comments/comments.server.ts';
import type { Consultation } from '../consultations/consultation.ts';
import * as consultations from '../consultations/consultations.server.ts';
import * as moderation from '../moderation/moderation.server.ts';
import { colleaguesOf } from '../people/places/places.server.ts';
import * as proposals from '../proposals/proposals.server.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { record } from '../server/journal/journal.server.ts';
import { obey, Refused } from '../verdict.ts';
import {
	CONSENT_VERSION,
	mayRecord,
	type Origin,
	type SaidInput,
	type SheetInput,
	type SubjectKind
} from './recording.ts';
import { districtOf, speakerOf } from './speaker.server.ts';
import * as store from './store.server.ts';

export interface Recorded {
	/** Of the contribution; 0 for a comment. */
	number: number;
	/** With hyphens. null: for a group, for the same person as before, or told already. */
	code: string | null;
}

/**
 * Writes down what one person or a group said, and sends it to moderation. One person gets a card, its code is told once.
 * The same form sent twice changes nothing. Refused: roleMissing, saidLater, phase…
 */
export async function recordSheet(ctx: Ctx, consultationId: string, form: SheetInput & Origin): Promise<Recorded> {
	return transaction(ctx, async (ctx) => {
		obey(mayRecord(ctx.person));
		if (await isKnown(ctx, form.id)) {
			return { number: (await proposals.forModeration(ctx, form.id)).number, code: null };
		}
		const consultation = await consultations.byId(ctx, consultationId);
		const speaker = await speakerOf(ctx, consultation, form, 'propose');
		// Several people live in no one place.
		const district = form.whose === 'group' ? null : await districtOf(ctx, form);
		const number = await proposals.recordOnBehalf(ctx, consultation, { ...form, district }, speaker);
		await keep(ctx, consultation, form, 'proposal', speaker.cardId);
		return { number, code: speaker.code };
	});
}

/** The same for a comment. `find` runs inside the transaction and throws NotFound when it may not be seen. */
export async function recordComment(
	ctx: Ctx,
	find: (ctx: Ctx) => Promise<Subject>,
	form: SaidInput & Origin
): Promise<Recorded> {
	return transaction(ctx, async (ctx) => {
		obey(mayRecord(ctx.person));
		if (await isKnown(ctx, form.id)) return { number: 0, code: null };
		const subject = await find(ctx);
		const consultation = await consultations.byId(ctx, subject.consultationId);
		const action = subject.kind === 'point' ? 'comment-point' : 'comment';
		const speaker = await speakerOf(ctx, consultation, form, action);
		await comments.recordOnBehalf(ctx, subject, form, speaker);
		await keep(ctx, consultation, form, 'comment', speaker.cardId);
		return { number: 0, code: speaker.code };
	});
}

/** Whoever guesses the id of what another helper wrote down learns nothing and changes nothing. */
async function isKnown(ctx: Ctx, id: string): Promise<boolean> {
	const known = await store.bySubject(ctx.db, id);
	if (known && known.recordedBy !== ctx.person?.id) throw new Refused('notYourRecording');
	return known !== undefined;
}

/** The card of whom one wrote something down for, while nobody has taken it over. `id` of what was written down. */
export async function cardOf(ctx: Ctx, id: string): Promise<string | null> {
	const row = await store.bySubject(ctx.db, id);
	if (!row || row.takenOverAt || row.withdrawnAt) return null;
	return (await colleaguesOf(ctx)).includes(row.recordedBy) ? row.cardId : null;
}

async function keep(
	ctx: Ctx,
	{ id: consultationId }: Consultation,
	form: Origin,
	subjectKind: SubjectKind,
	cardId: string | null
): Promise<void> {
	const person = signedIn(ctx);
	const { id: subjectId, channel, date, place } = form;
	await store.add(ctx.db, {
		...{ subjectId, subjectKind, consultationId, cardId, channel, place },
		workshopId: form.workshopId ?? null,
		saidOn: date,
		consentVersion: CONSENT_VERSION,
		consentedOn: date,
		readBackAt: form.readBack ? ctx.now : null,
		recordedBy: person.id,
		recordedAt: ctx.now,
		takenOverAt: null,
		withdrawnAt: null
	});
	await moderation.writtenDown(ctx, subjectId);
	await record(ctx, {
		verb: 'recording.made',
		subjectId,
		consultationId,
		details: { kind: subjectKind, channel }
	});
}
