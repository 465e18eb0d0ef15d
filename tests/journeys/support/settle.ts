import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#lib/server/config.ts';
import { SECRET } from '../../support/machine/secret.ts';
import { serve } from '../../support/machine/served.ts';
import { fileOf, PLACES, seed, type Place } from './seed.ts';

/** Before all journeys: the town is built once; every journey gets a copy of it. */
export default async function settle(): Promise<() => void> {
	const folder = mkdtempSync(join(tmpdir(), 'teilhabe-seeded-'));
	await seed(folder);
	await Promise.all(PLACES.map((place) => firstRound(folder, place)));
	process.env.JOURNEY_TOWN = folder;
	return () => rmSync(folder, { recursive: true, force: true });
}

/**
 * The worker's first round (papers, landscapes, search words) is done once, not by every copy again; a server that stops waits for it. It also
 * leaves behind what Node has compiled, which the servers of journeys cannot: they are killed.
 */
async function firstRound(folder: string, place: Place): Promise<void> {
	const env = { DATABASE_URL: `file:${fileOf(folder, place)}`, TEILHABE_SECRET: SECRET, ORIGIN: 'http://127.0.0.1' };
	const server = await serve(readConfig(env), { LOG_LEVEL: 'info' });
	const code = await server.stop();
	if (code !== 0) throw new Error(`The first round at ${place} ended with ${code}: ${server.said()}`);
}
