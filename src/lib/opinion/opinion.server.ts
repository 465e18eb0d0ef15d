import type { Ctx } from '../server/ctx.ts';
import { isNumber, reserve } from '../server/db/counters.ts';
import { found } from '../verdict.ts';
import { sha256OfParts } from './input.server.ts';
import { LandscapeText, type Landscape } from './landscape/landscape.ts';
import * as store from './store.server.ts';

export { inputDigest, sha256OfParts } from './input.server.ts';
export { drawLandscapes } from './landscape/publishLandscapes.server.ts';
export { rewriteBallots } from './voters.server.ts';

export interface Published {
	landscape: Landscape;
	/** SHA-256 of the file. */
	digest: string;
}

/** The newest landscape, or null: too few people have voted yet. */
export async function newest(ctx: Ctx, consultationId: string): Promise<Published | null> {
	const row = await store.newest(ctx.db, consultationId);
	return row ? { landscape: LandscapeText.parse(JSON.parse(row.content)), digest: row.digest } : null;
}

/** Every landscape that was published, oldest first, one at a time. */
export async function* all(ctx: Ctx, consultationId: string): AsyncGenerator<Published> {
	for (const number of await store.numbers(ctx.db, consultationId)) {
		const row = await store.byNumber(ctx.db, number);
		if (row) yield { landscape: LandscapeText.parse(JSON.parse(row.content)), digest: row.digest };
	}
}

/** Numbers and days of the newest landscapes, newest first. */
export async function recent(ctx: Ctx, consultationId: string): Promise<{ number: number; at: string }[]> {
	return store.heads(ctx.db, consultationId, 10);
}

/** Everything that was published, oldest first. */
export async function every(ctx: Ctx): Promise<store.LandscapeRow[]> {
	return store.every(ctx.db);
}

/** Puts one back as it was, to the byte. Call it inside `transaction`. */
export async function restore(ctx: Ctx, consultationId: string, content: string): Promise<void> {
	const { number, at } = LandscapeText.parse(JSON.parse(content));
	await store.add(ctx.db, { number, consultationId, at, content, digest: sha256OfParts(content) });
	await reserve(ctx, 'landscape', number);
}

/** A landscape as it was published, to the byte. NotFound: there is no such number. */
export async function frozenText(ctx: Ctx, number: number): Promise<{ content: string; digest: string }> {
	const row = isNumber(number) ? await store.byNumber(ctx.db, number) : undefined;
	return found(row, 'landscape');
}
