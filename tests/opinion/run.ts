import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Matrix } from '#lib/opinion/matrix.ts';
import { matrixOf, readExport } from '#lib/opinion/polis/polis.ts';
import { REAL, realFiles } from '../support/strategy/realConversation.ts';
import { SHAPES } from './shapes.ts';
import { answers, isOneOrder, likenessToOptimum, same, type Answer } from './tried.ts';

/**
 * Whether the verdict on groups is one of the votes, not of names, order or luck. It takes long, so it stands outside
 * `npm test`, where a short form of it runs.
 *
 *     node tests/opinion/run.ts                       the conversations in tests/data/opinion, and made ones
 *     node tests/opinion/run.ts --only brexit,blob    those whose name holds one of these words
 *     node tests/opinion/run.ts --folder DIR          exports in the folders of DIR instead
 *     --seeds N, --renamings N                        so many (20)
 */
const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { only: text, folder: text, seeds: text, renamings: text } });
const [seeds, renamings] = [Number(values.seeds ?? 20), Number(values.renamings ?? 20)];

function exportedIn(folder: string): [string, () => Matrix][] {
	const file = (...path: string[]) => (existsSync(join(folder, ...path)) ? readFileSync(join(folder, ...path)) : null);
	return readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
		if (!one.isDirectory()) return [];
		const files = () => ({
			comments: file(one.name, 'comments.csv'),
			table: file(one.name, 'participants-votes.csv'),
			votes: file(one.name, 'votes.csv')
		});
		return [[one.name, () => matrixOf(readExport(files()))]];
	});
}

const all: [string, () => Matrix][] = values.folder
	? exportedIn(values.folder)
	: [
			...Object.values(REAL).map((name): [string, () => Matrix] => [name, () => matrixOf(readExport(realFiles(name)))]),
			...Object.entries(SHAPES).map(([name, { matrix }]): [string, () => Matrix] => [name, matrix])
		];
const words = values.only?.split(',') ?? [''];

const figure = (value: number | null, digits: number) => (value === null ? '–' : value.toFixed(digits));

function told(name: string, given: readonly Answer[], likeness: number, ordered: boolean): string {
	const kinds = [...new Set(given.map(({ verdict, cause, k }) => `${verdict}${cause ? ` (${cause})` : ''}, k ${k}`))];
	const stabilities = given.flatMap(({ stability }) => stability ?? []);
	const span = stabilities.length > 0 ? [Math.min(...stabilities), Math.max(...stabilities)] : [null, null];
	const [least = null, most = null] = span;
	const alike = Math.min(...given.map((one) => one.alike));
	const error = given[0]?.standardError ?? null;
	const draws = given[0]?.draws ?? 0;
	return `${same(given) && ordered && likeness >= 0.98 ? 'one' : 'DIFFERS'} · ${name}: ${kinds.join(' | ')}; stability ${figure(least, 3)} to ${figure(most, 3)}, standard error ${figure(error, 4)}, ${draws} draws; groups of ${given.length} seeds alike ≥ ${alike.toFixed(3)}; to the optimum ≥ ${likeness.toFixed(3)}; ${renamings} renamings ${ordered ? 'one order' : 'SEVERAL ORDERS'}`;
}

let differing = 0;
for (const [name, make] of all.filter(([name]) => words.some((word) => name.includes(word)))) {
	const matrix = make();
	const given = [...answers(matrix, seeds)];
	const [likeness, ordered] = [likenessToOptimum(matrix, seeds), isOneOrder(matrix, renamings)];
	if (!same(given) || !ordered || likeness < 0.98) differing++;
	console.log(told(name, given, likeness, ordered));
}
console.log(`${differing} differ.`);
process.exitCode = differing > 0 ? 1 : 0;
