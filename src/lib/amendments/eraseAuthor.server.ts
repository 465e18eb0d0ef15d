import type { Ctx } from '../server/ctx.ts';
import { record } from '../server/journal/journal.server.ts';
import * as store from './store.server.ts';

/** Forgets the words of all this person's amendments, decided ones too. Returns the ids. Call it inside `transaction`. */
export async function forgetAllOf(ctx: Ctx, authorId: string): Promise<string[]> {
	const rows = await store.rowsOfAuthor(ctx.db, authorId);
	for (const { id, number, consultationId, withdrawnAt } of rows) {
		if (withdrawnAt) continue;
		await store.change(ctx.db, id, { withdrawnAt: ctx.now, title: '', body: '', reason: '' });
		await record(ctx, { verb: 'amendment.withdrawn', subjectId: id, consultationId, details: { number } });
	}
	return rows.map((row) => row.id);
}

/** Leaves amendments without their author, see `proposals.unlinkAllOf`. Returns the ids. Call it inside `transaction`. */
export async function unlinkAllOf(ctx: Ctx, authorId: string): Promise<string[]> {
	const rows = await store.rowsOfAuthor(ctx.db, authorId);
	await store.unlink(ctx.db, authorId);
	return rows.map((row) => row.id);
}

/** The words of what was refused before `limit`, except these. Returns how many. Call it inside `transaction`. */
export async function emptyRejectedBefore(ctx: Ctx, limit: string, except: readonly string[]): Promise<number> {
	return store.emptyRejected(ctx.db, limit, except);
}
