import type { RequestEvent } from '@sveltejs/kit';
import { withQuery } from '#lib/address.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import { queueSearch, QueueQuery, type QueueAsk } from '#lib/moderation/queue/queue.ts';
import { UndoForm } from '#lib/moderation/screening.ts';
import { act } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';
import { howMany, withDone } from '#lib/server/http/address/redirectTarget.ts';

export const inbox = '/werkstatt/eingang';

export const askIn = (url: URL): QueueAsk => QueueQuery.parse(Object.fromEntries(url.searchParams));

/** What was decided just now, with its way back. */
export function justDecided(url: URL): { action: string; id: string; deed: string } | null {
	const deed = url.searchParams.get('schritt');
	if (!deed) return null;
	return { action: withQuery(inbox, ['/undo', queueSearch(askIn(url))].filter(Boolean).join('&')), id: newId(), deed };
}

/** Takes a decision back, or all that were made together, and shows the list. */
export const undo = (event: RequestEvent) =>
	act(event, UndoForm, async (ctx, form) => {
		const many = await moderation.takeBack(ctx, form);
		return withDone(withQuery(inbox, queueSearch(askIn(event.url))), howMany('subjectsReopened', many));
	});
