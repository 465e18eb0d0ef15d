import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import * as people from '#lib/people/people.server.ts';
import { cookieName } from '#lib/server/auth/sessions.server.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import { openHouse, type House } from '#lib/server/house.ts';
import { BARE_CSP, securityHeaders } from '#lib/server/http/headers.ts';
import { comesFromUs } from '#lib/server/http/origin.ts';
import { watchRevision } from '#lib/server/http/watch.server.ts';
import { openLog } from '#lib/server/log.ts';

let house: House;

export const init: ServerInit = () => {
	const config = readConfig(process.env);
	house = openHouse(config, openLog(config.logLevel));
	const stopWatching = watchRevision(house);
	// The server around us says when the last request is answered.
	process.once('teilhabe:close', () => {
		stopWatching();
		void house.close();
	});
};

export const handle: Handle = async ({ event, resolve }) => {
	const started = performance.now();
	event.locals.requestId = randomUUID();
	event.locals.sessionId = null;
	event.locals.ctx = makeCtx(house, 'web');
	const response = comesFromUs(event.request, house.config.origin)
		? await answer({ event, resolve })
		: new Response('Diese Anfrage kommt von einer fremden Seite.', { status: 403 });
	for (const [name, value] of Object.entries(securityHeaders(house.config.origin.startsWith('https:')))) {
		response.headers.set(name, value);
	}
	if (!response.headers.has('content-security-policy')) response.headers.set('content-security-policy', BARE_CSP);
	house.log.info({
		request: event.locals.requestId,
		method: event.request.method,
		// The pattern, not the address: addresses can carry what somebody searched for.
		route: event.route.id,
		status: response.status,
		ms: Math.round(performance.now() - started)
	});
	return response;
};

async function answer({ event, resolve }: Parameters<Handle>[0]): Promise<Response> {
	const sessionId = event.cookies.get(cookieName(house));
	const person = sessionId ? await people.ofSession(event.locals.ctx, sessionId) : null;
	if (person && sessionId) {
		event.locals.sessionId = sessionId;
		event.locals.ctx = { ...event.locals.ctx, person };
	}
	const response = await resolve(event);
	// Behind sign-in nothing may stay on a shared device; for everybody else the page cache adds its own header.
	if (sessionId) response.headers.set('cache-control', 'no-store');
	return response;
}

export const handleError: HandleServerError = ({ error, event, status }) => {
	const { requestId } = event.locals;
	if (status >= 500) house.log.error({ request: requestId, route: event.route.id, err: error });
	return { message: '', requestId };
};
