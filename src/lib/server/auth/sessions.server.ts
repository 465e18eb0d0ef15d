import { Lucia, TimeSpan } from 'lucia';
import { troubleOf } from '../db/trouble.ts';
import type { House } from '../house.ts';
import { adapter, type Attributes, type VisitorRow } from './rows.server.ts';

export type { VisitorRow };

declare module 'lucia' {
	interface Register {
		Lucia: Lucia<Attributes, UserAttributes>;
		DatabaseSessionAttributes: Attributes;
		DatabaseUserAttributes: UserAttributes;
	}
}

const MINUTE = 60_000;
/** Whoever does nothing for so long is signed out. */
export const IDLE = 15 * MINUTE;
/** Nobody stays longer than this, whatever they do. */
const LONGEST = 24 * 60 * MINUTE;
/** A visit is written down when so much has passed since the last one: not every page needs a transaction. */
const NOTED_EVERY = MINUTE;

interface UserAttributes {
	visitor: VisitorRow[];
}

const lucias = new WeakMap<House, Lucia<Attributes, UserAttributes>>();

function lucia(house: House): Lucia<Attributes, UserAttributes> {
	const known = lucias.get(house);
	if (known) return known;
	const secure = house.config.origin.startsWith('https:');
	const made = new Lucia(adapter(house), {
		sessionExpiresIn: new TimeSpan(IDLE, 'ms'),
		getSessionAttributes: (attributes) => attributes,
		getUserAttributes: (attributes) => attributes,
		sessionCookie: {
			// `__Host-` needs https; on http://localhost the browser would drop it.
			name: secure ? '__Host-sitzung' : 'sitzung',
			// A session cookie: closing the browser on a shared device ends it.
			expires: false,
			attributes: { secure, sameSite: 'lax', path: '/' }
		}
	});
	lucias.set(house, made);
	return made;
}

export interface SessionCookie {
	name: string;
	value: string;
	attributes: { path: string; httpOnly: boolean; secure: boolean; sameSite: 'lax'; maxAge?: number };
}

function cookie(house: House, value: string): SessionCookie {
	const secure = house.config.origin.startsWith('https:');
	const attributes = { path: '/', httpOnly: true, secure, sameSite: 'lax' } as const;
	return {
		name: cookieName(house),
		value,
		attributes: value === '' ? { ...attributes, maxAge: 0 } : attributes
	};
}

export function cookieName(house: House): string {
	return lucia(house).sessionCookieName;
}

/** Opens a session and returns the cookie to be set. `pending`: it opens nothing until the second factor is there. */
export async function open(house: House, personId: string, { pending = false } = {}): Promise<SessionCookie> {
	const startedAt = new Date().toISOString();
	const session = await lucia(house).createSession(personId, { startedAt, pendingAt: pending ? startedAt : null });
	return cookie(house, session.id);
}

export interface Visit {
	personId: string;
	/** What the database knows of them now. */
	visitor: VisitorRow[];
	/** Until when the session lasts when nothing more is done. */
	until: string;
	pending: boolean;
}

/** Whose session this is, or null when unknown or over. The visit makes it last for another quarter of an hour. */
export async function visit(house: House, sessionId: string): Promise<Visit | null> {
	const { session, user } = await lucia(house).validateSession(sessionId);
	if (!session) return null;
	const { userId: personId, startedAt, pendingAt } = session;
	const now = Date.now();
	const end = Date.parse(startedAt) + LONGEST;
	if (!(now < end)) {
		await close(house, sessionId);
		return null;
	}
	const until = new Date(Math.min(now + IDLE, end));
	// The other way round when the clock was set back: a session does not last longer for that.
	if (Math.abs(until.getTime() - session.expiresAt.getTime()) >= NOTED_EVERY) {
		// A full disk keeps nobody from reading on: only the visit is not noted.
		await adapter(house)
			.updateSessionExpiration(sessionId, until)
			.catch((error: unknown) => {
				if (!troubleOf(error)) throw error;
			});
	}
	return { personId, visitor: user.visitor, until: until.toISOString(), pending: pendingAt !== null };
}

/** The person whose session this is, or null when it is unknown, over or still pending. */
export async function resume(house: House, sessionId: string): Promise<string | null> {
	const found = await visit(house, sessionId);
	return found && !found.pending ? found.personId : null;
}

export async function close(house: House, sessionId: string): Promise<SessionCookie> {
	await lucia(house).invalidateSession(sessionId);
	return cookie(house, '');
}

export async function closeAll(house: House, personId: string): Promise<void> {
	await lucia(house).invalidateUserSessions(personId);
}

export async function sweep(house: House): Promise<void> {
	await lucia(house).deleteExpiredSessions();
}
