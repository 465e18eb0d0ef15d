import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BadSheet } from '#lib/import/places.ts';
import { sentenceOf } from '#lib/import/row.ts';
import { TooManyStatements } from '#lib/opinion/polis/collectVotes.ts';
import { rolesIn, type ExportRole } from '#lib/opinion/polis/exportFiles.ts';
import type { RefusedLine } from '#lib/opinion/polis/exportLine.ts';
import { readExport, type Export, type PolisFiles } from '#lib/opinion/polis/polis.ts';
import { fill, t } from '#lib/texts/texts.ts';
import { OperatorError } from '../process/reportOperatorError.ts';

/** The files of a conversation in a folder. */
async function findFiles(folder: string): Promise<PolisFiles> {
	const names = await readdir(folder).catch((error: unknown) => {
		const code = error instanceof Error && 'code' in error ? error.code : '';
		throw new OperatorError(
			code === 'ENOTDIR' ? `${folder} is a file: say the folder it is in.` : `There is no folder ${folder}.`
		);
	});
	const roles = rolesIn(names);
	const read = async (role: ExportRole) => {
		const name = roles.get(role);
		if (name === undefined) return null;
		return readFile(join(folder, name)).catch(() => {
			throw new OperatorError(`The file ${join(folder, name)} cannot be read.`);
		});
	};
	return {
		comments: await read('comments'),
		table: await read('table'),
		votes: await read('votes')
	};
}

/** `wordless`: whether comments.csv may be missing. */
export async function exportIn(folder: string, { wordless }: { wordless: boolean }): Promise<Export> {
	const files = await findFiles(folder);
	if (!files.comments && !wordless) throw new OperatorError(`${folder}: ${t.imports.conversation.noComments}`);
	try {
		return readExport(files);
	} catch (error) {
		const known = error instanceof BadSheet || error instanceof TooManyStatements;
		throw known ? new OperatorError(`${folder}: ${error.message}`) : error;
	}
}

/** What is wrong with an export, line by line and as a whole: the same words for whoever imports it or analyses it. */
export function tellDamage({ refused, notes }: { refused: readonly RefusedLine[]; notes: readonly string[] }): void {
	for (const one of refused) {
		console.error(fill(t.imports.lineOf, { file: one.file, line: one.line, problem: sentenceOf(one) }));
	}
	for (const note of notes) console.log(note);
}
