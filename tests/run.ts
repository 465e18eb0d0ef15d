import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { commands } from './stages/command.ts';
import { schedule, type Result } from './stages/schedule.ts';
import { STAGES } from './stages/stages.ts';
import { HANDS } from './support/machine/parallel.ts';

/**
 * Everything that must hold, with nothing installed but what `npm ci` brought. The last line counts.
 *
 *     npm test                                  all stages
 *     npm test -- --only unit,postgres          some of them
 *     npm test -- --only unit src/lib/votes     words after it go to vitest or playwright
 */
const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });
const only = values.only?.split(',');
const unknown = only?.filter((name) => !STAGES.some((stage) => stage.name === name)) ?? [];
if (unknown.length > 0 || (positionals.length > 0 && !only)) {
	console.error(`Usage: npm test -- --only ${STAGES.map((stage) => stage.name).join('|')} [words]`);
	process.exit(2);
}

const began = performance.now();
const folder = mkdtempSync(join(tmpdir(), 'teilhabe-run-'));
// PostgreSQL runs as somebody else when we are root, and must be able to walk through.
chmodSync(folder, 0o755);
const { command, killAll } = commands(folder);
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	process.on(signal, () => {
		interrupted = true;
		killAll();
	});
}

function tell({ stage, tally, output, seconds }: Result): void {
	const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
	const broken = tally.failed > 0 ? `${tally.failed} BROKEN, ` : '';
	console.log(`── ${stage.name}: ${stage.headline}`);
	if (output) console.log(`${output.trimEnd()}\n`);
	console.log(`   ${broken}${tally.passed} fine${skipped} · ${seconds.toFixed(1)} s`);
}

const stages = STAGES.filter((stage) => !only || only.includes(stage.name));
let results: Result[] = [];
try {
	results = await schedule(stages, { folder, command, rest: positionals }, HANDS, tell, () => interrupted);
} finally {
	rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

const sum = (count: (result: Result) => number) => results.reduce((total, result) => total + count(result), 0);
const [passed, failed, skipped] = [
	sum(({ tally }) => tally.passed),
	sum(({ tally }) => tally.failed) + (interrupted ? 1 : 0),
	sum(({ tally }) => tally.skipped)
];
const minutes = (performance.now() - began) / 60_000;
console.log(`\n${interrupted ? 'Interrupted' : 'Done'} after ${minutes.toFixed(1)} minutes.`);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
