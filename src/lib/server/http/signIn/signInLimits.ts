import type { RequestEvent } from '@sveltejs/kit';
import * as guessing from '../../auth/signInRateLimits.server.ts';
import { deviceCookieName, rememberDevice } from '../../auth/devices.server.ts';
import { placeOf } from '../../auth/limits.ts';
import type { Ctx } from '../../ctx.ts';

type Event = Pick<RequestEvent, 'getClientAddress' | 'cookies'>;

/** The first three groups of an IPv6 address: what a provider gives to one customer. */
const GROUPS_OF_A_NETWORK = 3;

/** From where this request comes, for counting tries only. */
export function originOf({ app }: Ctx, event: Event): guessing.Origin {
	const device = event.cookies.get(deviceCookieName(app)) ?? null;
	try {
		const address = event.getClientAddress();
		return { place: placeOf(address), network: placeOf(address, GROUPS_OF_A_NETWORK), device };
	} catch {
		// Where a proxy forgets the header it was trusted for, all without one share a place.
		return { ...guessing.UNKNOWN_ORIGIN, device };
	}
}

/** Counts a try from this place. Refused: tooManyTries. */
export async function countTry(ctx: Ctx, kind: guessing.Kind, event: Event): Promise<void> {
	await guessing.countTry(ctx.app, kind, originOf(ctx, event));
}

/** After a whole sign-in of staff: this device has tries of its own from now on. */
export function keepDevice({ app }: Ctx, { cookies }: Event, personId: string): void {
	const known = cookies.get(deviceCookieName(app)) ?? null;
	const { name, value, attributes } = rememberDevice(app, known, personId);
	cookies.set(name, value, attributes);
}
