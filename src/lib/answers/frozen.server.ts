import type { Ctx } from '../server/ctx.ts';
import { canonical, digestOf, digestOfRows, type Answered } from '../strategy/digest.ts';
import * as store from './store.server.ts';

/** What went out with a version, for its digest: handed to the room that freezes and verifies. */
export async function frozenWith(ctx: Ctx, versionId: string): Promise<Answered> {
	const rows = await store.sentWith(ctx.db, versionId);
	return {
		answers: rows.map(({ number, disposition, reason, responsible }) => ({
			contribution: number ?? 0,
			disposition,
			words: digestOf(canonical({ reason, responsible }))
		})),
		rows: digestOfRows(rows)
	};
}
