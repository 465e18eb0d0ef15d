import type { Ctx } from '../server/ctx.ts';
import { NotFound } from '../verdict.ts';
import { isWorded, WORDED, type Slug } from './dataset.ts';
import * as recall from './recall.store.server.ts';
import * as store from './store.server.ts';

/** Who takes something back does so at the moment the request came, and it is done a little later. */
const MEANWHILE = 60_000;

/**
 * Whether somebody's words that stand in an edition begun `at` are no longer public. What was taken back, hidden or
 * blackened is given out nowhere, not even as data that was published before: the edition is kept without these tables.
 */
export async function isRecalled(ctx: Ctx, at: string): Promise<boolean> {
	return recall.isAnyGone(ctx.db, at, new Date(Date.parse(at) - MEANWHILE).toISOString());
}

/** NotFound: its rows are not given out any more, or not kept any longer. */
export async function expectGivenOut(
	ctx: Ctx,
	edition: { number: number; at: string },
	{ slug, rows }: { slug: Slug; rows: number }
): Promise<void> {
	if (isWorded(slug) && (await isRecalled(ctx, edition.at))) throw new NotFound('edition');
	if (rows > 0 && (await store.part(ctx.db, edition.number, slug, 1)) === undefined) throw new NotFound('edition');
}

/** Forgets the words in former editions that hold some no longer public. Call it inside `together`. */
export async function dropRecalled(ctx: Ctx, before: number): Promise<void> {
	for (const { number, begunAt } of await recall.holding(ctx.db, WORDED, before)) {
		if (await isRecalled(ctx, begunAt)) await recall.dropRows(ctx.db, number, WORDED);
	}
}
