import type { RequestEvent } from '@sveltejs/kit';
import { withQuery } from '#lib/address.ts';
import { UndoForm } from '#lib/distillation/forms.ts';
import { act } from '#lib/server/http/forms/act.ts';
import { howMany } from '#lib/server/http/address/redirectTarget.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';

/** The same address without what was said about the last form. */
export function here({ url }: Pick<RequestEvent, 'url'>, more: Record<string, string>): string {
	const query = new URLSearchParams([...url.searchParams].filter(([name]) => !/^(\/.*|ok|schritt)$/.test(name)));
	for (const [name, value] of Object.entries(more)) query.set(name, value);
	return withQuery(url.pathname, query);
}

interface Put {
	seen: readonly unknown[];
	spans?: readonly unknown[];
}

/** How many contributions, or passages of one, lie where now. Without a cluster: the form came twice. `next`: above another one. */
export function put({ seen, spans = [] }: Put, cluster: number | null, next = false): string {
	const [whole, cut] = next ? ['deskPutNext', 'deskCutNext'] : ['deskPut', 'deskCut'];
	const done = spans.length > 0 ? cut : whole;
	return cluster === null ? done : howMany(done, spans.length || seen.length, cluster);
}

/** What the page has just been told was done, with its way back to this very place. */
export function justDone(url: URL): { action: string; id: string; deed: string } | null {
	const deed = url.searchParams.get('schritt');
	if (!deed) return null;
	const place = here({ url }, {}).split('?')[1];
	return { action: place ? `?/undo&${place}` : '?/undo', id: newId(), deed };
}

/** The action every page of the desk has: takes a deed back and shows the same page. */
export const undo = (event: RequestEvent) =>
	act(event, UndoForm, async (ctx, form) => {
		await strategy.undoClusterLink(ctx, form);
		return here(event, { ok: 'deskUndone' });
	});
