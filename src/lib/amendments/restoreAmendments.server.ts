import { reserve } from '../server/db/counters.ts';
import type { Ctx } from '../server/ctx.ts';
import { newId } from '../server/ids.ts';
import type { Amendment, Outcome } from './amendment.ts';
import { read } from './reading.server.ts';
import * as store from './store.server.ts';

/** Everything that anybody can read, by number, so many at a time. */
export async function* published(ctx: Ctx, size: number): AsyncGenerator<Amendment[]> {
	let last = 0;
	for (let more = true; more;) {
		const rows = await store.published(ctx.db, last, size);
		yield rows.map((row) => read({ ...ctx, person: null }, row));
		last = rows.at(-1)?.number ?? last;
		more = rows.length === size;
	}
}

/** An amendment as open data tells of it. */
export interface RestoredAmendment {
	number: number;
	consultationId: string;
	pointId: string;
	wordingId: string;
	title: string;
	body: string;
	reason: string;
	authorName: string;
	authorGroup: string;
	organisationId: string | null;
	createdAt: string;
	publishedAt: string;
	redactedAt: string | null;
	supportCount: number;
	decision: { outcome: Outcome; reason: string; versionId: string; at: string } | null;
}

/**
 * Puts them back under their numbers. Of some nothing but the number may be there already, because a version speaks of
 * them. Returns their ids. Call it inside `transaction`.
 */
export async function restore(ctx: Ctx, rows: readonly RestoredAmendment[]): Promise<Map<number, string>> {
	const ids = new Map<number, string>();
	for (const { decision, ...row } of rows) {
		const id = (await store.idByNumber(ctx.db, row.number))?.id ?? newId();
		ids.set(row.number, id);
		const never = { authorId: null, decidedBy: null, rejectedAt: null, hiddenAt: null, withdrawnAt: null };
		const made = { outcome: decision?.outcome ?? null, outcomeReason: decision?.reason ?? null };
		const then = { outcomeVersionId: decision?.versionId ?? null, decidedAt: decision?.at ?? null };
		await store.put(ctx.db, { ...row, ...never, ...made, ...then, id });
		await reserve(ctx, 'amendment', row.number);
	}
	return ids;
}
