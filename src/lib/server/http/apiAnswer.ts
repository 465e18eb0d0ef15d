import type { RequestEvent } from '@sveltejs/kit';
import Negotiator from 'negotiator';
import { fill, reasonSentence, t } from '../../texts/texts.ts';
import { Gone, NotFound } from '../../verdict.ts';
import type { Ctx } from '../ctx.ts';
import { sendText } from './conditional.ts';
import { problemOf, problemResponse, type Problem } from './problem.ts';

/** What may stand in the address: for each parameter what is wrong with what was typed; null: nothing. */
export type Parameters = Readonly<Record<string, (typed: string) => string | null>>;

export interface Answer {
	body: object;
	/** Address of the page after this one. */
	next?: string | null;
}

/**
 * The three moves of an answer to a program: read the address, one finder, JSON. A parameter nobody knows is refused like
 * one that is wrong: whoever mistypes it would take the first page for the one she asked for.
 */
export async function answer(
	{ request, url, locals: { ctx } }: Pick<RequestEvent, 'request' | 'url' | 'locals'>,
	parameters: Parameters,
	find: (ctx: Ctx, asked: Readonly<Record<string, string>>) => Promise<Answer>
): Promise<Response> {
	if (!new Negotiator({ headers: Object.fromEntries(request.headers) }).mediaType(['application/json'])) {
		return problemResponse(problemOf(406));
	}
	const wrong = wrongIn(url.searchParams, parameters);
	if (wrong.length > 0) return problemResponse({ ...problemOf(400), parameters: wrong });
	try {
		const { body, next } = await find(ctx, Object.fromEntries(url.searchParams));
		const link: Record<string, string> = next ? { link: `<${next}>; rel="next"` } : {};
		const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache', ...link };
		return sendText(request, JSON.stringify(body), headers);
	} catch (error) {
		return problemResponse(problemFor(error));
	}
}

function wrongIn(asked: URLSearchParams, parameters: Parameters): NonNullable<Problem['parameters']> {
	const known = Object.keys(parameters).join(', ') || t.data.parameterNone;
	return [...new Set(asked.keys())].flatMap((name) => {
		const check = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
		if (!check) return [{ name, detail: fill(t.data.parameterUnknown, { known }) }];
		const typed = asked.getAll(name);
		if (typed.length > 1) return [{ name, detail: t.data.parameterTwice }];
		const detail = check(typed[0] ?? '');
		return detail === null ? [] : [{ name, detail }];
	});
}

function problemFor(error: unknown): Problem {
	if (error instanceof Gone) return { status: 410, detail: reasonSentence(error.reason, {}) };
	if (error instanceof NotFound) return problemOf(404);
	throw error;
}
