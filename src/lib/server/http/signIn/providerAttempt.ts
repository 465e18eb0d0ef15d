import type { Cookies } from '@sveltejs/kit';
import type { App } from '../../app.ts';

/** Letters of the state that tell several sign-ins of one browser apart: each has a cookie of its own. */
const TOLD_APART = 8;

/**
 * More than anybody has open at once. Whoever could be made to begin again and again would in the end send more of them
 * than a server reads, and would be shut out of the whole site.
 */
const MOST_KEPT = 5;

const isSecure = (app: App) => app.config.origin.startsWith('https:');

const prefix = (app: App) => `${isSecure(app) ? '__Host-' : ''}beginn-`;
const nameOf = (app: App, state: string) => prefix(app) + state.slice(0, TOLD_APART);

/** `lax`: the provider's site sends the browser back, and it has to bring the cookie along. */
const attributes = (app: App) => ({ path: '/', httpOnly: true, secure: isSecure(app), sameSite: 'lax' }) as const;

export function keepAttempt(cookies: Cookies, app: App, kept: { state: string; sealed: string; ms: number }): void {
	const former = cookies.getAll().filter(({ name }) => name.startsWith(prefix(app)));
	for (const { name } of former.slice(0, Math.max(0, former.length - MOST_KEPT + 1)))
		cookies.delete(name, attributes(app));
	cookies.set(nameOf(app, kept.state), kept.sealed, { ...attributes(app), maxAge: kept.ms / 1000 });
}

/** What this browser has kept of the sign-in with this state; it is kept no longer. */
export function takeAttempt(cookies: Cookies, app: App, state: string | null): string | undefined {
	if (state === null || !/^[\w-]{20,100}$/.test(state)) return undefined;
	const name = nameOf(app, state);
	const sealed = cookies.get(name);
	if (sealed !== undefined) cookies.delete(name, attributes(app));
	return sealed;
}
