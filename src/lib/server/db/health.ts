import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Ctx } from '../ctx.ts';
import type { House } from '../house.ts';
import { together } from './together.ts';
import { troubleOf, type Trouble } from './trouble.ts';

/** A small row may still fit where the next ballot does not: for so many milliseconds a disk that was full counts as full. */
const FULL_FOR = 60_000;

/** Below this the next hour of votes may not fit any more. */
const LEAST_FREE = 32 * 1024 * 1024;

const CAUSES: Readonly<Record<Trouble, string>> = {
	away: 'the database does not answer',
	full: 'the disk of the database is full',
	busy: 'the database is kept busy by somebody else',
	broken: 'the database or its disk is damaged or can only be read'
};

export function noteWritten(house: Omit<House, 'limits'>): void {
	noteWriting(house, null);
}

export function noteFailure(house: Omit<House, 'limits'>, error: unknown): void {
	const trouble = troubleOf(error);
	if (trouble === 'full') house.health.fullAt = performance.now();
	if (trouble) noteWriting(house, trouble, error);
}

/** Told to the log when it begins and when it is over, not at every vote that is refused meanwhile. */
function noteWriting(house: Omit<House, 'limits'>, trouble: Trouble | null, error?: unknown): void {
	const before = house.health.writing;
	house.health.writing = trouble;
	if (trouble === before) return;
	if (trouble === null) house.log.info('the database takes what is written again');
	else house.log.error({ trouble, err: error }, CAUSES[trouble]);
}

async function free(file: string): Promise<number> {
	const { bavail, bsize } = await statfs(dirname(file));
	return bavail * bsize;
}

/** What keeps this process from serving people, in a few words for whoever watches it; null: nothing. Writes a row when writing failed last. */
export async function ailment(ctx: Ctx): Promise<string | null> {
	const { house } = ctx;
	if (house.file !== null) {
		const bytes = await free(house.file);
		if (bytes < LEAST_FREE) return `${CAUSES.full}: ${Math.floor(bytes / 1_048_576)} MB left`;
	}
	const { fullAt } = house.health;
	if (fullAt !== null && performance.now() - fullAt < FULL_FOR) return CAUSES.full;
	if (house.health.writing === null) return null;
	try {
		await together(ctx, async ({ db }) => {
			await db
				.insertInto('installation')
				.values({ name: 'last written', value: ctx.now })
				.onConflict((conflict) => conflict.column('name').doUpdateSet({ value: ctx.now }))
				.execute();
		});
		return null;
	} catch (error) {
		const trouble = troubleOf(error);
		return trouble ? CAUSES[trouble] : 'the database cannot be written';
	}
}

export function causeOf(trouble: Trouble): string {
	return CAUSES[trouble];
}
