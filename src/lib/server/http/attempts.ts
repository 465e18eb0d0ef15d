import type { Cookies } from '@sveltejs/kit';
import type { House } from '../house.ts';

/** Letters of the state that tell several sign-ins of one browser apart: each has a cookie of its own. */
const TOLD_APART = 8;

/**
 * More than anybody has open at once. Whoever could be made to begin again and again would in the end send more of them
 * than a server reads, and would be shut out of the whole site.
 */
const MOST_KEPT = 5;

const isSecure = (house: House) => house.config.origin.startsWith('https:');

const prefix = (house: House) => `${isSecure(house) ? '__Host-' : ''}beginn-`;
const nameOf = (house: House, state: string) => prefix(house) + state.slice(0, TOLD_APART);

/** `lax`: the provider's site sends the browser back, and it has to bring the cookie along. */
const attributes = (house: House) => ({ path: '/', httpOnly: true, secure: isSecure(house), sameSite: 'lax' }) as const;

export function keepAttempt(cookies: Cookies, house: House, kept: { state: string; sealed: string; ms: number }): void {
	const former = cookies.getAll().filter(({ name }) => name.startsWith(prefix(house)));
	for (const { name } of former.slice(0, Math.max(0, former.length - MOST_KEPT + 1)))
		cookies.delete(name, attributes(house));
	cookies.set(nameOf(house, kept.state), kept.sealed, { ...attributes(house), maxAge: kept.ms / 1000 });
}

/** What this browser has kept of the sign-in with this state; it is kept no longer. */
export function takeAttempt(cookies: Cookies, house: House, state: string | null): string | undefined {
	if (state === null || !/^[\w-]{20,100}$/.test(state)) return undefined;
	const name = nameOf(house, state);
	const sealed = cookies.get(name);
	if (sealed !== undefined) cookies.delete(name, attributes(house));
	return sealed;
}
