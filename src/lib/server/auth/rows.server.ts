import type { Adapter } from 'lucia';
import { hash as digest } from 'node:crypto';
import { makeCtx } from '../ctx.ts';
import { evenWhenClosed } from '../db/closure.ts';
import { kept, type Value } from '../db/kept.ts';
import { together } from '../db/together.ts';
import type { Db, House } from '../house.ts';

export interface Attributes {
	startedAt: string;
	/** The password was right, the second factor is missing. */
	pendingAt: string | null;
}

/** What stands in the table in place of the id from the cookie. */
export const hash = (sessionId: string) => digest('sha256', sessionId, 'base64url');

const sessionRow = kept((db, value: Value<{ id: string }>) =>
	db.selectFrom('sessions').select(['personId', 'expiresAt', 'startedAt', 'pendingAt']).where('id', '=', value('id'))
);

const begun = (row: { startedAt: string | null }) => row.startedAt ?? '';

/** lucia keeps the id from the cookie as it is; we keep its hash, so that a copy of the database opens nothing. */
export function adapter(house: House): Adapter {
	const { reader } = house;
	const write = (work: (db: Db) => Promise<unknown>): Promise<void> =>
		together(evenWhenClosed(makeCtx(house, 'web')), async ({ db }) => void (await work(db)));
	return {
		async getSessionAndUser(id) {
			const [row] = await sessionRow(reader, { id: hash(id) });
			if (!row) return [null, null];
			const attributes = { startedAt: begun(row), pendingAt: row.pendingAt };
			const session = { id, userId: row.personId, expiresAt: new Date(row.expiresAt), attributes };
			return [session, { id: row.personId, attributes: {} }];
		},
		async getUserSessions() {
			// lucia asks for it where sessions are listed; ours are listed by `all`, without what opens them.
			return [];
		},
		async setSession({ id, userId, expiresAt, attributes }) {
			const row = { id: hash(id), personId: userId, expiresAt: expiresAt.toISOString(), ...attributes };
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
