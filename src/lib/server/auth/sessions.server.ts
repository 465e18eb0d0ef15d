import { Lucia, TimeSpan, type Adapter } from 'lucia';
import { hash as digest } from 'node:crypto';
import { makeCtx } from '../ctx.ts';
import { kept, type Value } from '../db/kept.ts';
import { together } from '../db/together.ts';
import type { Db, House } from '../house.ts';

declare module 'lucia' {
	interface Register {
		Lucia: Lucia;
		DatabaseSessionAttributes: Record<never, never>;
		DatabaseUserAttributes: Record<never, never>;
	}
}

const hash = (sessionId: string) => digest('sha256', sessionId, 'base64url');

const sessionRow = kept((db, value: Value<{ id: string }>) =>
	db.selectFrom('sessions').select(['personId', 'expiresAt']).where('id', '=', value('id'))
);

/** lucia keeps the id from the cookie as it is; we keep its hash, so that a copy of the database opens nothing. */
function adapter(house: House): Adapter {
	const { reader } = house;
	const write = (work: (db: Db) => Promise<unknown>): Promise<void> =>
		together(makeCtx(house, 'web'), async ({ db }) => void (await work(db)));
	return {
		async getSessionAndUser(id) {
			const [row] = await sessionRow(reader, { id: hash(id) });
			if (!row) return [null, null];
			const session = { id, userId: row.personId, expiresAt: new Date(row.expiresAt), attributes: {} };
			return [session, { id: row.personId, attributes: {} }];
		},
		async getUserSessions(personId) {
			const rows = await reader.selectFrom('sessions').selectAll().where('personId', '=', personId).execute();
			return rows.map((row) => ({
				id: row.id,
				userId: row.personId,
				expiresAt: new Date(row.expiresAt),
				attributes: {}
			}));
		},
		async setSession({ id, userId, expiresAt }) {
			const row = { id: hash(id), personId: userId, expiresAt: expiresAt.toISOString() };
			await write((db) => db.insertInto('sessions').values(row).execute());
		},
		async updateSessionExpiration(id, expiresAt) {
			const until = { expiresAt: expiresAt.toISOString() };
			await write((db) => db.updateTable('sessions').set(until).where('id', '=', hash(id)).execute());
		},
		async deleteSession(id) {
			await write((db) => db.deleteFrom('sessions').where('id', '=', hash(id)).execute());
		},
		async deleteUserSessions(personId) {
			await write((db) => db.deleteFrom('sessions').where('personId', '=', personId).execute());
		},
		async deleteExpiredSessions() {
			const now = new Date().toISOString();
			await write((db) => db.deleteFrom('sessions').where('expiresAt', '<=', now).execute());
		}
	};
}

const lucias = new WeakMap<House, Lucia>();

function lucia(house: House): Lucia {
	const known = lucias.get(house);
	if (known) return known;
	const secure = house.config.origin.startsWith('https:');
	const made = new Lucia(adapter(house), {
		sessionExpiresIn: new TimeSpan(24, 'h'),
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

/** Opens a session and returns the cookie to be set. */
export async function open(house: House, personId: string): Promise<SessionCookie> {
	const session = await lucia(house).createSession(personId, {});
	return cookie(house, session.id);
}

/** Whose session this is, or null when unknown or expired. */
export async function resume(house: House, sessionId: string): Promise<string | null> {
	const { session } = await lucia(house).validateSession(sessionId);
	return session?.userId ?? null;
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
