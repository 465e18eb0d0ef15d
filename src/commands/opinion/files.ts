import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PolisFiles } from '#lib/opinion/polis.ts';
import { Plain } from '../plainly.ts';

/** Names as exports have them, also with something before: `r4abc-participant-votes.csv`. */
const TABLE = /(^|[-_. ])participants?[-_]votes\.csv$/i;
const VOTES = /(^|[-_. ])votes\.csv$/i;
const COMMENTS = /(^|[-_. ])(comments|statements)\.csv$/i;

/** The files of a conversation in a folder. */
export async function findFiles(folder: string): Promise<PolisFiles> {
	const names = await readdir(folder).catch((error: unknown) => {
		const code = error instanceof Error && 'code' in error ? error.code : '';
		throw new Plain(
			code === 'ENOTDIR' ? `${folder} is a file: say the folder it is in.` : `There is no folder ${folder}.`
		);
	});
	// The plain name before a longer one.
	names.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
	const read = async (matches: (name: string) => boolean) => {
		const name = names.find(matches);
		if (name === undefined) return null;
		return readFile(join(folder, name)).catch(() => {
			throw new Plain(`The file ${join(folder, name)} cannot be read.`);
		});
	};
	return {
		comments: await read((name) => COMMENTS.test(name)),
		table: await read((name) => TABLE.test(name)),
		votes: await read((name) => VOTES.test(name) && !TABLE.test(name))
	};
}
