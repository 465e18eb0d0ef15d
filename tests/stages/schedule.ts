import type { Run, Stage, Tally } from './stage.ts';

export interface Result {
	stage: Stage;
	tally: Tally;
	output: string;
	seconds: number;
}

/** Runs the stages with so many hands at a time, each after those it needs; a failure stops nothing but its followers. */
export async function schedule(
	stages: readonly Stage[],
	run: Run,
	hands: number,
	tell: (result: Result) => void,
	stopped: () => boolean
): Promise<Result[]> {
	const waiting = [...stages];
	const results: Result[] = [];
	const settled = (name: string) => results.some(({ stage }) => stage.name === name) || absent(name);
	const absent = (name: string) => !stages.some((stage) => stage.name === name);
	const running = new Set<Promise<void>>();
	while (waiting.length + running.size > 0) {
		if (stopped()) waiting.length = 0;
		const next = waiting.findIndex((stage) => (stage.after ?? []).every(settled));
		if (next >= 0 && running.size < hands) {
			for (const stage of waiting.splice(next, 1)) {
				const work = finish(stage, run, results).then((result) => {
					results.push(result);
					running.delete(work);
					tell(result);
				});
				running.add(work);
			}
		} else if (running.size > 0) await Promise.race(running);
	}
	return results;
}

async function finish(stage: Stage, run: Run, earlier: readonly Result[]): Promise<Result> {
	const began = performance.now();
	const broken = earlier.find(({ stage: { name }, tally }) => stage.after?.includes(name) && tally.failed > 0);
	const { tally, output } = broken
		? failure(`not run: »${broken.stage.headline}« failed`)
		: await stage.run(run).catch((error: unknown) => failure(String(error instanceof Error ? error.stack : error)));
	return { stage, tally, output, seconds: (performance.now() - began) / 1000 };
}

const failure = (output: string) => ({ tally: { passed: 0, failed: 1, skipped: 0 }, output });
