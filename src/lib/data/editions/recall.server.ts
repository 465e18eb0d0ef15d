import type { Ctx } from '../../server/ctx.ts';
import { Gone } from '../../verdict.ts';
import type { Slug } from '../sets/columns/columns.ts';
import { isWorded, KeptRows, type KeptRow, type Row, type Trace } from '../dataset.ts';
import * as recall from './recall.store.server.ts';
import * as stored from './parts.store.server.ts';
import * as store from './store.server.ts';

/** Who takes something back does so at the moment the request came, and it is done a little later. */
const MEANWHILE = 60_000;

function idsIn(kept: readonly KeptRow[]): Map<Trace['kind'], string[]> {
	const ids = new Map<Trace['kind'], string[]>();
	for (const { trace } of kept) {
		if (!trace) continue;
		const { kind, id, parent } = trace;
		ids.set(kind, [...(ids.get(kind) ?? []), id, ...(parent ? [parent] : [])]);
	}
	return ids;
}

/**
 * The rows of these that may still be given out: what was taken back, hidden or blackened since is given out nowhere, not
 * even as data that was published before. Of a comment, not either whom it answers when that is gone.
 */
export async function stillPublic(ctx: Ctx, kept: readonly KeptRow[]): Promise<KeptRow[]> {
	const standing = new Map<string, string | null>();
	for (const [kind, ids] of idsIn(kept)) {
		for (const [id, stamp] of await recall.standing(ctx.db, kind, ids)) standing.set(id, stamp);
	}
	return kept.flatMap((one) => {
		const { row, trace } = one;
		if (!trace) return [one];
		if (!standing.has(trace.id) || standing.get(trace.id) !== trace.stamp) return [];
		return [trace.parent && !standing.has(trace.parent) ? { trace, row: { ...row, antwort_auf: null } } : one];
	});
}

/** A part of a table as it may be given out now; null: there is no such part. */
export async function partOf(ctx: Ctx, edition: number, slug: Slug, part: number): Promise<Row[] | null> {
	const body = await stored.part(ctx.db, edition, slug, part);
	if (body === undefined) return null;
	const kept = KeptRows.parse(JSON.parse(body));
	return (isWorded(slug) ? await stillPublic(ctx, kept) : kept).map(({ row }) => row);
}

export type Dated = Pick<store.EditionRow, 'number' | 'begunAt' | 'columns' | 'checkedAt'>;

/** Whether words may have been taken back that the files on record still count in. */
export async function isPending(ctx: Ctx, edition: Dated): Promise<boolean> {
	const last = await recall.lastRecall(ctx.db);
	return last !== null && Date.parse(last) + MEANWHILE >= Date.parse(edition.checkedAt ?? edition.begunAt);
}

/** From before rows said where they come from: of these only whole tables can be recalled. */
export const isUntraced = (edition: Dated) => edition.columns === null;

/** Gone: its rows are not given out any more, or not kept any longer. */
export async function expectGivenOut(
	ctx: Ctx,
	edition: Dated,
	{ slug, rows }: { slug: Slug; rows: number }
): Promise<void> {
	if (isUntraced(edition) && isWorded(slug) && (await isPending(ctx, edition))) throw new Gone('dataRecalled');
	if (rows === 0 || (await stored.partCount(ctx.db, edition.number, slug)) > 0) return;
	throw new Gone((await stored.partCount(ctx.db, edition.number, 'verfahren')) > 0 ? 'dataRecalled' : 'dataNotKept');
}
