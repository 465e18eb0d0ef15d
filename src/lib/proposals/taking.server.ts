import type { Spoken } from '../people/language.ts';
import type { Ctx } from '../server/ctx.ts';
import { nextNumber } from '../server/db/counters.ts';
import { together } from '../server/db/together.ts';
import { record } from '../server/journal/journal.server.ts';
import type { Kind } from './proposal.ts';
import * as search from './search.store.server.ts';
import * as taking from './taking.store.server.ts';

export interface ImportRow {
	id: string;
	consultationId: string;
	fieldId: string;
	kind: Kind;
	language: Spoken;
	title: string;
	body: string;
	authorName: string;
	origin: string;
	originId: string;
	originUrl: string | null;
}

/** Takes over published contributions of another process, with where they are from. Call with rows not yet known. */
export async function takeOver(ctx: Ctx, rows: readonly ImportRow[]): Promise<void> {
	await together(ctx, async (ctx) => {
		for (const row of rows) {
			const number = await nextNumber(ctx, 'proposal');
			await taking.addImported(
				ctx.db,
				{ ...row, number, evidence: null, authorGroup: 'none', publishedAt: ctx.now },
				ctx.now
			);
			await search.index(ctx.db, row.id, { title: row.title, body: row.body, evidence: null });
			const { consultationId } = row;
			await record(ctx, { verb: 'proposal.imported', subjectId: row.id, consultationId, details: { number } });
		}
	});
}

/** Which of these ids of another process were taken over before. */
export async function knownOriginIds(ctx: Ctx, origin: string, ids: readonly string[]): Promise<Set<string>> {
	return new Set(await taking.knownOriginIds(ctx.db, origin, ids));
}
