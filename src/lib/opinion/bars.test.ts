import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { analyse } from './analysis.ts';
import { NO_GROUP } from './figures.ts';
import { randIndex } from './likeness.ts';
import { readPolis, type Conversation } from './polis.ts';
import { publishedGroups } from './publishedGroups.ts';

const REAL = '../shared/data/opinion';
const AUSTRIA = 'austria-climate.5twd2jsnkf.2022-08-08';
const OTHER_AUSTRIA = 'austria-climate.7z7ejpbmv5.2022-08-08';

function conversation(folder: string, files: readonly string[] = ['comments', 'participants-votes']): Conversation {
	const read = (name: string) => (files.includes(name) ? readFileSync(join(REAL, folder, `${name}.csv`)) : null);
	return readPolis({ comments: read('comments'), table: read('participants-votes'), votes: read('votes') });
}

/** How alike our groups are to the published ones, over those who are in both. */
function likeness(one: Conversation, k: number): number {
	const ours = analyse(one.matrix, { k }).of;
	const theirs = publishedGroups(one).of;
	const both = [...ours.keys()].filter((row) => ours[row] !== NO_GROUP && theirs[row] !== NO_GROUP);
	return randIndex(
		both.map((row) => ours[row] ?? 0),
		both.map((row) => theirs[row] ?? 0)
	);
}

const Published = z.array(z.object({ 'comment-id': z.string(), 'group-informed-consensus': z.string() }));

// Real conversations, not part of the project: without them there is nothing to compare with.
describe.skipIf(!existsSync(REAL))('real conversations (skipped where ../shared/data is absent)', () => {
	it.each([
		[AUSTRIA, 0.9],
		[OTHER_AUSTRIA, 0.8],
		['brexit-consensus', 0.8]
	])('%s falls into two stable groups, the published ones to a likeness of %d', (folder, least) => {
		const read = conversation(folder);
		expect(analyse(read.matrix)).toMatchObject({ k: 2, stable: true });
		expect(likeness(read, 2)).toBeGreaterThanOrEqual(least);
	});

	it('one man alone makes no group: bg2050 has no stable groups', () => {
		const { matrix } = conversation('bg2050-volunteers');
		expect(analyse(matrix)).toMatchObject({ k: 1, stable: false, characteristic: [] });
	});

	it('consensus of bg2050 is what was published, for all its statements', () => {
		const read = conversation('bg2050-volunteers');
		const { statements } = analyse(read.matrix, { groups: publishedGroups(read).of });
		const rows: unknown = parse(readFileSync(join(REAL, 'bg2050-volunteers/comments.csv')), { columns: true });
		const published = new Map(
			Published.parse(rows).map((row) => [row['comment-id'], Number(row['group-informed-consensus'])])
		);
		const off = statements.filter(({ column, gic }) => {
			return !(Math.abs(gic - (published.get(read.matrix.statements[column] ?? '') ?? NaN)) <= 1e-12);
		});
		expect(statements).toHaveLength(371);
		expect(off).toEqual([]);
	});

	it.each([AUSTRIA, 'brexit-consensus', 'bg2050-volunteers'])('%s reads alike from single votes', (folder) => {
		const single = conversation(folder, ['comments', 'votes']).matrix;
		const { matrix } = conversation(folder);
		expect(single.statements).toEqual(matrix.statements);
		expect(single.columns.length / matrix.columns.length).toBeCloseTo(1, 2);
	});
});
