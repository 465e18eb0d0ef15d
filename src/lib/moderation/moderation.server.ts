import { signedIn, type Ctx } from '../server/ctx.ts';
import { closedAt } from '../server/db/closure.ts';
import { together } from '../server/db/together.ts';
import { record, type JournalVerb } from '../server/journal/journal.server.ts';
import { obey, Refused } from '../verdict.ts';
import { mayDecide, mayModerate, ORIGINAL_DAYS, type DecisionInput, type DeedName } from './screening.ts';
import * as store from './store.server.ts';
import { carryOut, redact, subjectOf, type Subject } from './subject.server.ts';

export { appeal, toAppeal } from './appeals.server.ts';
export { appealDesk, countAppeals, decideAppeal, waitingAppeals } from './secondLook.server.ts';
export { desk } from './desk.server.ts';
export { decisionsFor, log, LOG_PAGE, recent } from './history.server.ts';
export { logCounts } from './months.server.ts';
export { interventions, monthly, restoreLog } from './openLog.server.ts';
export { forget, withdrawComment, withdrawProposal } from './forgetting.server.ts';
export { inGerman, summarise } from './summarising.server.ts';
export { countForEvaluation, forEvaluation } from './evaluation.server.ts';
export { countWaiting, next, oldestWaiting, queue } from './queue.server.ts';

const DAY = 24 * 60 * 60 * 1000;

/** `published` has an entry of its own in the journal, written by the room it belongs to. */
const VERB: Readonly<Record<Exclude<DeedName, 'publish'>, JournalVerb>> = {
	reject: 'subject.rejected',
	hide: 'subject.hidden',
	restore: 'subject.restored',
	redact: 'subject.redacted'
};

/**
 * Publishes, rejects, hides, restores or redacts. Refused: alreadyScreened, when it is no longer in the state the
 * moderator saw. The same form sent twice changes nothing.
 */
export async function decide(ctx: Ctx, form: DecisionInput): Promise<void> {
	await together(ctx, async (ctx) => {
		obey(mayModerate(ctx.person));
		if (await isDone(ctx, form)) return;
		const subject = await subjectOf(ctx, form.kind, form.subjectId);
		const closed = (await closedAt(ctx.db)) !== null;
		obey(mayDecide({ person: ctx.person, ...subject, deed: form.deed, seen: form.seen, closed }));
		await remember(ctx, form);
		if (form.deed === 'redact') await sealAndRedact(ctx, subject, form);
		else await carryOut(ctx, subject, form.deed);
		await tell(ctx, subject, form);
	});
}

/** Remembers who typed a text for somebody else: another one screens it. Call it in the transaction that keeps the text. */
export async function writtenDown(ctx: Ctx, subjectId: string): Promise<void> {
	await store.addScribe(ctx.db, { subjectId, recordedBy: signedIn(ctx).id });
}

async function isDone(ctx: Ctx, form: DecisionInput): Promise<boolean> {
	const known = await store.byId(ctx.db, form.id);
	if (!known) return false;
	if (known.deed === form.deed && known.subjectId === form.subjectId && known.moderatorId === ctx.person?.id)
		return true;
	throw new Refused('alreadyScreened');
}

async function remember(ctx: Ctx, form: DecisionInput): Promise<void> {
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
		at: ctx.now
	});
}

async function sealAndRedact(ctx: Ctx, subject: Subject, form: DecisionInput & { deed: 'redact' }): Promise<void> {
	const sealed = ctx.house.keys.seal(JSON.stringify(subject.texts));
	const dropAt = new Date(Date.parse(ctx.now) + ORIGINAL_DAYS * DAY).toISOString();
	await store.seal(ctx.db, { screeningId: form.id, sealed, dropAt });
	await redact(ctx, subject, form.passages);
}

async function tell(ctx: Ctx, subject: Subject, form: DecisionInput): Promise<void> {
	if (form.deed === 'publish') return;
	const reasoned = form.deed === 'reject' || form.deed === 'hide';
	const details: Record<string, string> = { kind: subject.kind };
	if (reasoned) details.ground = form.ground;
	await record(ctx, { verb: VERB[form.deed], subjectId: subject.id, consultationId: subject.consultationId, details });
}

/** A chore: forgets the sealed texts whose time is over. Returns how many. */
export async function dropOriginals(ctx: Ctx): Promise<number> {
	return together(ctx, async (ctx) => {
		const count = await store.dropOriginals(ctx.db, ctx.now);
		if (count > 0) await record(ctx, { verb: 'originals.dropped', subjectId: 'originals', details: { count } });
		return count;
	});
}

/** Of somebody who leaves, or takes a text back: the sealed words from before a redaction go at once. */
export async function dropOriginalsOf(ctx: Ctx, subjectIds: readonly string[]): Promise<void> {
	await together(ctx, ({ db }) => store.dropOriginalsOf(db, subjectIds));
}

/** What was decided before `limit`. Returns how many. Call it inside `together`. */
export async function dropLogBefore(ctx: Ctx, limit: string): Promise<number> {
	return store.dropBefore(ctx.db, limit);
}
