/** Something the operator has to put right, said in one sentence. */
export class OperatorError extends Error {
	override readonly name = 'Plain';
}

/** Errors that are sentences already. By name: the built application brings its own copies of their classes. */
const SENTENCES = new Set(['Plain', 'BadConfig', 'MigrationFailed', 'BackupFailed']);

const CODES: Readonly<Record<string, string>> = {
	EADDRINUSE: 'The port is taken by another program. Choose another one with PORT.',
	EEXIST: 'The file is there already. Choose another name, or delete it first.',
	EACCES: 'Access was denied: to the port (below 1024?) or to the file of the database.',
	EROFS: 'The file of the database or its folder can only be read.',
	ENOTDIR: 'A part of the path in DATABASE_URL is a file, not a folder.',
	ENOSPC: 'The disk is full.',
	ECONNREFUSED: 'The database does not answer at the address in DATABASE_URL.',
	ECONNRESET: 'The database at the address in DATABASE_URL breaks connections off.',
	ETIMEDOUT: 'The database does not answer at the address in DATABASE_URL.',
	EHOSTUNREACH: 'The machine in DATABASE_URL cannot be reached.',
	ENETUNREACH: 'The machine in DATABASE_URL cannot be reached.',
	ENOTFOUND: 'The host in DATABASE_URL or HOST is not known.',
	EAI_AGAIN: 'The host in DATABASE_URL or HOST is not known.',
	EADDRNOTAVAIL: 'This machine does not have the address in HOST.',
	SQLITE_CANTOPEN: 'The file in DATABASE_URL cannot be opened.',
	SQLITE_NOTADB: 'The file in DATABASE_URL is not an SQLite database.',
	SQLITE_CORRUPT: 'The file in DATABASE_URL is damaged. Put back a copy of it.',
	SQLITE_READONLY: 'The file in DATABASE_URL can only be read.',
	SQLITE_FULL: 'The disk of the database is full.',
	SQLITE_IOERR: 'The file in DATABASE_URL cannot be read or written: the disk is full or broken.',
	SQLITE_BUSY: 'The file in DATABASE_URL is kept busy by another program.',
	'28P01': 'The database does not accept the user or password in DATABASE_URL.',
	'28000': 'The database does not accept the user or password in DATABASE_URL.',
	'3D000': 'The database in DATABASE_URL does not exist on this server.',
	'42501': 'The user in DATABASE_URL may not do this in the database.',
	'53100': 'The disk of the database is full.',
	'53300': 'The database has no connection left. Lower DATABASE_POOL, or allow it more.',
	'57P01': 'The database was shut down.',
	'57P03': 'The database is starting or stopping.'
};

/** SQLite's codes have endings that say more than an operator needs: SQLITE_IOERR_WRITE. */
function sentenceOf(code: string): string | null {
	const known = CODES[code];
	if (known !== undefined) return known;
	const shorter = /^(SQLITE_[A-Z]+)_/.exec(code)?.[1];
	return shorter === undefined ? null : (CODES[shorter] ?? null);
}

/** Each of a list of addresses was tried. */
function first(error: unknown): unknown {
	return error instanceof AggregateError && error.errors.length > 0 ? first(error.errors[0]) : error;
}

/** What the operator reads: a sentence, never a stack. */
function sentence(thrown: unknown): string {
	const error = first(thrown);
	if (!(error instanceof Error)) return `Something went wrong: ${String(error)}`;
	if (SENTENCES.has(error.name)) return error.message;
	const code = 'code' in error ? String(error.code) : '';
	return sentenceOf(code) ?? `Something went wrong: ${error.message.split('\n')[0]}${code ? ` (${code})` : ''}`;
}

/** Runs a command; what went wrong is one sentence on stderr and exit code 1. */
export async function reportOperatorError(work: () => Promise<void>): Promise<void> {
	try {
		await work();
	} catch (error) {
		console.error(sentence(error));
		// Whoever looks for a fault of ours asks for it.
		if (process.env.LOG_LEVEL === 'debug') console.error(error);
		process.exitCode = 1;
	}
}
