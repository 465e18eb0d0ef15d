// Sessions of people; the cookie itself is set and read by `http/signIn/sessionCookie.ts`.
import { Lucia, TimeSpan } from 'lucia';
import { databaseErrorOf } from '../db/databaseErrors.ts';
import type { App } from '../app.ts';
import { adapter, type Attributes, type VisitorRow } from './luciaAdapter.server.ts';
import { DAY, MINUTE } from '../../time.ts';

declare module 'lucia' {
	interface Register {
		Lucia: Lucia<Attributes, UserAttributes>;
		DatabaseSessionAttributes: Attributes;
		DatabaseUserAttributes: UserAttributes;
	}
}

/** Whoever does nothing for so long is signed out. */
export const IDLE = 15 * MINUTE;
/** Nobody stays longer than this, whatever they do. */
const LONGEST = DAY;
/** A visit is written down when so much has passed since the last one: not every page needs a transaction. */
const NOTED_EVERY = MINUTE;

interface UserAttributes {
	visitor: VisitorRow[];
}

const lucias = new WeakMap<App, Lucia<Attributes, UserAttributes>>();

function lucia(app: App): Lucia<Attributes, UserAttributes> {
	const known = lucias.get(app);
	if (known) return known;
	const secure = app.config.origin.startsWith('https:');
	const made = new Lucia(adapter(app), {
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
	lucias.set(app, made);
	return made;
}

export interface SessionCookie {
	name: string;
	value: string;
	attributes: { path: string; httpOnly: boolean; secure: boolean; sameSite: 'lax'; maxAge?: number };
}

function cookie(app: App, value: string): SessionCookie {
	const secure = app.config.origin.startsWith('https:');
	const attributes = { path: '/', httpOnly: true, secure, sameSite: 'lax' } as const;
	return {
		name: cookieName(app),
		value,
		attributes: value === '' ? { ...attributes, maxAge: 0 } : attributes
	};
}

export function cookieName(app: App): string {
	return lucia(app).sessionCookieName;
}

/** Opens a session and returns the cookie to be set. `pending`: it opens nothing until the second factor is there. */
export async function open(app: App, personId: string, { pending = false } = {}): Promise<SessionCookie> {
	const startedAt = new Date().toISOString();
	const session = await lucia(app).createSession(personId, { startedAt, pendingAt: pending ? startedAt : null });
	return cookie(app, session.id);
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
export async function visit(app: App, sessionId: string): Promise<Visit | null> {
	const { session, user } = await lucia(app).validateSession(sessionId);
	if (!session) return null;
	const { userId: personId, startedAt, pendingAt } = session;
	const now = Date.now();
	const end = Date.parse(startedAt) + LONGEST;
	if (!(now < end)) {
		await close(app, sessionId);
		return null;
	}
	const until = new Date(Math.min(now + IDLE, end));
	// The other way round when the clock was set back: a session does not last longer for that.
	if (Math.abs(until.getTime() - session.expiresAt.getTime()) >= NOTED_EVERY) {
		// A full disk keeps nobody from reading on: only the visit is not noted.
		await adapter(app)
			.updateSessionExpiration(sessionId, until)
			.catch((error: unknown) => {
				if (!databaseErrorOf(error)) throw error;
			});
	}
	return { personId, visitor: user.visitor, until: until.toISOString(), pending: pendingAt !== null };
}

/** The person whose session this is, or null when it is unknown, over or still pending. */
export async function resume(app: App, sessionId: string): Promise<string | null> {
	const found = await visit(app, sessionId);
	return found && !found.pending ? found.personId : null;
}

export async function close(app: App, sessionId: string): Promise<SessionCookie> {
	await lucia(app).invalidateSession(sessionId);
	return cookie(app, '');
}

export async function closeAll(app: App, personId: string): Promise<void> {
	await lucia(app).invalidateUserSessions(personId);
}

export async function sweep(app: App): Promise<void> {
	await lucia(app).deleteExpiredSessions();
}
