import type { Ctx } from '../../server/ctx.ts';
import * as strategy from '../../strategy/strategy.server.ts';
import { DispositionName, DISPOSITIONS, type Disposition } from '../answer.ts';
import * as scope from './store.server.ts';

/** What a version has to answer, and how far that is. */

/**
 * Contributions that have no answer yet, neither published nor in this draft; `open` is no answer, nor is one that
 * names points of which none is left. By number.
 */
export async function unanswered(
	ctx: Ctx,
	versionId: string
): Promise<{ id: string; number: number; title: string }[]> {
	const { consultationId } = await strategy.versionById(ctx, versionId);
	const rows = await scope.unanswered(ctx.db, consultationId);
	return rows.map((row) => ({ ...row, number: row.number ?? 0 }));
}

/**
 * Contributions whose answer says that they are in the text, while in this draft no point stands on them any more: the
 * source was taken away, or its point was dropped. Be the answer the draft's or one of an earlier version. By number.
 */
export async function answersWithoutPoint(ctx: Ctx, versionId: string): Promise<{ number: number; title: string }[]> {
	const { consultationId } = await strategy.versionById(ctx, versionId);
	const rows = await scope.answersWithoutPoint(ctx.db, consultationId);
	return rows.map((row) => ({ ...row, number: row.number ?? 0 }));
}

export interface Counts {
	/** Contributions in scope. */
	total: number;
	byDisposition: Record<Disposition, number>;
	/** Neither of these: no answer at all. */
	none: number;
}

/**
 * How the contributions of a consultation were answered; with a draft, as if it were published. Answers that draft
 * makes untrue count as `open`.
 */
export async function counts(ctx: Ctx, consultationId: string, draftId: string | null = null): Promise<Counts> {
	const byDisposition = { adopted: 0, partly: 0, merged: 0, declined: 0, elsewhere: 0, open: 0 };
	let none = 0;
	for (const row of await scope.countDone(ctx.db, consultationId, draftId)) {
		const count = Number(row.count);
		if (row.disposition === '') none += count;
		else
			byDisposition[row.disposition === scope.WITHOUT_POINT ? 'open' : DispositionName.parse(row.disposition)] += count;
	}
	const total = DISPOSITIONS.reduce((sum, one) => sum + byDisposition[one], none);
	return { total, byDisposition, none };
}
