import { withQuery } from '#lib/address.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import { queueSearch, type QueueAsk } from '#lib/moderation/queue/queue.ts';
import { deskHref, type TakeInput } from '#lib/moderation/screening.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { Refused } from '#lib/verdict.ts';

/** Where the next text is that lies with nobody else. Refused: nothingToScreen. */
export async function taken(ctx: Ctx, { after }: TakeInput, ask: QueueAsk): Promise<string> {
	const { sentAt } = after ? await moderation.desk(ctx, after.kind, after.subjectId) : { sentAt: '' };
	const before = after ? { id: after.subjectId, since: sentAt } : null;
	const next = await moderation.take(ctx, before, ask);
	if (!next) throw new Refused('nothingToScreen');
	return withQuery(deskHref(next.kind, next.id), queueSearch(ask));
}
