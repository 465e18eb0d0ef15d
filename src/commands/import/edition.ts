import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as data from '#lib/data/data.server.ts';
import { BadArchive, readArchive, type Archive } from '#lib/data/restore/editionFiles.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { OperatorError } from '../process/reportOperatorError.ts';
import { options, Wrong } from '../run.ts';
import { agreed, type Wish } from './confirm.ts';

export const usage = `npm run import -- edition DIR

  An edition of open data (the JSON files of /daten) into an installation without any consultation: contributions,
  comments, versions with points, wordings and sources, results, answers, landscapes and reports are public again under
  their numbers and digests. Open data names no person and holds no ballot, so none come back; nothing can be added.`;

interface Asked extends Wish {
	folder: string;
}

const flag = { type: 'boolean', default: false } as const;

export function read(args: string[]): Asked {
	const flags = { 'dry-run': flag, yes: flag };
	const { values, positionals } = options({ args, options: flags, allowPositionals: true });
	const [folder, ...more] = positionals;
	if (!folder || more.length > 0) throw new Wrong('Say "edition DIR".');
	return { folder, dry: values['dry-run'], yes: values.yes };
}

function fileIn(folder: string, name: string): string | null {
	try {
		return readFileSync(join(folder, name), 'utf8');
	} catch {
		return null;
	}
}

/** What is wrong with an edition is said plainly. */
async function plainly<T>(work: () => T | Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw error instanceof BadArchive ? new OperatorError(error.message) : error;
	}
}

export async function work(ctx: Ctx, { folder, ...wish }: Asked): Promise<number> {
	const archive: Archive = await plainly(() => readArchive((name) => fileIn(folder, name)));
	const { contributions, comments, documents, results } = data.countOf(archive);
	console.log(`${contributions} contributions, ${comments} comments, ${documents} sealed texts, ${results} results.`);
	if (!(await agreed(wish))) return 0;
	await plainly(() => data.restore(ctx, archive));
	console.log('The edition was imported.');
	return 0;
}
