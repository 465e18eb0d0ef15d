import { signedIn, type Ctx } from '../../server/ctx.ts';
import { isNumber } from '../../server/db/counters.ts';
import * as store from './store.server.ts';
import { read, type Proposal } from '../reading.server.ts';

export const OWN_PAGE = 15;
const DRAFTS_MAX = 50;

/** What one has sent, newest first, a page at a time. `after`: number of the last one before. */
export async function minePage(
	ctx: Ctx,
	after: number | null
): Promise<{ drafts: Proposal[]; sent: Proposal[]; next: number | null }> {
	const { id } = signedIn(ctx);
	const before = after !== null && isNumber(after) ? after : null;
	const rows = await store.sentBy(ctx.db, id, before, OWN_PAGE + 1);
	const sent = rows.slice(0, OWN_PAGE).map((row) => read(ctx, row));
	const drafts = before === null ? await store.draftsBy(ctx.db, id, DRAFTS_MAX) : [];
	return {
		drafts: drafts.map((row) => read(ctx, row)),
		sent,
		next: rows.length > OWN_PAGE ? (sent.at(-1)?.number ?? null) : null
	};
}
