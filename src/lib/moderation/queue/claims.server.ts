import { signedIn, type Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { earlier, MINUTE, type Instant } from '../../time.ts';
import { obey } from '../../verdict.ts';
import { mayModerate } from '../screening.ts';
import * as store from './claims.store.server.ts';
import { following, type Waiting } from './queue.server.ts';
import { WHOLE_QUEUE, type QueueAsk } from './queue.ts';

/** So long a text is kept for whoever was given it; who reads longer is not disturbed, but no longer alone with it. */
const CLAIM_MINUTES = 10;
const since = ({ now }: Ctx): Instant => earlier(now, CLAIM_MINUTES * MINUTE);

/** Which texts lie with a colleague just now, with the colleague's name. */
export async function heldByOthers(ctx: Ctx): Promise<Map<string, string>> {
	obey(mayModerate(ctx.person));
	const rows = await store.ofOthers(ctx.db, signedIn(ctx).id, since(ctx));
	return new Map(rows.map(({ subjectId, name }) => [subjectId, name]));
}

/**
 * Gives whoever asks the next text of a list, and nobody else the same one. `after`: the one they had, which is free again.
 * null: nothing is left that does not lie with a colleague.
 */
export async function take(
	ctx: Ctx,
	after: { id: string; since: string } | null,
	ask: QueueAsk = WHOLE_QUEUE
): Promise<Waiting | null> {
	return transaction(ctx, async (ctx) => {
		obey(mayModerate(ctx.person));
		const personId = signedIn(ctx).id;
		const held = await heldByOthers(ctx);
		await store.dropOf(ctx.db, personId);
		for (const item of (await following(ctx, after, ask)).filter(({ id }) => !held.has(id)))
			if (await store.put(ctx.db, { subjectId: item.id, personId, claimedAt: ctx.now }, since(ctx))) return item;
		return null;
	});
}

/** A chore: who has read what is forgotten as soon as it keeps nobody from it. */
export async function dropClaims(ctx: Ctx): Promise<void> {
	await transaction(ctx, (ctx) => store.dropBefore(ctx.db, since(ctx)));
}
