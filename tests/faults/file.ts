import Database from 'better-sqlite3';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#lib/server/config.ts';
import { command, node } from '../support/machine/command.ts';
import { SECRET } from '../support/machine/secret.ts';
import { serve } from '../support/machine/served.ts';
import { countLost, prepareBallot } from './ballot.ts';
import { locksOf } from './locks.ts';
import { startVoters } from './voters.ts';

export interface FileTried {
	/** At which moments the server no longer held its lock. */
	unlocked: string[];
	moments: number;
	imported: number | null;
	backups: number;
	acknowledged: number;
	lost: number;
	integrity: unknown;
}

/** A program of its own that opens the file, copies it online and closes it again, as an operator's backup does. */
const BACKUP = `import Database from 'better-sqlite3';
const database = new Database(process.argv[1]);
await database.backup(process.argv[2]);
database.close();`;

/** People vote while the file is backed up and something is imported beside the running server, again and again. */
export async function backUpAndImport(rounds: number): Promise<FileTried> {
	const folder = mkdtempSync(join(tmpdir(), 'teilhabe-faults-'));
	const file = join(folder, 'faults.sqlite');
	const config = readConfig({ DATABASE_URL: `file:${file}`, TEILHABE_SECRET: SECRET, LOG_LEVEL: 'silent' });
	const ballot = await prepareBallot(config, { people: 60, points: 60 });
	const server = await serve(config, { LOG_LEVEL: 'info' });
	const tried: FileTried = {
		unlocked: [],
		moments: 0,
		imported: 0,
		backups: 0,
		acknowledged: 0,
		lost: 0,
		integrity: ''
	};
	const look = (moment: string) => {
		const locks = locksOf(server.pid, file);
		tried.moments++;
		if (locks && !(locks.database && locks.index)) tried.unlocked.push(moment);
	};
	look('after start');
	const voters = startVoters(() => [server], ballot, 16);
	await voters.more(20);
	look('with its worker');
	const env = { DATABASE_URL: `file:${file}`, TEILHABE_SECRET: SECRET };
	for (let round = 0; round < rounds; round++) {
		const table = join(folder, `${round}.csv`);
		writeFileSync(table, `id,title,body\n${round},Mehr Bänke ${round},Zum Sitzen und Reden.\n`);
		const where = ['--consultation', 'strategie', '--field', 'wohnen', '--yes'];
		const [imported, backedUp] = await Promise.all([
			command('import', ['contributions', table, ...where], env),
			node(['--input-type=module', '-e', BACKUP, file, join(folder, `${round}.copy`)], env)
		]);
		tried.imported = imported.code === 0 && tried.imported !== null ? tried.imported + 1 : null;
		if (backedUp.code === 0) tried.backups++;
		look(`after import and backup ${round + 1}`);
		await voters.more(10);
	}
	await voters.stop();
	await server.stop();
	const database = new Database(file, { readonly: true });
	tried.integrity = database.pragma('integrity_check', { simple: true });
	database.close();
	tried.acknowledged = voters.acknowledged.length;
	tried.lost = await countLost(config, voters.acknowledged);
	rmSync(folder, { recursive: true });
	return tried;
}
