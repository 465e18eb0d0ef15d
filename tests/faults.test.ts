import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../src/commands/built.ts';
import { backUpAndImport } from './faults/file.ts';
import { withoutLog } from './faults/log.ts';
import { refused } from './support/served.ts';
import { makeTown } from './support/town.ts';

/** The short form of `npm run faults`, which also restarts, kills and counts. */
beforeAll(() => ensureBuilt(), 600_000);

describe('a fault', { timeout: 240_000 }, () => {
	it('of nobody: backup and import beside a running vote lose no lock, no vote, no page of the file', async () => {
		const tried = await backUpAndImport(1, 'a secret that only the faults know, 32+');
		expect(tried).toMatchObject({ unlocked: [], imported: 1, backups: 1, lost: 0, integrity: 'ok' });
		expect(tried.acknowledged).toBeGreaterThan(20);
	});

	it.runIf(process.platform === 'linux').each(['unread', 'full'] as const)(
		'of the log (%s) stops nobody',
		async (kind) => {
			const town = await makeTown();
			expect(await withoutLog(town.house.config, kind, 20)).toEqual({ healthy: 20, asked: 20, stopped: true });
		}
	);

	it('of the settings is one sentence: another secret, no folder for the video, no place for keys', async () => {
		const town = await makeTown();
		const { config } = town.house;
		const first = await refused(config, { TEILHABE_VIDEO: '/nowhere' });
		expect(first).toEqual({
			code: 1,
			said: expect.stringMatching(/^The folder \/nowhere in TEILHABE_VIDEO lacks [^\n]+\n$/)
		});
		const keys = await refused(config, { TEILHABE_KEYS: '/dev/null/keys' });
		expect(keys.said).toMatch(/^The folder \/dev\/null\/keys for the keys of ballots cannot be written\.[^\n]+\n$/);
		const other = await refused(config, { TEILHABE_SECRET: 'another secret of the same kind, 32+' });
		expect(other).toEqual({
			code: 1,
			said: expect.stringMatching(/^The secret in TEILHABE_SECRET is not the one[^\n]+\n$/)
		});
	});
});
