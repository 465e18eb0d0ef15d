import { withQuery } from '#lib/address.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import * as tickets from '#lib/tickets/tickets.server.ts';
import { excerpt } from '#lib/texts/excerpt.ts';

export const desk = '/werkstatt/meldungen';
const EXCERPT = 160;

/** Which page of the list, as its address says it. */
export const pageIn = (url: URL): string => {
	const after = url.searchParams.get('nach');
	return after === null ? '' : new URLSearchParams({ nach: after }).toString();
};

/** The list, as both pages show it. */
export async function listOf(ctx: Ctx, url: URL) {
	const after = url.searchParams.get('nach');
	const row = ({ number, kind, state, dueAt, overdue, body }: tickets.Ticket) => ({
		...{ number, kind, state, dueAt, overdue, excerpt: excerpt(body, EXCERPT) },
		href: withQuery(`${desk}/${number}`, pageIn(url))
	});
	const { tickets: waiting, next } = await tickets.open(ctx, after === null ? null : Number(after));
	return {
		waiting: waiting.map(row),
		recent: (await tickets.recent(ctx)).map(row),
		count: await tickets.countOpen(ctx),
		pages: { next: next === null ? null : withQuery(desk, `nach=${next}`), first: after === null ? null : desk }
	};
}
