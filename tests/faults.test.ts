import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '#lib/server/config.ts';
import { ensureBuilt } from '../src/commands/process/built.ts';
import { jumpClock, JUMPS } from './faults/clock.ts';
import { fillDisk } from './faults/disk.ts';
import { backUpAndImport } from './faults/file.ts';
import { killImports } from './faults/imports.ts';
import { withoutLog } from './faults/log.ts';
import { prepareBallot } from './faults/ballot.ts';
import { startVoters } from './faults/voters.ts';
import { OTHER_SECRET, SECRET } from './support/machine/secret.ts';
import { refused, serve } from './support/machine/served.ts';
import { makeTestApp } from './support/machine/testApp.ts';

/** The short form of `npm run faults`, which also restarts, kills, builds and counts. */
beforeAll(() => ensureBuilt(), 600_000);

describe('a fault', { timeout: 240_000 }, () => {
	it('of nobody: backup and import beside a running vote lose no lock, no vote, no page of the file', async () => {
		const tried = await backUpAndImport(1);
		expect(tried).toMatchObject({ unlocked: [], imported: 1, backups: 1, lost: 0, integrity: 'ok' });
		expect(tried.acknowledged).toBeGreaterThan(20);
	});

	it.runIf(process.platform === 'linux').each(['unread', 'full'] as const)(
		'of the log (%s) stops nobody',
		async (kind) => {
			const testApp = await makeTestApp();
			expect(await withoutLog(testApp.app.config, kind, 20)).toEqual({ healthy: 20, asked: 20, stopped: true });
		}
	);

	it('of the operator who mistypes the date ends no vote and destroys no key', async () => {
		const jumped = await jumpClock(JUMPS.slice(0, 1));
		expect(jumped).toMatchObject({ destroyed: [], exits: 0, lost: 0, logged: true });
	});

	it('of a worker that is killed in the middle of an import leaves nothing, and goes on where all of it is in', async () => {
		const killed = await killImports(1, 4_000);
		expect(killed).toMatchObject({ kills: 2, seen: 0, left: 0, whole: true });
		expect(killed.at[0]).toBeGreaterThan(0);
		// Its page has shown how far it was.
		expect(killed.bars).toEqual([expect.stringMatching(/^[1-9]\d* of 4000$/)]);
	});

	it.runIf(process.getuid?.() === 0 && process.platform === 'linux')(
		'of a disk that is full loses no vote, is named, and passes by itself',
		async () => {
			const full = await fillDisk('sqlite');
			const told = { status: 503, said: expect.stringContaining('the disk of the database is full') };
			expect(full).toMatchObject({ health: 200, ready: told, logged: true, exited: false, lost: 0, integrity: 'ok' });
		}
	);

	it('of the settings is one sentence: another secret, no folder for the video, no place for keys', async () => {
		const testApp = await makeTestApp();
		const { config } = testApp.app;
		const first = await refused(config, { TEILHABE_VIDEO: '/nowhere' });
		expect(first).toEqual({
			code: 1,
			said: expect.stringMatching(/^The folder \/nowhere in TEILHABE_VIDEO lacks [^\n]+\n$/)
		});
		const keys = await refused(config, { TEILHABE_KEYS: '/dev/null/keys' });
		expect(keys.said).toMatch(/^The folder \/dev\/null\/keys for the keys of ballots cannot be written\.[^\n]+\n$/);
		const other = await refused(config, { TEILHABE_SECRET: OTHER_SECRET });
		expect(other).toEqual({
			code: 1,
			said: expect.stringMatching(/^The secret in TEILHABE_SECRET is not the one[^\n]+\n$/)
		});
	});

	it('of whoever lost the secret or the keys is said at the start, and what is lost for good is said to be', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'teilhabe-lost-'));
		const keys = join(folder, 'keys');
		const config = readConfig({
			...{ DATABASE_URL: `file:${join(folder, 'lost.sqlite')}`, TEILHABE_KEYS: keys },
			TEILHABE_SECRET: SECRET
		});
		const ballot = await prepareBallot(config, { people: 2, points: 2 });
		const first = await serve(config, { TEILHABE_KEYS: keys, LOG_LEVEL: 'info' });
		const voters = startVoters(() => [first], ballot, 1);
		await voters.more(2);
		await voters.stop();
		await first.stop();

		const secretless = await refused(config, { TEILHABE_SECRET: '', TEILHABE_KEYS: keys });
		expect(secretless).toEqual({
			code: 1,
			said: expect.stringMatching(/^The secret of this database is missing[^\n]+\n$/)
		});
		rmSync(keys, { recursive: true });
		const keyless = await refused(config, { TEILHABE_KEYS: keys });
		expect(keyless.said).toMatch(/^The folder \S+keys does not have the key of a running vote[^\n]+\n$/);

		const again = await serve(config, { TEILHABE_KEYS: keys, TEILHABE_KEYS_LOST: '1', LOG_LEVEL: 'info' });
		const point = ballot.points[1];
		const body = new URLSearchParams({ choice: 'agree', wording: point?.wordingId ?? '' }).toString();
		const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(body.length) };
		const cookie = ballot.people[0]?.cookie ?? '';
		const vote = await again.ask(`/punkte/${point?.number}?/vote`, {
			method: 'POST',
			body,
			headers: { ...headers, cookie }
		});
		expect((await again.ask('/')).status).toBe(200);
		await again.stop();
		expect([403, 409]).toContain(vote.status);
		rmSync(folder, { recursive: true });
	});
});
