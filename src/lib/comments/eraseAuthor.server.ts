import type { Ctx } from '../server/ctx.ts';
import { record } from '../server/journal/journal.server.ts';
import { changeAndCount } from './commentChanges.server.ts';
import * as leaving from './store.server.ts';
import * as own from './own.store.server.ts';

/** Takes back all this person's comments; places in threads stay. Returns the ids. Call it inside `transaction`. */
export async function forgetAllOf(ctx: Ctx, authorId: string): Promise<string[]> {
	const rows = await own.rowsOfAuthor(ctx.db, authorId);
	for (const row of rows) {
		if (row.withdrawnAt) continue;
		await changeAndCount(ctx, row, { withdrawnAt: ctx.now, body: '' });
		await record(ctx, { verb: 'comment.withdrawn', subjectId: row.id, consultationId: row.consultationId });
	}
	return rows.map((row) => row.id);
}

/** Leaves comments without their author, see `proposals.unlinkAllOf`. Returns the ids. Call it inside `transaction`. */
export async function unlinkAllOf(ctx: Ctx, authorId: string): Promise<string[]> {
	const rows = await own.rowsOfAuthor(ctx.db, authorId);
	await leaving.unlink(ctx.db, authorId);
	return rows.map((row) => row.id);
}

/** The words of what was refused before `limit`, except these. Returns how many. Call it inside `transaction`. */
export async function emptyRejectedBefore(ctx: Ctx, limit: string, except: readonly string[]): Promise<number> {
	return leaving.emptyRejected(ctx.db, limit, except);
}
