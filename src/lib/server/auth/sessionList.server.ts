import { signedIn, type Ctx } from '../ctx.ts';
import { transaction } from '../db/transaction.ts';
import { hash } from './luciaAdapter.server.ts';
import { IDLE } from './sessions.server.ts';
import { earlier } from '../../time.ts';

/** Where somebody is signed in. Not from where or with what: that is not known. */
export interface Listed {
	/** Names the session without opening it. */
	handle: string;
	startedAt: string;
	/** To the minute; pages tell the hour. */
	seenAt: string;
	current: boolean;
}

/** Newest first. */
export async function all(ctx: Ctx, personId: string, sessionId: string | null): Promise<Listed[]> {
	const rows = await ctx.db
		.selectFrom('sessions')
		.select(['id', 'startedAt', 'expiresAt'])
		.where('personId', '=', personId)
		.where('expiresAt', '>', ctx.now)
		.orderBy('startedAt', 'desc')
		.execute();
	const own = sessionId === null ? null : hash(sessionId);
	return rows.map(({ id, startedAt, expiresAt }) => ({
		handle: id,
		startedAt: startedAt ?? expiresAt,
		seenAt: earlier(expiresAt, IDLE),
		current: id === own
	}));
}

/** Ends one of one's own sessions. Nobody else's is found. */
export async function end(ctx: Ctx, handle: string): Promise<void> {
	const person = signedIn(ctx);
	const personId = person.seatId ?? person.id;
	await transaction(ctx, async ({ db }) => {
		await db.deleteFrom('sessions').where('personId', '=', personId).where('id', '=', handle).execute();
	});
}

/** Ends all sessions of this person but this one. Call it inside `transaction`. */
export async function endOthers(ctx: Ctx, personId: string, sessionId: string | null): Promise<void> {
	const own = sessionId === null ? '' : hash(sessionId);
	await ctx.db.deleteFrom('sessions').where('personId', '=', personId).where('id', '<>', own).execute();
}

/** Sessions that began before `limit`, and those that are over. Returns how many. Call it inside `transaction`. */
export async function dropBegunBefore(ctx: Ctx, limit: string): Promise<number> {
	const result = await ctx.db
		.deleteFrom('sessions')
		.where((e) => e.or([e('startedAt', '<', limit), e('expiresAt', '<=', ctx.now)]))
		.executeTakeFirst();
	return Number(result.numDeletedRows);
}
