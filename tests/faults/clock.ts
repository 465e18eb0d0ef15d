import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { lastClock } from '#lib/server/clock.ts';
import { readConfig, type Config } from '#lib/server/config.ts';
import { openDatabase } from '#lib/server/db/connections/open.ts';
import { emptyDatabase } from '../support/empty.ts';
import { SECRET } from '../support/machine/secret.ts';
import { serve } from '../support/machine/served.ts';
import { countLost, openBallotHouse, prepareBallot, signIn, type Acknowledged, type Ballot } from './ballot.ts';
import { startVoters } from './voters.ts';

const DAY = 86_400_000;

export interface ClockJumped {
	jumps: number;
	/** What was destroyed for good although only the clock was wrong: keys of ballots, sealed phases, rows of people. */
	destroyed: string[];
	exits: number;
	acknowledged: number;
	lost: number;
	/** Milliseconds until somebody who signs in anew could vote after the clock was right again, the longest. */
	recovery: number;
	/** The log named the cause. */
	logged: boolean;
}

/** How long it is left wrong once that was noticed: longer than what ends votes and phases comes round. */
const WRONG_FOR = 26_000;
/** A busy machine lets the worker wait. */
const PATIENCE = 90_000;

/** The clock of a running server is set years ahead, back again, then a day back, while people vote. */
export async function jumpClock(jumps: readonly number[], server?: string): Promise<ClockJumped> {
	const folder = mkdtempSync(join(tmpdir(), 'teilhabe-clock-'));
	const database = await emptyDatabase(server ?? '');
	const config = readConfig({
		...{ DATABASE_URL: database.url, TEILHABE_KEYS: join(folder, 'keys') },
		TEILHABE_SECRET: SECRET
	});
	try {
		return await vote(config, folder, jumps);
	} finally {
		await database.drop();
		rmSync(folder, { recursive: true, force: true });
	}
}

async function vote(config: Config, folder: string, jumps: readonly number[]): Promise<ClockJumped> {
	const clock = join(folder, 'clock');
	const setClock = async (by: number) => {
		writeFileSync(`${clock}.new`, String(by));
		renameSync(`${clock}.new`, clock);
		await sleep(200);
	};
	await setClock(0);
	const ballot = await prepareBallot(config, { people: 40, points: 60 });
	const preload = pathToFileURL(resolve('tests/faults/clockPreload.ts')).href;
	const served = await serve(config, {
		...{ LOG_LEVEL: 'info', TEILHABE_KEYS: join(folder, 'keys') },
		...{ FAULTS_CLOCK: clock, NODE_OPTIONS: `--import ${preload}` }
	});
	const acknowledged: Acknowledged[] = [];
	const tenPoints = (nth: number) => ballot.points.slice(nth * 10, nth * 10 + 10);
	const voteFor = async (nth: number, people: Ballot['people']) => {
		const began = performance.now();
		const voters = startVoters(() => [served], { points: tenPoints(nth), people }, 8);
		await voters.more(1);
		const first = performance.now() - began;
		await voters.more(60);
		await voters.stop();
		acknowledged.push(...voters.acknowledged);
		return first;
	};
	await voteFor(0, ballot.people);
	await until(async () => (await noted(config)) !== null);
	const before = await kept(config, folder);
	let recovery = 0;
	for (const [n, by] of jumps.entries()) {
		const said = served.said().length;
		await setClock(by);
		await served.ask('/');
		// It is doubted for an hour, so that only the first jump is said.
		if (n === 0) await until(async () => served.said().slice(said).includes(JUMPED));
		await sleep(WRONG_FOR);
		await setClock(0);
		// Whoever visits while the clock is years ahead has to sign in again; that has to work at once.
		recovery = Math.max(recovery, await voteFor(n + 1, await signInAgain(config, ballot)));
	}
	const exits = served.exited() === null ? 0 : 1;
	await served.stop();
	const after = await kept(config, folder);
	const destroyed = Object.keys(before).filter((what) => (after[what] ?? 0) < (before[what] ?? 0));
	const logged = served.said().includes(JUMPED);
	const lost = await countLost(config, acknowledged);
	return { jumps: jumps.length, destroyed, exits, acknowledged: acknowledged.length, lost, recovery, logged };
}

const JUMPED = 'the clock has jumped';

async function until(holds: () => Promise<boolean>): Promise<void> {
	for (const end = performance.now() + PATIENCE; performance.now() < end && !(await holds());) await sleep(200);
}

async function noted(config: Config) {
	const connections = openDatabase(config.database);
	return lastClock(connections).finally(() => connections.close());
}

async function signInAgain(config: Config, ballot: Ballot): Promise<Ballot['people']> {
	const app = openBallotHouse(config);
	try {
		return await signIn(
			app,
			ballot.people.map(({ id }) => id)
		);
	} finally {
		await app.close();
	}
}

/** What only the right time of day may take away. */
async function kept(config: Config, folder: string): Promise<Record<string, number>> {
	const { reader, close } = openDatabase(config.database);
	try {
		const { people } = await reader
			.selectFrom('persons')
			.select((e) => e.fn.countAll<number>().as('people'))
			.executeTakeFirstOrThrow();
		const { keys } = await reader
			.selectFrom('ballotKeys')
			.where('destroyedAt', 'is', null)
			.select((e) => e.fn.countAll<number>().as('keys'))
			.executeTakeFirstOrThrow();
		return { people, keys, 'files of keys': readdirSync(join(folder, 'keys')).length };
	} finally {
		await close();
	}
}

export const JUMPS = [10 * 365 * DAY, -DAY, 40 * DAY, -400 * DAY] as const;
