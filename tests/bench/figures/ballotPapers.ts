import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, type Bench, type Figure } from '../figure.ts';

const PAPERS = 100;
/** As `npm start` has them. */
const FLAGS = ['--max-semi-space-size=8', '--max-old-space-size=256'];

/** 22: papers read by a machine, filled in and photographed by a generator: how well, how long, in how much memory. */
export async function ballotPapers(bench: Bench): Promise<Figure[]> {
	const count = String(bench.asked.quick ? PAPERS / 10 : PAPERS);
	const folder = mkdtempSync(join(tmpdir(), 'teilhabe-papers-'));
	try {
		execFileSync(process.execPath, ['tests/bench/papers/fill.ts', folder, count]);
		const told = JSON.parse(
			String(execFileSync(process.execPath, [...FLAGS, 'tests/bench/papers/read.ts', folder, count]))
		);
		const shown = told.shown / told.votes;
		const [usual, worst] = [median(told.seconds), Math.max(...told.seconds)];
		const beside = `${told.read} of ${count} papers, ${told.votes} votes`;
		const less = { better: 'less' as const };
		return [
			{
				number: '22',
				what: 'wrong votes on papers read by a machine',
				ours: String(told.wrong),
				beside,
				value: told.wrong,
				unit: '',
				...less,
				bar: 0,
				stretch: 0
			},
			{
				number: '22b',
				what: 'votes shown to a person',
				ours: `${(shown * 100).toFixed(1)} %`,
				beside: String(told.shown),
				value: shown * 100,
				unit: '%',
				...less,
				bar: 5,
				stretch: 2
			},
			{
				number: '22c',
				what: 'reading one paper',
				ours: `${usual.toFixed(2)} s`,
				beside: `worst ${worst.toFixed(2)} s`,
				value: usual,
				unit: 's',
				...less,
				bar: 1.5,
				stretch: 0.7
			},
			{
				number: '22d',
				what: 'memory of a process that reads papers',
				ours: `${Math.round(told.megabytes)} MB`,
				beside,
				value: told.megabytes,
				unit: 'MB',
				...less,
				bar: 350,
				stretch: 250
			}
		];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
