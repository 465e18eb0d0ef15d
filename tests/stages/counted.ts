import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Outcome } from './command.ts';
import type { Run, Tally } from './stage.ts';

const VitestReport = z.object({
	numPassedTests: z.number(),
	numFailedTests: z.number(),
	numPendingTests: z.number(),
	numTodoTests: z.number()
});

const PlaywrightReport = z.object({
	stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() })
});

/** A file that does not load fails without failing a test; no test found is no success either. */
function honest(tally: Tally, ok: boolean): Tally {
	const empty = tally.passed + tally.failed === 0;
	return tally.failed === 0 && (!ok || empty) ? { ...tally, failed: 1 } : tally;
}

function readReport<S extends z.ZodType>(file: string, schema: S): z.output<S> | null {
	try {
		return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
	} catch {
		return null;
	}
}

/** A stage that is one check: it holds or not. */
export function single({ ok, output }: Outcome): { tally: Tally; output: string } {
	const tally = ok ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
	return { tally, output: ok ? '' : output };
}

export async function vitest(run: Run, name: string, args: readonly string[], env: Record<string, string> = {}) {
	const file = join(run.folder, `${name}.json`);
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	const outcome = await run.command('vitest', ['run', ...reporters, ...args], env);
	const report = readReport(file, VitestReport);
	const tally = {
		passed: report?.numPassedTests ?? 0,
		failed: report?.numFailedTests ?? 0,
		skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
	};
	return { tally: honest(tally, outcome.ok), output: outcome.ok ? '' : outcome.output };
}

export async function playwright(run: Run, args: readonly string[]) {
	const file = join(run.folder, 'journeys.json');
	const config = ['test', '--config', 'tests/journeys/playwright.config.ts', '--reporter=list,json'];
	const outcome = await run.command('playwright', [...config, ...args], { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
	const stats = readReport(file, PlaywrightReport)?.stats;
	const tally = {
		passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
		failed: stats?.unexpected ?? 0,
		skipped: stats?.skipped ?? 0
	};
	return { tally: honest(tally, outcome.ok), output: outcome.ok ? '' : outcome.output };
}
