import type { Cookies } from '@sveltejs/kit';
import type { House } from '../house.ts';

/** Letters of the state that tell several sign-ins of one browser apart: each has a cookie of its own. */
const TOLD_APART = 8;

const isSecure = (house: House) => house.config.origin.startsWith('https:');

function nameOf(house: House, state: string): string {
	return `${isSecure(house) ? '__Host-' : ''}beginn-${state.slice(0, TOLD_APART)}`;
}

/** `lax`: the provider's site sends the browser back, and it has to bring the cookie along. */
const attributes = (house: House) => ({ path: '/', httpOnly: true, secure: isSecure(house), sameSite: 'lax' }) as const;

export function keepAttempt(cookies: Cookies, house: House, kept: { state: string; sealed: string; ms: number }): void {
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
