import { stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { analyse, SEED, type Wish } from '#lib/opinion/analysis.ts';
import type { Matrix } from '#lib/opinion/matrix.ts';
import { matrixOf, type Export } from '#lib/opinion/polis/polis.ts';
import { NoGroups, publishedGroups, type PublishedGroups } from '#lib/opinion/landscape/publishedGroups.ts';
import { exportIn, tellDamage } from './opinion/files.ts';
import { tell } from './opinion/tell.ts';
import { written } from './opinion/written.ts';
import { OperatorError } from './process/reportOperatorError.ts';
import { options, runAlone, Wrong } from './run.ts';

const K_MAX = 100;

const usage = `npm run opinion -- DIR [options]

Analyses a conversation that was exported from Polis: which groups of people vote alike, whether these groups are
stable, what sets them apart and what builds bridges between them. DIR holds participants-votes.csv or votes.csv and,
for the texts, comments.csv.

  --k N                 divide into N groups, stable or not (1 to ${K_MAX})
  --groups published    take the groups in the export's column group-id instead of looking for groups
  --json OUT            write everything to a file
  --seed N              another beginning for chance (default: ${SEED}); the same seed gives the same result

Exit code: 0 analysed, 1 nothing could be analysed, 2 typed wrongly.`;

interface Asked {
	folder: string;
	k: number | undefined;
	published: boolean;
	json: string | undefined;
	seed: number;
}

function whole(text: string, least: number, most: number, name: string): number {
	const number = /^\d+$/.test(text) ? Number(text) : NaN;
	if (number >= least && number <= most) return number;
	throw new Wrong(`--${name} is a whole number from ${least} to ${most}.`);
}

function read(args: string[]): Asked {
	const text = { type: 'string' } as const;
	const flags = { k: text, groups: text, json: text, seed: text };
	const { values, positionals } = options({ args, options: flags, allowPositionals: true });
	const [folder, ...more] = positionals;
	if (!folder || more.length > 0) throw new Wrong('Say which folder holds the exported conversation.');
	if (values.groups !== undefined && values.groups !== 'published')
		throw new Wrong('--groups can only be "published".');
	if (values.groups && values.k) throw new Wrong('Either --k or --groups: published groups have a number already.');
	const k = values.k === undefined ? undefined : whole(values.k, 1, K_MAX, 'k');
	const seed = values.seed === undefined ? SEED : whole(values.seed, 0, 2 ** 32 - 1, 'seed');
	return { folder, k, published: values.groups !== undefined, json: values.json, seed };
}

function groupsOf(matrix: Matrix, { published }: Export): PublishedGroups {
	try {
		return publishedGroups(matrix, published);
	} catch (error) {
		throw error instanceof NoGroups ? new OperatorError(error.message) : error;
	}
}

/** Known before minutes are spent on what could not be kept. */
async function expectFolder(file: string): Promise<void> {
	const folder = await stat(dirname(file)).catch(() => null);
	if (!folder?.isDirectory()) throw new OperatorError(`The file ${file} cannot be written: there is no such folder.`);
}

async function write(file: string, content: unknown): Promise<void> {
	await writeFile(file, `${JSON.stringify(content)}\n`).catch(() => {
		throw new OperatorError(`The file ${file} cannot be written.`);
	});
}

await runAlone({
	usage,
	read,
	async work({ folder, k, published, json, seed }) {
		if (json) await expectFolder(json);
		const from = await exportIn(folder, { wordless: true });
		tellDamage(from);
		const matrix = matrixOf(from);
		const groups = published ? groupsOf(matrix, from) : null;
		const wish: Wish = groups ? { seed, groups: groups.of } : k === undefined ? { seed } : { seed, k };
		const analysis = analyse(matrix, wish);
		const labels = groups?.labels ?? Array.from({ length: analysis.k }, (_, group) => group);
		for (const line of tell({ from, matrix, analysis, labels, wish })) console.log(line);
		if (json) {
			await write(json, written(matrix, analysis, labels));
			console.log(`\nEverything is in ${json}.`);
		}
		return 0;
	}
});
