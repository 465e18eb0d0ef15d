import type { Ctx } from '../../server/ctx.ts';
import * as leaving from './store.server.ts';
import * as residences from '../residence/store.server.ts';
import * as store from '../store.server.ts';
import { forget } from './withdraw.server.ts';

/** Forgets the words of everything this person has written, drafts too. Returns the ids. Call it inside `transaction`. */
export async function forgetAllOf(ctx: Ctx, authorId: string): Promise<string[]> {
	const rows = await store.rowsOfAuthor(ctx.db, authorId);
	for (const row of rows) await forget(ctx, row.id);
	return rows.map((row) => row.id);
}

/**
 * Leaves what was sent without its author: nothing leads to the person, and nothing from one text to another. What was
 * said for an organisation stays the organisation's. Drafts go. Returns the ids. Call it inside `transaction`.
 */
export async function unlinkAllOf(ctx: Ctx, authorId: string): Promise<string[]> {
	const rows = await store.rowsOfAuthor(ctx.db, authorId);
	for (const draft of rows.filter((row) => !row.submittedAt)) await store.removeDraft(ctx.db, draft.id);
	await leaving.unlink(ctx.db, authorId);
	await residences.forget(
		ctx.db,
		rows.map((row) => row.id)
	);
	return rows.map((row) => row.id);
}

/** What the one with this id supports, newest first. */
export async function supportsOf(ctx: Ctx, personId: string): Promise<{ number: number; title: string; at: string }[]> {
	const rows = await leaving.supportsOf(ctx.db, personId);
	return rows.map(({ number, title, createdAt }) => ({ number: number ?? 0, title, at: createdAt }));
}
