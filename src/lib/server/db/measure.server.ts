import { sql } from 'kysely';
import { statSync } from 'node:fs';
import { lastBackupAt } from '../backup/nightly.ts';
import type { Ctx } from '../ctx.ts';
import { instruments, type Instruments } from '../metrics/instruments.ts';
import { elapsed } from '../../time.ts';

/** A chore: what cannot be counted as it happens is looked up from time to time. Never more than numbers. */
export async function measure(ctx: Ctx): Promise<void> {
	const to = instruments();
	if (!to) return;
	const { app } = ctx;
	await measureOutbox(ctx, to);
	const open = ctx.db.selectFrom('sessions').select((e) => e.fn.countAll<number>().as('count'));
	const row = await open.where('expiresAt', '>', ctx.now).where('pendingAt', 'is', null).executeTakeFirst();
	to.sessions.set(Number(row?.count ?? 0));
	await measureSize(ctx, to);
	if (!app.config.backups) return;
	const at = lastBackupAt(app.config.backups.folder);
	to.backupAge.set(at === null ? -1 : Math.max(0, Date.parse(ctx.now) - at) / 1000);
}

async function measureOutbox({ db, now }: Ctx, to: Instruments): Promise<void> {
	const row = await db
		.selectFrom('outbox')
		.select((e) => [e.fn.countAll<number>().as('count'), e.fn.min('createdAt').as('oldest')])
		.where('sentAt', 'is', null)
		.where('givenUpAt', 'is', null)
		.executeTakeFirst();
	to.outboxWaiting.set(Number(row?.count ?? 0));
	to.outboxOldest.set(row?.oldest ? Math.max(0, elapsed(row.oldest, now)) / 1000 : 0);
}

async function measureSize({ db, app }: Ctx, to: Instruments): Promise<void> {
	if (app.file !== null) {
		// Asked by name: opening the file ourselves would drop SQLite's locks.
		to.databaseBytes.set({ part: 'data' }, statSync(app.file).size);
		to.databaseBytes.set({ part: 'log' }, statSync(`${app.file}-wal`, { throwIfNoEntry: false })?.size ?? 0);
		return;
	}
	const asked = sql<{ bytes: string }>`select pg_database_size(current_database()) as bytes`;
	const [size] = (await asked.execute(db)).rows;
	to.databaseBytes.set({ part: 'data' }, Number(size?.bytes ?? 0));
}
