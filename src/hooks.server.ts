import { t } from '#lib/texts/texts.ts';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import { render } from 'svelte/server';
import { pageAddress } from '#lib/address.ts';
import { staysOpen } from '#lib/afterClosing.ts';
import { normalizeQuery } from '#lib/normalText.ts';
import { groupNames } from '#lib/people/groupNames.ts';
import * as people from '#lib/people/people.server.ts';
import { withShippedWords, withWords } from '#lib/wording/wording.server.ts';
import { sweepRegularly } from '#lib/server/auth/limits.ts';
import { cookieName } from '#lib/server/auth/sessions.server.ts';
import { onShutdown } from '#lib/server/shutdownHooks.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import { databaseErrorOf } from '#lib/server/db/databaseErrors.ts';
import type { App } from '#lib/server/app.ts';
import { openApp } from '#lib/server/openApp.ts';
import { pendingOf } from '#lib/server/performance/requestCoalescing.ts';
import { isTooEarly } from '#lib/server/http/forms/act.ts';
import { isApi, isOpen, READING } from '#lib/server/http/cors.ts';
import { plainAddress } from '#lib/server/http/address/plainAddress.ts';
import { asFileProblem, asProblem, problemOf, problemResponse } from '#lib/server/http/problem.ts';
import { formerAddress } from '#lib/server/http/address/formerAddress.ts';
import { isMalformedUrl } from '#lib/server/http/address/malformedUrl.ts';
import { comesFromUs } from '#lib/server/http/address/origin.ts';
import { proxyNotice } from '#lib/server/http/proxied.ts';
import { locationHeader } from '#lib/server/http/address/redirectTarget.ts';
import { compressAndCache } from '#lib/server/performance/compressAndCache.server.ts';
import { unavailable } from '#lib/server/http/unavailable.ts';
import { formAction, formValues, readForm } from '#lib/server/http/forms/readForm.ts';
import { choicesGone, differingFrom, escapeText, isWorth, missingFrom } from '#lib/server/http/forms/typedValues.ts';
import { parkedFormFacts, restoreForm } from '#lib/server/http/forms/restoreForm.server.ts';
import { watchRevision } from '#lib/server/http/watchRevision.server.ts';
import { openLog } from '#lib/server/log.ts';
import { countRequest } from '#lib/server/metrics/requests.ts';
import { compareWords } from '#lib/strategy/diff/wordDiff.ts';
import { inLocale, isForTeam, localesAt, localPath } from '#lib/texts/locales/address.ts';
import { currentFacts } from '#lib/texts/locales/current.ts';
import type { Locale } from '#lib/texts/locales/locale.ts';
import { withLocalLinks } from '#lib/texts/locales/localLinks.ts';
import { withTranslations } from '#lib/translations/translations.server.ts';
import Conflict from '#lib/ui/forms/Conflict.svelte';
import Unsent from '#lib/ui/forms/Unsent.svelte';

let app: App;
let noticeProxy: (headers: Headers) => void;

export const init: ServerInit = async () => {
	const config = readConfig(process.env);
	app = openApp(config, openLog(config.logLevel));
	noticeProxy = proxyNotice(config.addressHeader, app.log);
	onShutdown(() => app.close());
	onShutdown(sweepRegularly(app.limits));
	const stopWatching = await watchRevision(app);
	onShutdown(stopWatching);
};

export const handle: Handle = async ({ event, resolve }) => {
	const started = performance.now();
	event.locals.requestId = randomUUID();
	event.locals.sessionId = null;
	event.locals.sessionUntil = null;
	event.locals.pending = null;
	event.locals.trouble = null;
	const db = mayBeBehind(event) ? app.publicReader : app.reader;
	const { locale, path } = localPath(plainAddress(event.url.pathname));
	// Whoever compares addresses knows the German ones only.
	event.url.pathname = path;
	const audience = isForTeam(path) ? ({ audience: 'team' } as const) : {};
	event.locals.ctx = { ...makeCtx(app, 'web'), ...audience, db, locale, evenWhenClosed: maybeWhenClosed(event) };
	normalizeQuery(event.url);
	noticeProxy(event.request.headers);
	const answered = (await refuse(event, locale)) ?? inLanguage(await answerAnyway({ event, resolve }), locale);
	const response = isApi(path) ? asProblem(answered) : isOpen(path) ? await asFileProblem(answered) : answered;
	// A page that asks us for another one needs it as it is.
	const packed = event.isSubRequest
		? response
		: await compressAndCache(event.request, response, pendingOf(event.platform?.req));
	packed.headers.set('x-request-id', event.locals.requestId);
	note(event, packed.status, performance.now() - started);
	return packed;
};

/** Whoever is sent on stays in the language. */
function inLanguage(response: Response, locale: Locale): Response {
	const location = response.headers.get('location');
	if (location !== null) response.headers.set('location', inLocale(locale, location));
	return response;
}

/** Reading goes on for ever; what it writes down is a note of the machine's own. */
const maybeWhenClosed = ({ request, route, url }: RequestEvent) =>
	request.method !== 'POST' || staysOpen(route.id, formAction(url));

/** Somebody reads who has never written anything here: a replica that knows what the page cache knows is new enough. */
function mayBeBehind({ request, route }: RequestEvent): boolean {
	const reads = request.method === 'GET' || request.method === 'HEAD';
	return reads && !request.headers.has('cookie') && /^\/(\(public\)|api\/)/.test(route.id ?? '');
}

/** What is answered before anybody looks at it. */
async function refuse(event: RequestEvent, locale: Locale): Promise<Response | null> {
	const { request, url } = event;
	const plain = { 'content-type': 'text/plain; charset=utf-8' };
	if (isApi(url.pathname) && !READING.includes(request.method))
		return problemResponse(problemOf(405), { allow: READING });
	if (!localesAt(url.pathname).includes(locale)) return moved(locationHeader(url.pathname + url.search));
	// With the text, too: a proxy or an old browser may say wrongly where somebody comes from.
	const today = request.method === 'GET' && !isApi(url.pathname) ? formerAddress(url) : null;
	if (today !== null) return moved(inLocale(locale, today));
	if (!comesFromUs(request, app.config.origin)) return barePage(event, 403, () => t.unsent.foreign);
	if (isMalformedUrl(url)) {
		const sentence = withShippedWords({ locale }, () => t.failures.statuses['404'].title);
		return new Response(sentence, { status: 400, headers: plain });
	}
	return null;
}

const moved = (location: string) => new Response(null, { status: 308, headers: { location } });

/** Whatever goes wrong on the way, what somebody typed comes back. */
async function answerAnyway({ event, resolve }: Parameters<Handle>[0]): Promise<Response> {
	const posted = event.request;
	try {
		const response = await answerOrPause({ event, resolve });
		const { refused, sent } = event.locals;
		// The page sends on to signing in, and what was typed could not be put aside: it must not be gone.
		const gone = refused && !refused.kept && response.status === 303 && sent && isWorth(sent);
		return gone ? await barePage(event, 403, () => refused.why ?? t.unsent.none) : response;
	} catch (problem) {
		if (posted.method !== 'POST') throw problem;
		app.log.error({ request: event.locals.requestId, route: event.route.id, err: problem });
		return barePage(event, 503, () => t.unsent.fault);
	}
}

/** What only the profile knows. */
const choiceNames = () => ({ group: groupNames() });

/** Without the site around it, which may be what is broken. */
async function barePage(event: RequestEvent, status: number, why: () => string): Promise<Response> {
	const { request, locals } = event;
	const sent = locals.sent ?? (request.bodyUsed ? {} : await readForm(request).then(formValues, () => ({})));
	const html = withShippedWords(locals.ctx, () => {
		const props = { why: why(), texts: missingFrom('', sent), choices: choicesGone('', sent, choiceNames()) };
		const { body } = render(Unsent, { props });
		const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`;
		const { lang, dir } = currentFacts();
		return `<!doctype html><html lang="${lang}" dir="${dir}"><head>${head}<title>${t.unsent.title}</title></head><body>${body}</body></html>`;
	});
	const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
	return new Response(withLocalLinks(locals.ctx.locale, html), { status, headers });
}

const START = '<main id="inhalt" tabindex="-1">';

/** Where the page that comes back has no field for what was typed, or no word of why, both stand at its top. */
function withUnsent(event: RequestEvent, html: string): string {
	const { sent, refused, refilled } = event.locals;
	if (!sent || (!refused && !refilled) || !html.includes(START)) return html;
	if (refused?.current) return conflictHtml(event, html);
	const [texts, choices] = [missingFrom(html, sent), choicesGone(html, sent, choiceNames())];
	const why = refused?.why ?? null;
	if (texts.length === 0 && choices.length === 0 && (why === null || html.includes(escapeText(why)))) return html;
	const { body } = render(Unsent, { props: { why, texts, choices } });
	return html.replace(START, () => START + body);
}

/** Somebody else was faster: both texts, and how they differ, stand above the form that has mine. */
function conflictHtml({ url, locals: { sent = {}, refused } }: RequestEvent, html: string): string {
	const texts = differingFrom(refused?.current?.texts ?? {}, sent).map((one) => ({
		...one,
		parts: compareWords(one.theirs, one.mine)
	}));
	const here = pageAddress(url);
	const theirs = `${here}${here.includes('?') ? '&' : '?'}leer=1`;
	const props = { why: refused?.why ?? t.unsent.none, texts, others: refused?.current?.others ?? [], theirs };
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

/** Whoever watches the process asks for nothing else. */
const isWatch = ({ route }: RequestEvent) => route.id === '/healthz' || route.id === '/readyz';

async function answer({ event, resolve }: Parameters<Handle>[0]): Promise<Response> {
	const sessionId = isWatch(event) ? undefined : event.cookies.get(cookieName(app));
	const visitor = sessionId ? await people.ofSession(event.locals.ctx, sessionId) : null;
	if (visitor && sessionId) {
		event.locals.sessionId = sessionId;
		event.locals.sessionUntil = visitor.until;
		if (visitor.pending) event.locals.pending = visitor.person;
		else event.locals.ctx = { ...event.locals.ctx, person: visitor.person };
	}
	const { ctx } = event.locals;
	const mine = parkedFormFacts(event, ctx, ctx.person?.id ?? null);
	event.locals.putting = mine;
	await restoreForm(event, ctx, mine);
	const response = soonIsFine(
		event,
		await resolve(event, { transformPageChunk: ({ html }) => withLocalLinks(ctx.locale, withUnsent(event, html)) })
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
	const { ctx } = event.locals;
	const response = await (
		isWatch(event) ? answer(input) : withWords(ctx, () => withTranslations(ctx, () => answer(input)))
	).catch((error: unknown) => {
		event.locals.trouble = databaseErrorOf(error);
		if (!event.locals.trouble) throw error;
		noteTrouble(event, error);
	});
	// A form that was refused because of it has an answer of its own, with its page around it.
	if (response && (response.status < 500 || !event.locals.trouble)) return response;
	return withShippedWords(ctx, () => unavailable(event, event.locals.trouble ?? 'away'));
}

function noteTrouble({ locals, route }: RequestEvent, error: unknown): void {
	const { requestId: request, trouble } = locals;
	app.log.warn({ request, route: route.id, trouble, reason: error instanceof Error ? error.message : '' });
}

/** One line for each request, except for those that come every few seconds or from somebody who tries out addresses. */
function note({ locals, request, route }: RequestEvent, status: number, ms: number): void {
	countRequest({ route: route.id, method: request.method, status, ms });
	const quiet = route.id === '/healthz' || route.id === '/readyz' || (route.id === null && status < 500);
	app.log[quiet ? 'debug' : 'info']({
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
	event.locals.trouble = databaseErrorOf(error);
	if (event.locals.trouble) noteTrouble(event, error);
	else if (status >= 500) app.log.error({ request: requestId, route: event.route.id, err: error });
	return { message: '', requestId };
};
