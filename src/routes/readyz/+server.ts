import { lastBackupAt } from '#lib/server/backup/nightly.ts';
import { BadConfig } from '#lib/server/config.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { healthProblem } from '#lib/server/db/health.ts';
import { pending } from '#lib/server/db/migrations/migrate.ts';
import { databaseErrorOf } from '#lib/server/db/databaseErrors.ts';
import { HOUR } from '#lib/time.ts';

const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
const notReady = (why: string) => new Response(why, { status: 503, headers: { ...headers, 'retry-after': '10' } });

/** Where backups are made by themselves: how old the newest is. An old one is no reason not to serve people. */
function backupAge({ app, now }: Ctx): string[] {
	const { backups } = app.config;
	if (!backups) return [];
	const at = lastBackupAt(backups.folder);
	return [at === null ? 'backup: none' : `backup: ${Math.floor((Date.parse(now) - at) / HOUR)} hours old`];
}

/** Can it serve people? Only with a database that answers, is up to date and takes what is written. */
export const GET = async ({ locals: { ctx } }) => {
	try {
		const missing = await pending(ctx.db, 'migrations');
		if (missing.length > 0) return notReady(`migrations missing: ${missing.join(', ')}`);
		const why = await healthProblem(ctx);
		return why === null ? new Response(['ready', ...backupAge(ctx)].join('\n'), { headers }) : notReady(why);
	} catch (error) {
		if (error instanceof BadConfig) return notReady(error.message);
		if (!databaseErrorOf(error)) ctx.app.log.warn({ err: error }, 'the database does not answer');
		return notReady('the database does not answer');
	}
};
