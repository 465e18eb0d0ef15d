import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { BadConfig, type Config } from '#lib/server/config.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import { expectOwnSecret } from '#lib/server/db/migrations/installation.ts';
import { migrate, pending } from '#lib/server/db/migrations/migrate.ts';
import { openDatabase } from '#lib/server/db/connections/open.ts';
import { databaseErrorOf } from '#lib/server/db/databaseErrors.ts';
import { openApp } from '#lib/server/openApp.ts';
import { missingFiles } from '#lib/server/signLanguageVideo.server.ts';
import * as votes from '#lib/votes/votes.server.ts';

/** Machines start in any order: a database that is not there yet is waited for, though not for ever. */
const PATIENCE = 15_000;

/** There is such a host, and it will answer: unlike a name nobody knows, this passes. */
function mayCome(error: unknown): boolean {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	return databaseErrorOf(error) === 'away' && !/^(ENOTFOUND|EAI_AGAIN|25006)$/.test(code);
}

/** Throws `BadConfig` when the secret, the folder of keys or that of the video is not the one of this installation. */
export async function expectOwnFolders(config: Config, log: Logger): Promise<void> {
	await expectVideo(config);
	const app = openApp(config, log);
	try {
		await expectOwnSecret(app);
		app.ballotKeys.expectUsable();
		const phases = await votes.phasesWithoutKey(makeCtx(app, 'command'));
		if (phases.length === 0 || config.keysLost) return;
		throw new BadConfig(
			`The folder ${app.ballotKeys.folder} does not have the key of a running vote: nobody could vote any more. Say in TEILHABE_KEYS where it is. If it is lost for good, start with TEILHABE_KEYS_LOST=1; that vote then stays closed.`
		);
	} finally {
		await app.close();
	}
}

async function expectVideo(config: Config): Promise<void> {
	if (config.videoFolder === null) return;
	const missing = await missingFiles(config);
	if (missing.length === 0) return;
	throw new BadConfig(`The folder ${config.videoFolder} in TEILHABE_VIDEO lacks ${missing.join(', ')}.`);
}

function expectNone(missing: readonly string[]): void {
	if (missing.length === 0) return;
	throw new BadConfig(
		`The database is not up to date: ${missing.length} migrations are missing, the first is ${missing[0]}. Run "npm run migrate" before the start.`
	);
}

/**
 * Waits for the database and runs every migration that has not run yet; where the operator runs them apart
 * (MIGRATE_AT_START=0), it only looks, and throws `BadConfig` when one is missing.
 */
export async function bringUpToDate(config: Config, tell: (sentence: string) => void): Promise<void> {
	const until = performance.now() + PATIENCE;
	for (let tries = 1; ; tries++) {
		const database = openDatabase(config.database);
		try {
			if (config.migrateAtStart) await migrate(database, 'migrations', tell);
			else expectNone(await pending(database.reader, 'migrations'));
			return;
		} catch (error) {
			if (!mayCome(error) || performance.now() > until) throw error;
			if (tries === 1) tell('the database does not answer yet: waiting');
		} finally {
			await database.close();
		}
		await sleep(500);
	}
}
