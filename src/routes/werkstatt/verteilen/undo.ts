import type { RequestEvent } from '@sveltejs/kit';
import { UndoForm } from '#lib/distillation/forms.ts';
import { act } from '#lib/server/http/act.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';

/** The same address without what was said about the last form. */
export function here({ url }: Pick<RequestEvent, 'url'>, more: Record<string, string>): string {
	const query = new URLSearchParams([...url.searchParams].filter(([name]) => !/^(\/.*|ok|deed)$/.test(name)));
	for (const [name, value] of Object.entries(more)) query.set(name, value);
	return `${url.pathname}?${query}`;
}

/** The action every page of the desk has: takes a deed back and shows the same page. */
export const undo = (event: RequestEvent) =>
	act(event, UndoForm, async (ctx, form) => {
		await strategy.takeBack(ctx, form);
		return here(event, { ok: 'deskUndone' });
	});
