import type { Adapter } from 'lucia';
import { sha256 } from '../../sha256.ts';
import { makeCtx } from '../ctx.ts';
import { evenWhenClosed } from '../db/closure.ts';
import { preparedQuery, type Value } from '../performance/preparedQuery.ts';
import { transaction } from '../db/transaction.ts';
import type { Db, App } from '../app.ts';

export interface Attributes {
	startedAt: string;
	/** The password was right, the second factor is missing. */
	pendingAt: string | null;
}

/** What stands in the table in place of the id from the cookie. */
export const hash = (sessionId: string) => sha256(sessionId, 'base64url');

/** Whose session it is: one row for each role, one without when there is none. */
export interface VisitorRow {
	id: string;
	pseudonym: string;
	group: string;
	organisationId: string | null;
	organisation: string | null;
	role: string | null;
}

/** Asked at every request of somebody who is signed in: session, person and roles are one query. */
const sessionRows = preparedQuery((db, value: Value<{ id: string }>) =>
	db
		.selectFrom('sessions as s')
		.innerJoin('persons as p', 'p.id', 's.personId')
		.leftJoin('organisations as o', 'o.id', 'p.organisationId')
		.leftJoin('roles as r', 'r.personId', 'p.id')
		.select(['s.expiresAt', 's.startedAt', 's.pendingAt'])
		.select(['p.id', 'p.pseudonym', 'p.group', 'p.organisationId', 'o.name as organisation', 'r.role'])
		.where('s.id', '=', value('id'))
);

const begun = (row: { startedAt: string | null }) => row.startedAt ?? '';

/** lucia keeps the id from the cookie as it is; we keep its hash, so that a copy of the database opens nothing. */
export function adapter(app: App): Adapter {
	const { reader } = app;
	const write = (work: (db: Db) => Promise<unknown>): Promise<void> =>
		transaction(evenWhenClosed(makeCtx(app, 'web')), async ({ db }) => void (await work(db)));
	return {
		async getSessionAndUser(id) {
			const rows = await sessionRows(reader, { id: hash(id) });
			const [row] = rows;
			if (!row) return [null, null];
			const attributes = { startedAt: begun(row), pendingAt: row.pendingAt };
			const session = { id, userId: row.id, expiresAt: new Date(row.expiresAt), attributes };
			const visitor = rows.map(({ expiresAt: _e, startedAt: _s, pendingAt: _p, ...one }) => one);
			return [session, { id: row.id, attributes: { visitor } }];
		},
		async getUserSessions() {
			// lucia asks for it where sessions are listed; ours are listed by `sessionList.server.ts`, without what opens them.
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
