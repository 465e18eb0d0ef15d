import { lastBackupAt } from '#lib/server/backup/nightly.ts';
import { BadConfig } from '#lib/server/config.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { ailment } from '#lib/server/db/health.ts';
import { pending } from '#lib/server/db/migrate.ts';
import { troubleOf } from '#lib/server/db/trouble.ts';

const HOUR = 60 * 60 * 1000;
const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
const notReady = (why: string) => new Response(why, { status: 503, headers: { ...headers, 'retry-after': '10' } });

/** Where backups are made by themselves: how old the newest is. An old one is no reason not to serve people. */
function backupAge({ house, now }: Ctx): string[] {
	const { backups } = house.config;
	if (!backups) return [];
	const at = lastBackupAt(backups.folder);
	return [at === null ? 'backup: none' : `backup: ${Math.floor((Date.parse(now) - at) / HOUR)} hours old`];
}

/** Can it serve people? Only with a database that answers, is up to date and takes what is written. */
export const GET = async ({ locals: { ctx } }) => {
	try {
		const missing = await pending(ctx.db, 'migrations');
		if (missing.length > 0) return notReady(`migrations missing: ${missing.join(', ')}`);
		const why = await ailment(ctx);
		return why === null ? new Response(['ready', ...backupAge(ctx)].join('\n'), { headers }) : notReady(why);
	} catch (error) {
		if (error instanceof BadConfig) return notReady(error.message);
		if (!troubleOf(error)) ctx.house.log.warn({ err: error }, 'the database does not answer');
		return notReady('the database does not answer');
	}
};
