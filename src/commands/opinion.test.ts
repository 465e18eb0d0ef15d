import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CAUSES, VERDICTS } from '#lib/opinion/stability/verdict.ts';

const folder = mkdtempSync(join(tmpdir(), 'teilhabe-opinion-'));
afterAll(() => rmSync(folder, { recursive: true }));

const id = z.string();
const figure = z.number().nullable();
const group = z.number().nullable();
const counts = { n: z.number(), agree: z.number(), disagree: z.number(), pass: z.number() };
const Written = z.strictObject({
	...{ k: z.number(), stable: z.boolean(), stability: figure, standardError: figure, silhouette: figure },
	...{ verdict: z.enum(VERDICTS), cause: z.enum(CAUSES).nullable(), draws: z.number(), seed: z.number() },
	byChance: z
		.strictObject({ bound: figure, standardError: z.number(), runs: z.number(), people: z.number() })
		.nullable(),
	trials: z.array(
		z.strictObject({
			...{ k: z.number(), smallest: z.number(), stability: figure, standardError: figure, draws: z.number() }
		})
	),
	participants: z.array(z.strictObject({ id, x: z.number(), y: z.number(), group })),
	statements: z.array(
		z.strictObject({
			...{ id, gic: z.number(), minLowerBound: z.number() },
			groups: z.array(z.strictObject({ group: z.number(), ...counts }))
		})
	),
	characteristic: z.array(
		z.strictObject({
			...{ group: z.number(), statement: id, direction: z.enum(['agree', 'disagree']) },
			...{ share: z.number(), others: z.number(), ratio: z.number(), differs: z.number(), decided: z.number() }
		})
	)
});

/** Thirty people of two minds, and one who has not voted. */
function conversation(): void {
	const statements = Array.from({ length: 10 }, (_, n) => n);
	const lines = Array.from({ length: 30 }, (_, person) => {
		const side = person < 12 ? 1 : -1;
		const votes = statements.map((n) => (n === 9 ? 1 : (person * 7 + n) % 9 === 0 ? 0 : side * (n % 2 ? 1 : -1)));
		return [person, person < 15 ? 0 : 1, ...votes].join(',');
	});
	const table = [`participant,group-id,${statements.join(',')}`, ...lines, `30,${','.repeat(10)}`];
	writeFileSync(join(folder, 'participants-votes.csv'), table.join('\n'));
	const comments = statements.map((n) => `${n},1,"Satz ${n}, mit Komma"`);
	writeFileSync(join(folder, 'comments.csv'), ['comment-id,moderated,comment-body', ...comments].join('\n'));
}

const COMMAND = ['src/commands/opinion.ts'];

describe('npm run opinion', () => {
	it('says in sentences what people think, and writes all of it to a file', () => {
		conversation();
		const out = join(folder, 'out.json');
		const said = execFileSync(process.execPath, [...COMMAND, folder, '--json', out], { encoding: 'utf8' });
		expect(said).toContain('2 stable groups.');
		expect(said).toContain('[9] Satz 9, mit Komma');
		const written = Written.parse(JSON.parse(readFileSync(out, 'utf8')));
		expect(written).toMatchObject({ k: 2, stable: true, verdict: 'stable', cause: null });
		expect(written.participants.map((one) => one.group)).toEqual(
			Array.from({ length: 31 }, (_, person) => (person === 30 ? null : person < 12 ? 1 : 0))
		);
		expect(written.statements[9]?.groups.map(({ agree }) => agree)).toEqual([18, 12]);
	});

	it('says in one sentence what it cannot do', () => {
		const empty = join(folder, 'empty');
		const ungrouped = join(folder, 'ungrouped');
		for (const one of [empty, ungrouped]) mkdirSync(one);
		writeFileSync(join(ungrouped, 'participants-votes.csv'), 'participant,0,1\n1,1,1\n');
		writeFileSync(join(empty, 'participants-votes.csv'), 'participant,0,1\n1,,\n');
		writeFileSync(join(empty, 'votes.csv'), 'who,what\n1,2\n');
		for (const [args, sentence] of [
			[[empty], 'In votes.csv fehlt eine dieser Spalten'],
			[[folder, '--groups', 'published', '--json', join(folder, 'no', 'out.json')], 'there is no such folder'],
			[[ungrouped, '--groups', 'published'], 'The export names no groups']
		] as const) {
			const { status, stderr } = spawnSync(process.execPath, [...COMMAND, ...args], { encoding: 'utf8' });
			expect({ status, lines: stderr.trim().split('\n').length }).toEqual({ status: 1, lines: 1 });
			expect(stderr).toContain(sentence);
		}
	});

	it.each([
		[['nowhere-at-all'], 1, 'There is no folder'],
		[['src/app.html'], 1, 'is a file'],
		[['src/routes'], 1, 'Es fehlt participants-votes.csv oder votes.csv'],
		[['.', '--k', 'two'], 2, '--k is a whole number']
	])('of %j ends with %i and a sentence', (args, code, sentence) => {
		const { status, stderr } = spawnSync(process.execPath, [...COMMAND, ...args], { encoding: 'utf8' });
		expect({ status, stderr }).toMatchObject({ status: code, stderr: expect.stringContaining(sentence) });
	});
});
