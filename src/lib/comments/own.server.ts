import type { Spoken } from '../people/details/language.ts';
import * as proposals from '../proposals/proposals.server.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import type { Text } from './comment.ts';
import * as ownRows from './own.store.server.ts';
import { asText } from './reading.server.ts';
import * as store from './store.server.ts';

export interface MyComment extends Text {
	/** The contribution commented on, while it is public. */
	proposal: { number: number; title: string; language: Spoken } | null;
}

/** All of one's own with their words, newest first. */
export async function mine(ctx: Ctx): Promise<MyComment[]> {
	return asMine(ctx, await ownRows.rowsOfAuthor(ctx.db, signedIn(ctx).id));
}

export const OWN_PAGE = 15;

/** The same, a page at a time. `after`: id of the last one before, which tells the day and nothing finer. */
export async function minePage(
	ctx: Ctx,
	after: string | null
): Promise<{ comments: MyComment[]; next: string | null }> {
	const { id } = signedIn(ctx);
	const last = after === null ? undefined : await store.rowById(ctx.db, after);
	const before = last?.authorId === id ? last : null;
	const rows = await ownRows.rowsOfAuthor(ctx.db, id, { before, limit: OWN_PAGE + 1 });
	const comments = await asMine(ctx, rows.slice(0, OWN_PAGE));
	return { comments, next: rows.length > OWN_PAGE ? (comments.at(-1)?.id ?? null) : null };
}

async function asMine(ctx: Ctx, rows: readonly store.CommentRow[]): Promise<MyComment[]> {
	const ids = [...new Set(rows.flatMap((row) => row.proposalId ?? []))];
	const public_ = new Map((await proposals.published(ctx, ids)).map((one) => [one.id, one]));
	return rows.map((row) => {
		const about = row.proposalId === null ? undefined : public_.get(row.proposalId);
		return {
			...asText(ctx.person?.id ?? null, row),
			proposal: about ? { number: about.number, title: about.title, language: about.language } : null
		};
	});
}
