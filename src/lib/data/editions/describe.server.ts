import { z } from 'zod';
import type { Ctx } from '../../server/ctx.ts';
import { sha256 } from '../../sha256.ts';
import { dataPackage } from '../api/dataPackage.ts';
import { readHeld } from './editionColumns.ts';
import * as store from './store.server.ts';

/** Earlier editions whose digests an edition names. */
const NAMED = 30;

export const described = (description: unknown) => JSON.stringify(description, null, '\t');

/**
 * Keeps what a finished edition says of itself, with the digests that earlier ones have now, and puts its own on record.
 * Call it inside `transaction`. Returns the digest.
 */
export async function describe(ctx: Ctx, edition: store.EditionRow): Promise<string> {
	const { number, begunAt: at, columns } = edition;
	const files = await store.files(ctx.db, number);
	const earlier = await store.newestDigests(ctx.db, { before: number, limit: NAMED });
	return keep(ctx, number, described(dataPackage({ number, at, files, held: readHeld(columns), earlier })));
}

async function keep(ctx: Ctx, number: number, description: string): Promise<string> {
	const digest = sha256(description);
	await store.describe(ctx.db, number, { description, digest, at: ctx.now });
	return digest;
}

const File = z.looseObject({ path: z.string(), hash: z.string() });

/**
 * The same after words were taken out of its files: only their sizes and digests are other ones, whatever tables and codes
 * are called by now. Call it inside `transaction`. Returns the new digest, or null: nothing has changed.
 */
export async function describeAgain(ctx: Ctx, number: number): Promise<string | null> {
	const before = await store.description(ctx.db, number);
	if (before === null) return null;
	const files = new Map((await store.files(ctx.db, number)).map((file) => [file.name, file]));
	const kept: unknown = JSON.parse(before, (_, value: unknown) => {
		const file = files.get(File.safeParse(value).data?.path ?? '');
		if (!file || typeof value !== 'object') return value;
		// In the order in which it was written.
		return { ...value, rows: file.rows, bytes: file.bytes, hash: `sha256:${file.digest}` };
	});
	const description = described(kept);
	return description === before ? null : keep(ctx, number, description);
}
