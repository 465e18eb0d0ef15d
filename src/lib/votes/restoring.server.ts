import type { Group, Standing } from '../people/person.ts';
import type { Ctx } from '../server/ctx.ts';
import { keyOf } from './disclosure.ts';
import type { Lines } from './publication.ts';
import * as publications from './publications.store.server.ts';
import { subjectOf } from './results.server.ts';
import * as store from './store.server.ts';
import type { Shown } from './suppression.ts';

/** What was shown of one wording in one phase. */
export interface RestoredResult {
	box: { pointId: string; wordingId: string; phaseId: string };
	at: string;
	rows: readonly { group: Group; standing: Standing; shown: Shown }[];
}

/**
 * Puts back what was shown. There are no ballots behind it, they are nobody's to give away: so nothing is ever counted
 * anew, and phases that are put back allow no votes. Call it inside `together`.
 */
export async function restore(ctx: Ctx, results: readonly RestoredResult[]): Promise<void> {
	for (const { box, at, rows } of results) {
		const lines: Lines = Object.fromEntries(rows.map(({ group, standing, shown }) => [keyOf(group, standing), shown]));
		const subject = subjectOf(await store.boxFor(ctx, box));
		await publications.add(ctx.db, { subject, at, lines: JSON.stringify(lines) });
	}
}
