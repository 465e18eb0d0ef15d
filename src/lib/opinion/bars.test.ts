import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { REAL, realFiles } from '../../../tests/support/strategy/realConversation.ts';
import { analyse, type Analysis } from './analysis.ts';
import { Chance } from './chance.ts';
import { Collecting } from './polis/collectVotes.ts';
import { NO_GROUP } from './figures.ts';
import { randIndex } from './clustering/partitionSimilarity.ts';
import type { Matrix } from './matrix.ts';
import { matrixOf, readExport } from './polis/polis.ts';
import { publishedGroups } from './landscape/publishedGroups.ts';

type Files = readonly ('comments' | 'table' | 'votes')[];

function conversation(folder: string, files: Files = ['comments', 'table']) {
	const from = readExport(realFiles(folder, files));
	return { ...from, matrix: matrixOf(from) };
}
type Conversation = ReturnType<typeof conversation>;

const known = new Map<string, { read: Conversation; found: Analysis }>();

/** The same votes have the same groups, so nobody looks for them twice. */
function analysed(folder: string): { read: Conversation; found: Analysis } {
	const before = known.get(folder);
	if (before) return before;
	const read = conversation(folder);
	const made = { read, found: analyse(read.matrix) };
	known.set(folder, made);
	return made;
}

/** How alike groups are to the published ones, over those who are in both. */
function likeness(one: Conversation, ours: Uint8Array): number {
	const theirs = publishedGroups(one.matrix, one.published).of;
	const both = [...ours.keys()].filter((row) => ours[row] !== NO_GROUP && theirs[row] !== NO_GROUP);
	return randIndex(
		both.map((row) => ours[row] ?? 0),
		both.map((row) => theirs[row] ?? 0)
	);
}

/** The same votes of people and on statements with other names, in another order. `was`: which row each person was. */
function renamed({ participants, statements, pointers, columns, values, zeroed }: Matrix, seed: number) {
	const chance = new Chance(seed);
	const names = (count: number) => Array.from({ length: count }, () => String(Math.floor(1e9 * chance.next())));
	const [people, points] = [names(participants.length), names(statements.length)];
	const collecting = new Collecting();
	const rows = [...participants.keys()].sort(() => chance.next() - 0.5);
	for (const row of rows) {
		const person = collecting.participant(people[row] ?? '');
		for (let entry = pointers[row] ?? 0; entry < (pointers[row + 1] ?? 0); entry++)
			collecting.add(person, collecting.statement(points[columns[entry] ?? 0] ?? ''), values[entry] ?? 0);
	}
	const out = new Set(points.filter((_, column) => zeroed[column] === 1));
	const matrix = collecting.matrix((name) => out.has(name));
	return { matrix, was: matrix.participants.map((name) => people.indexOf(name)) };
}

const Published = z.array(z.object({ 'comment-id': z.string(), 'group-informed-consensus': z.string() }));

describe('real conversations', () => {
	it.each([
		[REAL.austria, 0.9],
		[REAL.otherAustria, 0.8],
		[REAL.brexit, 0.8]
	])(
		'%s surely falls into two groups, the published ones to a likeness of %d',
		{ timeout: 240_000 },
		(folder, least) => {
			const { read, found } = analysed(folder);
			expect(found).toMatchObject({ k: 2, verdict: 'stable', cause: null });
			expect((found.stability ?? 0) - 2 * (found.standardError ?? 1)).toBeGreaterThanOrEqual(0.75);
			expect(likeness(read, found.of)).toBeGreaterThanOrEqual(least);
		}
	);

	it('one man alone makes no group: bg2050 has no stable groups, and no stability is made up', () => {
		const { matrix } = conversation(REAL.bowlingGreen);
		const nothing = { stability: null, standardError: null, silhouette: null, byChance: null, characteristic: [] };
		expect(analyse(matrix)).toMatchObject({ k: 1, verdict: 'none', cause: 'small', ...nothing });
	});

	it('under other names, in another order, has the same groups and the same figures', { timeout: 240_000 }, () => {
		const {
			read: { matrix },
			found: first
		} = analysed(REAL.brexit);
		for (const seed of [1, 2]) {
			const { matrix: other, was } = renamed(matrix, seed);
			const again = analyse(other);
			const { stability, standardError, silhouette, byChance, verdict } = first;
			expect(again).toMatchObject({ seed: first.seed, stability, standardError, silhouette, byChance, verdict });
			expect(again.of).toEqual(Uint8Array.from(was, (row) => first.of[row] ?? NO_GROUP));
		}
	});

	it('consensus of bg2050 is what was published, for all its statements', () => {
		const read = conversation(REAL.bowlingGreen);
		const { statements } = analyse(read.matrix, { groups: publishedGroups(read.matrix, read.published).of });
		const rows: unknown = parse(realFiles(REAL.bowlingGreen).comments ?? '', { columns: true });
		const published = new Map(
			Published.parse(rows).map((row) => [row['comment-id'], Number(row['group-informed-consensus'])])
		);
		const off = statements.filter(({ column, gic }) => {
			return !(Math.abs(gic - (published.get(read.matrix.statements[column] ?? '') ?? NaN)) <= 1e-12);
		});
		expect(statements).toHaveLength(371);
		expect(off).toEqual([]);
	});

	it.each([REAL.austria, REAL.brexit, REAL.bowlingGreen])('%s reads alike from single votes', (folder) => {
		const single = conversation(folder, ['comments', 'votes']).matrix;
		const { matrix } = conversation(folder);
		expect(single.statements).toEqual(matrix.statements);
		expect(single.columns.length / matrix.columns.length).toBeCloseTo(1, 2);
	});
});
