import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { equalShares, plainMajority, PURSES, type Ballots } from '#lib/priorities/shares/equalShares.ts';

const Size = z.object({ people: z.number(), measures: z.number(), times: z.number() });
const GROUPS = 3;
const COSTS = [1, 3, 10];
/** Of all that is wanted, a third can be paid for. */
const PART = 0.35;

/**
 * Computes the result of a priority round several times over, from memory and in a thread, as the server's worker does,
 * in a process of its own: prints the milliseconds of each time and the most memory the process ever took, in MB.
 */
if (isMainThread) {
	const size = { people: Number(process.argv[2]), measures: Number(process.argv[3]), times: Number(process.argv[4]) };
	const worker = new Worker(new URL(import.meta.url), { workerData: size });
	worker.once('message', (millis) => {
		console.log(JSON.stringify({ millis, memory: process.resourceUsage().maxRSS / 1_024 }));
	});
} else {
	const { people, measures, times } = Size.parse(workerData);
	const { ballots, costs } = made(people, measures);
	const budget = Math.round(costs.reduce((sum, cost) => sum + cost, 0) * PART);
	const millis = Array.from({ length: times }, () => {
		const began = performance.now();
		for (const purse of PURSES) equalShares(ballots, costs, budget, purse);
		plainMajority(ballots, costs, budget);
		return performance.now() - began;
	});
	parentPort?.postMessage(millis);
}

/** Everybody ticks about one in ten, what is near to the group of hers more often; a few things are wanted by many. */
function made(people: number, measures: number): { ballots: Ballots; costs: number[] } {
	const roll = dice(19);
	const group = Uint8Array.from({ length: people }, () => Math.floor(roll() ** 3 * GROUPS));
	const supporters = Array.from({ length: measures }, (_, measure) => {
		const wanted = 0.4 / (1 + measure / 8) + 0.03;
		const found = new Uint32Array(people);
		let count = 0;
		for (let one = 0; one < people; one++) {
			const near = measure % GROUPS === (group[one] ?? 0) ? 1.6 : 0.7;
			if (roll() < wanted * near) found[count++] = one;
		}
		return found.slice(0, count);
	});
	const costs = Array.from({ length: measures }, () => COSTS[Math.floor(roll() * COSTS.length)] ?? 1);
	return { ballots: { groups: GROUPS, group, supporters }, costs };
}

function dice(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
