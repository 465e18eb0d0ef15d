import { writeFileSync } from 'node:fs';
import { ensureBuilt } from '../../src/commands/process/built.ts';
import { readAsked } from './ask.ts';
import { stopAll } from './child.ts';
import { city, type City, type CitySize } from './city/city.ts';
import type { Bench, Figure, Measure } from './figure.ts';
import { reaches } from './figure.ts';
import { ballotPapers } from './figures/ballotPapers.ts';
import { cached } from './figures/cached.ts';
import { calm } from './figures/calm.ts';
import { checking } from './figures/checking.ts';
import { comparing } from './figures/comparing.ts';
import { desk, similar } from './figures/distilling.ts';
import { firstView } from './figures/first-view.ts';
import { growth } from './figures/growth.ts';
import { importing } from './figures/importing.ts';
import { besideDrawing, landscape } from './figures/landscape.ts';
import { languages } from './figures/languages.ts';
import { priorities } from './figures/priorities.ts';
import { lostWords } from './figures/words.ts';
import { twoProcesses } from './figures/processes.ts';
import { reading } from './figures/reading.ts';
import { representing } from './figures/representing.ts';
import { scale } from './figures/scale.ts';
import { staffSearch } from './figures/staffSearch.ts';
import { bytesPerVote, memory, start } from './figures/room.ts';
import { voting } from './figures/voting.ts';
import { Crew } from './load/load.ts';
import { printPlans } from './plans.ts';
import { machine, table } from './table.ts';

/**
 * `npm run bench`: how fast and how small it is, as ratios to what this very machine can do at most. `--quick` takes a
 * tenth of the sizes, `--only 1,4` some figures, `--json FILE` writes them, `--plans` shows how every query is
 * answered, `--strict` ends with 1 when a bar is missed. With DATABASE_URL=postgres://… it makes its databases there.
 */
const MEASURES: readonly [numbers: readonly string[], measure: Measure][] = [
	[['1', '1b'], reading],
	[['2', '3'], cached],
	[['4', '18'], voting],
	[['5'], growth],
	[['6'], firstView],
	[['7'], calm],
	[['8'], memory],
	[['9', '18b'], bytesPerVote],
	[['10'], start],
	[['11', '11b', '11c', '11d', '11e', '11f', '11g', '11h'], landscape],
	[['12'], besideDrawing],
	[['13'], desk],
	[['14'], similar],
	[['15'], comparing],
	[['16'], scale],
	[['17'], twoProcesses],
	[['19', '19b'], priorities],
	[['20', '20b'], representing],
	[['21', '21b'], importing],
	[['22', '22b', '22c', '22d'], ballotPapers],
	[['23'], lostWords],
	[['24'], checking],
	[['25', '25b', '25c', '25d'], languages],
	[['26'], staffSearch]
];
const numbers = MEASURES.flatMap(([numbers]) => numbers);
const twice = numbers.filter((one, at) => numbers.indexOf(one) !== at);
if (twice.length > 0) throw new Error(`two figures have the number ${twice.join(', ')}`);

const asked = readAsked(process.argv.slice(2), process.env.DATABASE_URL);
const about = machine(asked);
ensureBuilt();
const bench: Bench = { asked, crew: new Crew(), small: once(asked.small), big: once(asked.big) };
const problems = asked.plans ? await plans() : await measureAll();
bench.crew.stop();
process.exitCode = problems === 0 ? 0 : 1;

async function plans(): Promise<number> {
	await printPlans(await bench.big());
	return 0;
}

function once(size: CitySize): () => Promise<City> {
	let made: Promise<City> | undefined;
	return () => (made ??= announce(size));
}

async function announce(size: CitySize): Promise<City> {
	const began = performance.now();
	const made = await city(asked.server, size);
	const seconds = Math.round((performance.now() - began) / 1_000);
	if (seconds > 1) console.error(`made a database with ${size.votes} votes in ${seconds} s`);
	return made;
}

/** Returns how many measurements failed, and with `--strict` also how many bars were missed. */
async function measureAll(): Promise<number> {
	const wanted = MEASURES.filter(
		([numbers]) => asked.only.length === 0 || numbers.some((one) => asked.only.includes(one))
	);
	const figures: Figure[] = [];
	const failures: string[] = [];
	for (const [numbers, measure] of wanted) {
		console.error(`measuring ${numbers.join(' and ')} …`);
		try {
			figures.push(...(await measure(bench)));
		} catch (error) {
			await stopAll();
			failures.push(
				`${numbers.join(' and ')} could not be measured: ${error instanceof Error ? error.message : error}`
			);
		}
	}
	console.log(`\n${table(figures)}\n\n${about}`);
	for (const failure of failures) console.log(failure);
	if (asked.json) writeFileSync(asked.json, `${JSON.stringify({ machine: about, figures, failures }, null, '\t')}\n`);
	const missed = asked.strict ? figures.filter((figure) => !reaches(figure, figure.bar)).length : 0;
	return failures.length + missed;
}
