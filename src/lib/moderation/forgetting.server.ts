import * as amendments from '../amendments/amendments.server.ts';
import * as comments from '../comments/comments.server.ts';
import * as positionPapers from '../positionPapers/positionPapers.server.ts';
import * as proposals from '../proposals/proposals.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import type { Kind } from './screening.ts';
import * as store from './store.server.ts';

/**
 * Forgets a text whole: its words, and what was sealed when passages were blackened. For rooms with a right of their own
 * to it, inside their transaction.
 */
export async function forget(ctx: Ctx, kind: Exclude<Kind, 'amendment'>, id: string): Promise<void> {
	if (kind === 'proposal') await proposals.forget(ctx, id);
	else await comments.forget(ctx, id);
	await forgetTraces(ctx, [id]);
}

/** What was kept beside these texts: sealed words, words from before, and the file of a paper from which they came. */
export async function forgetTraces(ctx: Ctx, ids: readonly string[]): Promise<void> {
	await store.dropOriginalsOf(ctx.db, ids);
	await positionPapers.dropFilesOf(ctx, ids);
}

/** Takes back one's own contribution, with what was sealed of it. */
export async function withdrawProposal(ctx: Ctx, number: number): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const { id } = await proposals.own(ctx, number);
		await proposals.withdraw(ctx, number);
		await forgetTraces(ctx, [id]);
	});
}

/** Takes back one's own comment, with what was sealed of it. */
export async function withdrawComment(ctx: Ctx, id: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		await comments.withdraw(ctx, id);
		await store.dropOriginalsOf(ctx.db, [id]);
	});
}

/** Takes back one's own amendment, with what stood there before. */
export async function withdrawAmendment(ctx: Ctx, number: number): Promise<void> {
	await transaction(ctx, async (ctx) => {
		await amendments.withdraw(ctx, number);
		await store.dropOriginalsOf(ctx.db, [(await amendments.idOf(ctx, number)) ?? '']);
	});
}
