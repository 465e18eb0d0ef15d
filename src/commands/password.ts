import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { PASSWORD_LEAST } from '#lib/people/account.ts';
import { Plain } from './plainly.ts';

/** Reads a password: from a person, without showing it, or as the first line of a pipe. */
export async function readPassword(): Promise<string> {
	const person = process.stdin.isTTY;
	if (person) process.stderr.write('Password (not shown): ');
	// readline echoes to `output`; one that swallows everything shows nothing.
	const output = new Writable({ write: (_chunk, _encoding, done) => done() });
	const lines = createInterface({ input: process.stdin, output, terminal: person });
	try {
		for await (const line of lines) {
			if (person) process.stderr.write('\n');
			if (line.length >= PASSWORD_LEAST) return line;
			throw new Plain(`A password needs at least ${PASSWORD_LEAST} characters.`);
		}
	} finally {
		lines.close();
	}
	throw new Plain('No password was given. Type it, pipe it in, or use --generate.');
}
