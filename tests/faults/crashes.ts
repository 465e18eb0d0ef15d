import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '#lib/server/config.ts';
import { emptyDatabase } from '../support/empty.ts';
import { SECRET } from '../support/machine/secret.ts';
import { serve } from '../support/machine/served.ts';
import { countLost, prepareBallot } from './ballot.ts';
import { startVoters } from './voters.ts';

export interface Crashed {
	crashes: number;
	/** How often it did not start again. */
	dead: number;
	acknowledged: number;
	lost: number;
}

/** People vote, and the server is killed at a random moment and started again, so many times. */
export async function killServers(crashes: number, server?: string): Promise<Crashed> {
	const database = await emptyDatabase(server ?? '');
	const keys = mkdtempSync(join(tmpdir(), 'teilhabe-faults-'));
	const config = readConfig({
		...{ DATABASE_URL: database.url, TEILHABE_KEYS: keys },
		TEILHABE_SECRET: SECRET
	});
	const env = { LOG_LEVEL: 'info', TEILHABE_KEYS: keys };
	const ballot = await prepareBallot(config, { people: 100, points: 60 });
	let served = await serve(config, env);
	const voters = startVoters(() => [served], ballot, 16);
	let dead = 0;
	for (let n = 0; n < crashes; n++) {
		await voters.more(10);
		await sleep(Math.random() * 300);
		await served.stop('SIGKILL');
		try {
			served = await serve(config, env);
		} catch {
			dead++;
			served = await serve(config, env);
		}
	}
	await voters.more(10);
	await voters.stop();
	await served.stop();
	const lost = await countLost(config, voters.acknowledged);
	await database.drop();
	rmSync(keys, { recursive: true });
	return { crashes, dead, acknowledged: voters.acknowledged.length, lost };
}
