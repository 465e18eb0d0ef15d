import type { Subject } from '../comments/comment.ts';
import * as consultations from '../consultations/consultations.server.ts';
import { supporting } from '../people/organisations/organisations.server.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { isNumber } from '../server/db/counters.ts';
import { record } from '../server/journal/journal.server.ts';
import { found, NotFound } from '../verdict.ts';
import { mayBack, type Amendment, type Outcome } from './amendment.ts';
import { read } from './reading.server.ts';
import * as store from './store.server.ts';
import * as supports from './supports.store.server.ts';

export { countWaiting, forModeration, idOf, screened, waiting, type ScreeningChange } from './screening.server.ts';
export { emptyRejectedBefore, forgetAllOf, unlinkAllOf } from './eraseAuthor.server.ts';
export { published, restore, type RestoredAmendment } from './restoreAmendments.server.ts';
export { submit, support, withdraw } from './writing.server.ts';

/** Amendments on one page of a point. */
export const PAGE = 20;
/** So many open ones of a point are compared with each other, and as many stand on the editors' desk. */
const OPEN_MAX = 200;

/** What the one who asks may see: what is published, and one's own. Everything else is not found. */
export async function byNumber(ctx: Ctx, number: number): Promise<Amendment> {
	const row = await store.rowByNumber(ctx.db, number);
	const amendment = row ? read(ctx, row) : null;
	if (!amendment || (amendment.state !== 'published' && !amendment.mine)) throw new NotFound('amendment');
	return amendment;
}

/** One page of what is proposed for a point, newest first. `next`: where the following page begins, or null. */
export async function onPoint(
	ctx: Ctx,
	pointId: string,
	before: number | null
): Promise<{ amendments: Amendment[]; next: number | null }> {
	const readerId = ctx.person?.id ?? null;
	const rows = await store.onPoint(ctx.db, { pointId, readerId, before, limit: PAGE + 1 });
	const amendments = rows.slice(0, PAGE).map((row) => read(ctx, row));
	return { amendments, next: rows.length > PAGE ? (amendments.at(-1)?.number ?? null) : null };
}

/** Public and undecided ones, oldest first. */
export async function open(ctx: Ctx, of: { pointId: string } | { consultationId: string }): Promise<Amendment[]> {
	return (await store.undecided(ctx.db, of, OPEN_MAX)).map((row) => read(ctx, row));
}

export async function countOpen(ctx: Ctx, consultationId: string): Promise<number> {
	return store.countUndecided(ctx.db, consultationId);
}

/** Decided in this version; for the desk. */
export async function decidedIn(ctx: Ctx, versionId: string): Promise<Amendment[]> {
	return (await store.decidedIn(ctx.db, versionId)).map((row) => read(ctx, row));
}

/** What went out with this version, for its digest. Asks nothing about who may see it. */
export async function decisionsIn(ctx: Ctx, versionId: string) {
	return store.decisionsIn(ctx.db, versionId);
}

/** All of one's own, newest first. */
export async function mine(ctx: Ctx): Promise<Amendment[]> {
	const person = signedIn(ctx);
	return (await store.rowsOfAuthor(ctx.db, person.id)).map((row) => read(ctx, row));
}

/** One's own, newest first, a page at a time. `after`: number of the last one before. */
export async function minePage(
	ctx: Ctx,
	after: number | null
): Promise<{ amendments: Amendment[]; next: number | null }> {
	const before = after !== null && isNumber(after) ? after : null;
	const rows = await store.rowsOfAuthor(ctx.db, signedIn(ctx).id, { before, limit: PAGE + 1 });
	const amendments = rows.slice(0, PAGE).map((row) => read(ctx, row));
	return { amendments, next: rows.length > PAGE ? (amendments.at(-1)?.number ?? null) : null };
}

/** By id, in the order of their numbers; `state` says which of them may be named. */
export async function headings(ctx: Ctx, ids: readonly string[]): Promise<Amendment[]> {
	return (await store.rowsById(ctx.db, [...new Set(ids)])).map((row) => read(ctx, row));
}

/** What a comment on an amendment is about. */
export async function subjectOf(ctx: Ctx, number: number): Promise<Subject> {
	const { id, state, consultationId } = await byNumber(ctx, number);
	if (state !== 'published') throw new NotFound('amendment');
	return { kind: 'amendment', id, consultationId };
}

export async function supported(ctx: Ctx, id: string): Promise<boolean> {
	return ctx.person !== null && supports.isSupporter(ctx.db, id, ctx.person.id);
}

/** Whether the one who asks supports this, who of the organisations does, and whether that can be changed. */
export async function supportOf(ctx: Ctx, { id, consultationId, mine, state, decision }: Amendment) {
	const { phases } = await consultations.byId(ctx, consultationId);
	const takingBack = await supported(ctx, id);
	const decided = Boolean(decision?.publishedAt);
	return {
		supported: takingBack,
		organisations: await supporting(ctx, 'amendment', id),
		may: mayBack({ person: ctx.person, phases, now: ctx.now, state, mine, decided, takingBack })
	};
}

export interface Made {
	outcome: Outcome;
	reason: string;
	versionId: string;
}

/** Keeps what editors made of it; null: it is open again. The rules are the draft's: call it inside its transaction. */
export async function decided(ctx: Ctx, amendment: Amendment, made: Made | null): Promise<void> {
	const { id, number, consultationId } = found(amendment, 'amendment');
	if (made === null) await store.reopen(ctx.db, id);
	else {
		const decision = { outcome: made.outcome, outcomeReason: made.reason, outcomeVersionId: made.versionId };
		await store.change(ctx.db, id, { ...decision, decidedBy: ctx.person?.id ?? null, decidedAt: ctx.now });
	}
	const details = { number, outcome: made?.outcome ?? 'open' };
	await record(ctx, { verb: 'amendment.decided', subjectId: id, consultationId, details });
}
