import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import { render } from 'svelte/server';
import { staysOpen } from '#lib/afterClosing.ts';
import { normalizeQuery } from '#lib/normalText.ts';
import * as people from '#lib/people/people.server.ts';
import { sweepRegularly } from '#lib/server/auth/limits.ts';
import { cookieName } from '#lib/server/auth/sessions.server.ts';
import { whenClosing } from '#lib/server/closing.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import { troubleOf } from '#lib/server/db/trouble.ts';
import { openHouse, type House } from '#lib/server/house.ts';
import { flightOf } from '#lib/server/http/flight.ts';
import { formValues, isTooEarly } from '#lib/server/http/act.ts';
import { BARE_CSP, securityHeaders } from '#lib/server/http/headers.ts';
import { isApi, isOpen, OPEN_HEADERS, PREFLIGHT, READING } from '#lib/server/http/open.ts';
import { asProblem, problemOf, problemResponse } from '#lib/server/http/problem.ts';
import { isNowhere } from '#lib/server/http/nowhere.ts';
import { comesFromUs } from '#lib/server/http/origin.ts';
import { proxyNotice } from '#lib/server/http/proxied.ts';
import { pack } from '#lib/server/http/pack.server.ts';
import { unavailable } from '#lib/server/http/unavailable.ts';
import { readForm } from '#lib/server/http/reading.ts';
import { choicesGone, differingFrom, escapeText, isWorth, missingFrom } from '#lib/server/http/typed.ts';
import { actionOf, pageOf, putting, refill } from '#lib/server/http/unsent.server.ts';
import { watchRevision } from '#lib/server/http/watch.server.ts';
import { openLog } from '#lib/server/log.ts';
import { countRequest } from '#lib/server/metrics/requests.ts';
import { unsent } from '#lib/texts/de/fields.ts';
import { compareWords } from '#lib/strategy/words.ts';
import Conflict from '#lib/ui/Conflict.svelte';
import Unsent from '#lib/ui/Unsent.svelte';

let house: House;
let noticeProxy: (headers: Headers) => void;

export const init: ServerInit = async () => {
	const config = readConfig(process.env);
	house = openHouse(config, openLog(config.logLevel));
	noticeProxy = proxyNotice(config.addressHeader, house.log);
	whenClosing(() => house.close());
	whenClosing(sweepRegularly(house.limits));
	const stopWatching = await watchRevision(house);
	whenClosing(stopWatching);
};

export const handle: Handle = async ({ event, resolve }) => {
	const started = performance.now();
	event.locals.requestId = randomUUID();
	event.locals.sessionId = null;
	event.locals.sessionUntil = null;
	event.locals.pending = null;
	event.locals.trouble = null;
	const db = mayBeBehind(event) ? house.publicReader : house.reader;
	event.locals.ctx = { ...makeCtx(house, 'web'), db, evenWhenClosed: maybeWhenClosed(event) };
	normalizeQuery(event.url);
	noticeProxy(event.request.headers);
	const { pathname } = event.url;
	const answered = (await refuse(event)) ?? (await answerAnyway({ event, resolve }));
	const response = isApi(pathname) ? asProblem(answered) : answered;
	for (const [name, value] of Object.entries(securityHeaders(house.config.origin.startsWith('https:')))) {
		response.headers.set(name, value);
	}
	if (isOpen(pathname)) for (const [name, value] of Object.entries(OPEN_HEADERS)) response.headers.set(name, value);
	if (!response.headers.has('content-security-policy')) response.headers.set('content-security-policy', BARE_CSP);
	// A page that asks us for another one needs it as it is.
	const packed = event.isSubRequest ? response : await pack(event.request, response, flightOf(event.platform?.req));
	packed.headers.set('x-request-id', event.locals.requestId);
	note(event, packed.status, performance.now() - started);
	return packed;
};

/** Reading goes on for ever; what it writes down is a note of the machine's own. */
const maybeWhenClosed = ({ request, route, url }: RequestEvent) =>
	request.method !== 'POST' || staysOpen(route.id, actionOf(url));

/** Somebody reads who has never written anything here: a replica that knows what the page cache knows is new enough. */
function mayBeBehind({ request, route }: RequestEvent): boolean {
	const reads = request.method === 'GET' || request.method === 'HEAD';
	return reads && !request.headers.has('cookie') && /^\/(\(public\)|api\/)/.test(route.id ?? '');
}

/** What is answered before anybody looks at it. */
async function refuse(event: RequestEvent): Promise<Response | null> {
	const { request, url } = event;
	const plain = { 'content-type': 'text/plain; charset=utf-8' };
	if (isOpen(url.pathname) && request.method === 'OPTIONS')
		return new Response(null, { status: 204, headers: PREFLIGHT });
	if (isApi(url.pathname) && !READING.includes(request.method))
		return problemResponse(problemOf(405), { allow: READING });
	// With the text, too: a proxy or an old browser may say wrongly where somebody comes from.
	if (!comesFromUs(request, house.config.origin)) return barePage(event, 403, unsent.foreign);
	if (isNowhere(url)) return new Response('Diese Adresse gibt es nicht.', { status: 400, headers: plain });
	return null;
}

/** Whatever goes wrong on the way, what somebody typed comes back. */
async function answerAnyway({ event, resolve }: Parameters<Handle>[0]): Promise<Response> {
	const posted = event.request;
	try {
		const response = await answerOrPause({ event, resolve });
		const { refused, sent } = event.locals;
		// The page sends on to signing in, and what was typed could not be put aside: it must not be gone.
		const gone = refused && !refused.kept && response.status === 303 && sent && isWorth(sent);
		return gone ? await barePage(event, 403, refused.why ?? unsent.none) : response;
	} catch (problem) {
		if (posted.method !== 'POST') throw problem;
		house.log.error({ request: event.locals.requestId, route: event.route.id, err: problem });
		return barePage(event, 503, unsent.fault);
	}
}

/** Without the site around it, which may be what is broken. */
async function barePage(event: RequestEvent, status: number, why: string): Promise<Response> {
	const { request, locals } = event;
	const sent = locals.sent ?? (request.bodyUsed ? {} : await readForm(request).then(formValues, () => ({})));
	const { body } = render(Unsent, { props: { why, texts: missingFrom('', sent), choices: choicesGone('', sent) } });
	const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`;
	const html = `<!doctype html><html lang="de"><head>${head}<title>${unsent.title}</title></head><body>${body}</body></html>`;
	const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
	return new Response(html, { status, headers });
}

const START = '<main id="inhalt" tabindex="-1">';

/** Where the page that comes back has no field for what was typed, or no word of why, both stand at its top. */
function withUnsent(event: RequestEvent, html: string): string {
	const { sent, refused, refilled } = event.locals;
	if (!sent || (!refused && !refilled) || !html.includes(START)) return html;
	if (refused?.current) return withBoth(event, html);
	const [texts, choices] = [missingFrom(html, sent), choicesGone(html, sent)];
	const why = refused?.why ?? null;
	if (texts.length === 0 && choices.length === 0 && (why === null || html.includes(escapeText(why)))) return html;
	const { body } = render(Unsent, { props: { why, texts, choices } });
	return html.replace(START, () => START + body);
}

/** Somebody else was faster: both texts, and how they differ, stand above the form that has mine. */
function withBoth({ url, locals: { sent = {}, refused } }: RequestEvent, html: string): string {
	const texts = differingFrom(refused?.current?.texts ?? {}, sent).map((one) => ({
		...one,
		parts: compareWords(one.theirs, one.mine)
	}));
	const here = pageOf(url);
	const theirs = `${here}${here.includes('?') ? '&' : '?'}leer=1`;
	const props = { why: refused?.why ?? unsent.none, texts, others: refused?.current?.others ?? [], theirs };
	const [both, lost] = [render(Conflict, { props }).body, missingFrom(html, sent)];
	const rest = lost.length > 0 ? render(Unsent, { props: { why: null, texts: lost } }).body : '';
	return html.replace(START, () => START + both + rest);
}

/** Before there is a process, pages say what will be there: nothing is wrong, and no machine should think so. */
function soonIsFine({ locals }: RequestEvent, response: Response): Response {
	if (!locals.soon) return response;
	const { headers } = response;
	headers.set('cache-control', 'no-store');
	return new Response(response.body, { status: 200, headers });
}

async function answer({ event, resolve }: Parameters<Handle>[0]): Promise<Response> {
	// Whoever watches the process asks for nothing else.
	const watched = event.route.id === '/healthz' || event.route.id === '/readyz';
	const sessionId = watched ? undefined : event.cookies.get(cookieName(house));
	const visitor = sessionId ? await people.ofSession(event.locals.ctx, sessionId) : null;
	if (visitor && sessionId) {
		event.locals.sessionId = sessionId;
		event.locals.sessionUntil = visitor.until;
		if (visitor.pending) event.locals.pending = visitor.person;
		else event.locals.ctx = { ...event.locals.ctx, person: visitor.person };
	}
	const { ctx } = event.locals;
	const mine = putting(event, ctx, ctx.person?.id ?? null);
	event.locals.putting = mine;
	await refill(event, ctx, mine);
	const response = soonIsFine(
		event,
		await resolve(event, { transformPageChunk: ({ html }) => withUnsent(event, html) })
	);
	// Behind sign-in, and of what a form has answered (a code, a report), nothing may stay on a shared device; for
	// everybody else the page cache adds its own header.
	if (response.headers.has('clear-site-data')) response.headers.append('set-cookie', mine.forgetting());
	if (sessionId || event.request.method === 'POST') {
		response.headers.set('cache-control', 'no-store');
		response.headers.delete('etag');
	}
	return response;
}

/** The answer, or the plain page that says that the database is not there for it. */
async function answerOrPause(input: Parameters<Handle>[0]): Promise<Response> {
	const { event } = input;
	const response = await answer(input).catch((error: unknown) => {
		event.locals.trouble = troubleOf(error);
		if (!event.locals.trouble) throw error;
		noteTrouble(event, error);
	});
	// A form that was refused because of it has an answer of its own, with its page around it.
	if (response && (response.status < 500 || !event.locals.trouble)) return response;
	return unavailable(event, event.locals.trouble ?? 'away');
}

function noteTrouble({ locals, route }: RequestEvent, error: unknown): void {
	const { requestId: request, trouble } = locals;
	house.log.warn({ request, route: route.id, trouble, reason: error instanceof Error ? error.message : '' });
}

/** One line for each request, except for those that come every few seconds or from somebody who tries out addresses. */
function note({ locals, request, route }: RequestEvent, status: number, ms: number): void {
	countRequest({ route: route.id, method: request.method, status, ms });
	const quiet = route.id === '/healthz' || route.id === '/readyz' || (route.id === null && status < 500);
	house.log[quiet ? 'debug' : 'info']({
		request: locals.requestId,
		method: request.method,
		// The pattern, not the address: addresses can carry what somebody searched for.
		route: route.id,
		status,
		ms: Math.round(ms)
	});
}

export const handleError: HandleServerError = ({ error, event, status }) => {
	const { requestId } = event.locals;
	if (isTooEarly(error)) {
		event.locals.soon = true;
		return { message: '', soon: true };
	}
	event.locals.trouble = troubleOf(error);
	if (event.locals.trouble) noteTrouble(event, error);
	else if (status >= 500) house.log.error({ request: requestId, route: event.route.id, err: error });
	return { message: '', requestId };
};
