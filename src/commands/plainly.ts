import { BadConfig } from '#lib/server/config.ts';

/** Something the operator has to put right, said in one sentence. */
export class Plain extends Error {}

const CODES: Readonly<Record<string, string>> = {
	EADDRINUSE: 'The port is taken by another program. Choose another one with PORT.',
	EEXIST: 'The file is there already. Choose another name, or delete it first.',
	EACCES: 'Access was denied: to the port (below 1024?) or to the file of the database.',
	ECONNREFUSED: 'The database does not answer at the address in DATABASE_URL.',
	ENOTFOUND: 'The host in DATABASE_URL or HOST is not known.',
	EADDRNOTAVAIL: 'This machine does not have the address in HOST.',
	SQLITE_CANTOPEN: 'The file in DATABASE_URL cannot be opened.',
	SQLITE_NOTADB: 'The file in DATABASE_URL is not an SQLite database.',
	'28P01': 'The database does not accept the user or password in DATABASE_URL.',
	'3D000': 'The database in DATABASE_URL does not exist on this server.'
};

/** What the operator reads, or null when only the whole error with its stack can help. */
function sentence(error: unknown): string | null {
	if (error instanceof BadConfig || error instanceof Plain) return error.message;
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	return CODES[code] ?? null;
}

/** Runs a command; what an operator can put right is one sentence on stderr and exit code 1. */
export async function plainly(work: () => Promise<void>): Promise<void> {
	try {
		await work();
	} catch (error) {
		console.error(sentence(error) ?? error);
		process.exitCode = 1;
	}
}
