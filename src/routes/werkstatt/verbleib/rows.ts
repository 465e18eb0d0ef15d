import type { RequestEvent } from '@sveltejs/kit';
import { withQuery } from '#lib/address.ts';
import { UndoForm } from '#lib/answers/answer.ts';
import * as answers from '#lib/answers/worklist/together.server.ts';
import * as work from '#lib/answers/worklist/worklist.server.ts';
import { placesIn, WorkQuery, workSearch, type WorkInput } from '#lib/answers/worklist/worklist.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';
import { howMany, withDone } from '#lib/server/http/address/redirectTarget.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import type { Version } from '#lib/strategy/versions/version.ts';
import { excerpt } from '#lib/texts/excerpt.ts';

export const desk = '/werkstatt/verbleib';
const EXCERPT = 260;

export const askIn = (url: URL): WorkInput => WorkQuery.parse(Object.fromEntries(url.searchParams));

const inGerman = (said: { title: string; body: string } | undefined) =>
	said ? excerpt(`${said.title}. ${said.body}`, EXCERPT) : null;

/** One page of the list, as both pages show it. */
export async function rowsOf(ctx: Ctx, consultationId: string, ask: WorkInput, draft: Version | null) {
	const { items, next } = await work.worklist(ctx, consultationId, ask);
	const places = await strategy.placesOf(
		ctx,
		items.map((item) => item.id)
	);
	const summaries = await proposals.summariesOf(ctx, items);
	const inDraft = placesIn(draft?.points ?? []);
	const rows = items.map(({ body, done: _, ...item }) => ({
		...item,
		excerpt: excerpt(body, EXCERPT),
		german: inGerman(summaries.get(item.id)),
		places: places.get(item.id) ?? [],
		draftPlaces: inDraft.get(item.id) ?? [],
		href: withQuery(`${desk}/${item.number}`, workSearch(ask))
	}));
	return { rows, next };
}

/** The same list, with a way back from what was just answered in it. */
export function answered(ask: WorkInput, batchId: string, how: { many?: number; next?: number | null } = {}): string {
	const { many = 1, next = null } = how;
	const query = new URLSearchParams(workSearch(ask));
	query.set('schritt', batchId);
	return withDone(
		withQuery(next === null ? desk : `${desk}/${next}`, query),
		next === null ? howMany('answersSaved', many) : 'answersSavedNext'
	);
}

export function justAnswered(url: URL): { action: string; id: string; deed: string } | null {
	const deed = url.searchParams.get('schritt');
	if (!deed) return null;
	const query = ['/undo', workSearch(askIn(url))].filter(Boolean).join('&');
	return { action: withQuery(desk, query), id: newId(), deed };
}

export const undo = (event: RequestEvent) =>
	act(event, UndoForm, async (ctx, form) => {
		const many = await answers.takeBack(ctx, form);
		return withDone(withQuery(desk, workSearch(askIn(event.url))), howMany('answersTakenBack', many));
	});
