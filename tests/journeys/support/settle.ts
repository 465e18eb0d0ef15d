import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seed } from './seed.ts';

/** Before all journeys: the town is built once; every journey gets a copy of it. */
export default async function settle(): Promise<() => void> {
	const folder = mkdtempSync(join(tmpdir(), 'teilhabe-seeded-'));
	await seed(folder);
	process.env.JOURNEY_TOWN = folder;
	return () => rmSync(folder, { recursive: true, force: true });
}
