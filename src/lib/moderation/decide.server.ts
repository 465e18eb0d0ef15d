import * as positionPapers from '../positionPapers/positionPapers.server.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { closedAt } from '../server/db/closure.ts';
import { transaction } from '../server/db/transaction.ts';
import { record, type JournalVerb } from '../server/journal/journal.server.ts';
import { DAY, later } from '../time.ts';
import { obey, Refused } from '../verdict.ts';
import {
	mayDecide,
	mayModerate,
	minutesAgo,
	ORIGINAL_DAYS,
	type DecisionInput,
	type DecisionName
} from './screening.ts';
import { blackenEditions, everyEdition, forgetReplaced, wordsMark } from './editions/editions.server.ts';
import * as store from './store.server.ts';
import { carryOut, redact, subjectOf, type Subject } from './subject.server.ts';

/** `published` has an entry of its own in the journal, written by the room it belongs to. */
const VERB: Readonly<Record<Exclude<DecisionName, 'publish'>, JournalVerb>> = {
	reject: 'subject.rejected',
	hide: 'subject.hidden',
	restore: 'subject.restored',
	redact: 'subject.redacted',
	reopen: 'subject.reopened'
};

/**
 * Publishes, rejects, hides, restores, redacts or lets wait again. `batchId`: of what is decided together. Refused: alreadyScreened, when it is no longer in the state the
 * moderator saw. The same form sent twice changes nothing.
 */
export async function decide(ctx: Ctx, form: DecisionInput, batchId: string | null = null): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayModerate(ctx.person));
		if (await isDone(ctx, form)) return;
		const subject = await subjectOf(ctx, form.kind, form.subjectId);
		const closed = (await closedAt(ctx.db)) !== null;
		const minutesSince = await minutesSinceLast(ctx, subject.id);
		obey(mayDecide({ person: ctx.person, ...subject, deed: form.deed, seen: form.seen, closed, minutesSince }));
		// Its author has changed it while it was read: nobody lets through what they have not seen.
		if (form.words !== undefined && form.words !== wordsMark(subject.texts)) throw new Refused('textChanged');
		await remember(ctx, form, batchId);
		if (form.deed === 'redact') await sealAndRedact(ctx, subject, form);
		else await carryOut(ctx, subject, form.deed);
		if (form.deed === 'publish') await forgetReplaced(ctx, subject.id);
		await tell(ctx, subject, form);
	});
}

async function minutesSinceLast(ctx: Ctx, subjectId: string): Promise<number> {
	return minutesAgo((await store.ofSubjects(ctx.db, [subjectId])).at(-1)?.at, ctx.now);
}

async function isDone(ctx: Ctx, form: DecisionInput): Promise<boolean> {
	const known = await store.byId(ctx.db, form.id);
	if (!known) return false;
	if (known.deed === form.deed && known.subjectId === form.subjectId && known.moderatorId === ctx.person?.id)
		return true;
	throw new Refused('alreadyScreened');
}

async function remember(ctx: Ctx, form: DecisionInput, batchId: string | null): Promise<void> {
	const person = signedIn(ctx);
	const reasoned = form.deed === 'reject' || form.deed === 'hide';
	await store.add(ctx.db, {
		id: form.id,
		subjectKind: form.kind,
		subjectId: form.subjectId,
		deed: form.deed,
		ground: reasoned ? form.ground : form.deed === 'redact' ? 'personal' : null,
		note: reasoned ? form.note || null : null,
		moderatorId: person.id,
		at: ctx.now,
		batchId
	});
}

async function sealAndRedact(ctx: Ctx, subject: Subject, form: DecisionInput & { deed: 'redact' }): Promise<void> {
	const editions = await everyEdition(ctx, subject.id);
	const sealed = ctx.app.keys.seal(JSON.stringify({ texts: subject.texts, editions }));
	const dropAt = later(ctx.now, ORIGINAL_DAYS * DAY);
	await store.seal(ctx.db, { screeningId: form.id, sealed, dropAt });
	const elsewhere = editions.flatMap(({ texts }) => texts);
	await redact(ctx, subject, form.passages, elsewhere);
	await blackenEditions(ctx, subject.id, form.passages);
	// Nobody blackens a file: what stands in it would stay.
	await positionPapers.dropFilesOf(ctx, [subject.id]);
}

async function tell(ctx: Ctx, subject: Subject, form: DecisionInput): Promise<void> {
	if (form.deed === 'publish') return;
	const reasoned = form.deed === 'reject' || form.deed === 'hide';
	const details: Record<string, string> = { kind: subject.kind };
	if (reasoned) details.ground = form.ground;
	await record(ctx, { verb: VERB[form.deed], subjectId: subject.id, consultationId: subject.consultationId, details });
}
