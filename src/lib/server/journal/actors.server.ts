import type { Ctx } from '../ctx.ts';
import type { JournalVerb } from './journal.server.ts';

/** What somebody has done here themselves, newest first. */
export async function entriesOfActor(ctx: Ctx, actorId: string): Promise<{ verb: string; at: string }[]> {
	return ctx.db
		.selectFrom('journal')
		.select(['verb', 'at'])
		.where('actorId', '=', actorId)
		.orderBy('id', 'desc')
		.execute();
}

/** The entries stay, and nobody has done them. Call it inside `transaction`. */
export async function forgetActor(ctx: Ctx, actorId: string): Promise<void> {
	await ctx.db.updateTable('journal').set({ actorId: null }).where('actorId', '=', actorId).execute();
}

/** Who did what is forgotten, that it was done is not. Returns how many. Call it inside `transaction`. */
export async function forgetActorsBefore(ctx: Ctx, limit: string): Promise<number> {
	const result = await ctx.db
		.updateTable('journal')
		.set({ actorId: null })
		.where('at', '<', limit)
		.where('actorId', 'is not', null)
		.executeTakeFirst();
	return Number(result.numUpdatedRows);
}

/** Everything of one kind, newest first, for the command line. */
export async function entriesOf(
	ctx: Ctx,
	verb: JournalVerb,
	limit: number
): Promise<{ at: string; details: string }[]> {
	return ctx.db
		.selectFrom('journal')
		.select(['at', 'details'])
		.where('verb', '=', verb)
		.orderBy('id', 'desc')
		.limit(limit)
		.execute();
}
