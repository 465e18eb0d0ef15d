import { withQuery } from '#lib/address.ts';
import { ageInWords } from '#lib/moderation/queue/age.ts';
import type * as moderation from '#lib/moderation/moderation.server.ts';
import { queueSearch, type QueueAsk } from '#lib/moderation/queue/queue.ts';
import { chosenMark, deskHref } from '#lib/moderation/screening.ts';
import type { Ctx } from '#lib/server/ctx.ts';

type Items = Awaited<ReturnType<typeof moderation.queue>>['items'];

/** What waits, as both pages list it. */
export function rowsOf(ctx: Ctx, items: Items, held: ReadonlyMap<string, string>, ask: QueueAsk) {
	return items.map(({ since, words, folded: _, ...item }) => ({
		...item,
		/** The colleague it lies with. */
		heldBy: held.get(item.id) ?? null,
		age: ageInWords(since, ctx.now),
		mark: chosenMark(item.kind, item.id, 'waiting', words),
		href: withQuery(deskHref(item.kind, item.id), queueSearch(ask))
	}));
}
