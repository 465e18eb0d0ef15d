import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Ctx } from '../ctx.ts';
import { databaseErrorOf } from './databaseErrors.ts';
import { transaction } from './transaction.ts';
import { causeOf } from './writeHealth.ts';

/** A small row may still fit where the next ballot does not: for so many milliseconds a disk that was full counts as full. */
const FULL_FOR = 60_000;

/** Below this the next hour of votes may not fit any more. */
const LEAST_FREE = 32 * 1024 * 1024;

async function free(file: string): Promise<number> {
	const { bavail, bsize } = await statfs(dirname(file));
	return bavail * bsize;
}

/** What keeps this process from serving people, in a few words for whoever watches it; null: nothing. Writes a row when writing failed last. */
export async function healthProblem(ctx: Ctx): Promise<string | null> {
	const { app } = ctx;
	if (app.file !== null) {
		const bytes = await free(app.file);
		if (bytes < LEAST_FREE) return `${causeOf('full')}: ${Math.floor(bytes / 1_048_576)} MB left`;
	}
	const { fullAt } = app.health;
	if (fullAt !== null && performance.now() - fullAt < FULL_FOR) return causeOf('full');
	if (app.health.writing === null) return null;
	try {
		await transaction(ctx, async ({ db }) => {
			await db
				.insertInto('installation')
				.values({ name: 'last written', value: ctx.now })
				.onConflict((conflict) => conflict.column('name').doUpdateSet({ value: ctx.now }))
				.execute();
		});
		return null;
	} catch (error) {
		const trouble = databaseErrorOf(error);
		return trouble ? causeOf(trouble) : 'the database cannot be written';
	}
}
