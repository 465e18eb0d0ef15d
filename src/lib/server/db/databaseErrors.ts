/**
 * What keeps a database from doing what was asked and is nobody's mistake: it does not answer (`away`), its disk is full
 * (`full`), it could not get to it in time (`busy`), its file or disk can only be read or is damaged (`broken`).
 */
export type DatabaseError = 'away' | 'full' | 'busy' | 'broken';

const KINDS: readonly { kind: DatabaseError; code: RegExp }[] = [
	{ kind: 'full', code: /^(SQLITE_FULL|ENOSPC|EDQUOT|EFBIG|53100)$/ },
	// SQLite says it in two ways: what could not be written may be a full disk, too.
	{ kind: 'full', code: /^SQLITE_IOERR_(WRITE|FSYNC|TRUNCATE|SHMSIZE|VNODE)$/ },
	{ kind: 'busy', code: /^(SQLITE_(BUSY|LOCKED|PROTOCOL)(_\w+)?|40001|40P01|55P03)$/ },
	{ kind: 'broken', code: /^(SQLITE_(CORRUPT|READONLY|NOTADB|IOERR|CANTOPEN|PERM)(_\w+)?|58030|XX001|XX002)$/ },
	{
		kind: 'away',
		code: /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|08\w{3}|57P\d\d|53[23]00|25006)$/
	}
];

/** The driver for PostgreSQL gives no code with these. */
const AWAY =
	/^(Connection terminated|Client (has encountered a connection error|was closed)|timeout (exceeded when trying to|expired)|timeout exceeded|Postgres connection has been discarded|Cannot use a pool after)/;

/** What ails the database when this was thrown; null: something else is wrong. */
export function databaseErrorOf(error: unknown): DatabaseError | null {
	if (error instanceof AggregateError) return databaseErrorOf(error.errors[0]);
	if (!(error instanceof Error)) return null;
	const code = 'code' in error ? String(error.code) : '';
	const known = KINDS.find((one) => one.code.test(code));
	if (known) return known.kind;
	if (AWAY.test(error.message)) return 'away';
	return error.cause === undefined ? null : databaseErrorOf(error.cause);
}

/** Another process was in the way: the same transaction may well succeed when it begins again. */
export function isConflict(error: unknown): boolean {
	return error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01');
}
