import * as consultations from '../consultations/consultations.server.ts';
import * as proposals from '../proposals/proposals.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { newId } from '../server/ids.ts';
import type { Row } from './row.ts';

/** As many are asked about or taken back at once. */
const BATCH = 100;

/** Those of the rows that were not taken over before. */
export async function news(ctx: Ctx, origin: string, rows: readonly Row[]): Promise<Row[]> {
	const fresh: Row[] = [];
	for (const batch of batchesOf(rows)) {
		const known = await proposals.knownOriginIds(
			ctx,
			origin,
			batch.map((row) => row.id)
		);
		fresh.push(...batch.filter((row) => !known.has(row.id)));
	}
	return fresh;
}

/** So many files of the same name are told apart. */
const MOST_ORIGINS = 100;

/**
 * The name a file's contributions are known by. Ids begin at 1 everywhere, and files have the same names: one whose ids
 * are known with other words is another one, "proposals (2)".
 */
export async function originFor(ctx: Ctx, name: string, rows: readonly Row[]): Promise<string> {
	for (let place = 1; place < MOST_ORIGINS; place++) {
		const origin = place === 1 ? name : `${name} (${place})`;
		const { known, alike } = await overlap(ctx, origin, rows);
		if (alike * 2 >= known) return origin;
	}
	return `${name} (${newId()})`;
}

/** How many ids of the file are known from there, and how many with the same words. */
export async function overlap(
	ctx: Ctx,
	origin: string,
	rows: readonly Row[]
): Promise<{ known: number; alike: number }> {
	const sum = { known: 0, alike: 0 };
	for (const batch of batchesOf(rows)) {
		const { known, alike } = await proposals.knownAlike(
			ctx,
			origin,
			new Map(batch.map(({ id, title }) => [id, title]))
		);
		sum.known += known;
		sum.alike += alike;
	}
	return sum;
}

/** Takes back what came from there: all of `ids`, a hundred at once. */
export async function takeBack(ctx: Ctx, ids: readonly string[]): Promise<void> {
	for (let at = 0; at < ids.length; at += BATCH) await proposals.undoImport(ctx, ids.slice(at, at + BATCH));
}

function* batchesOf(rows: readonly Row[]): Generator<Row[]> {
	for (let at = 0; at < rows.length; at += BATCH) yield rows.slice(at, at + BATCH);
}

/** A process for taken-over contributions, where there is none: one field, no phases, so that it can only be read. */
export async function establishFor(ctx: Ctx, made: { slug: string; title: string; field: string }): Promise<void> {
	const field = { slug: made.field, title: made.field, lead: '' };
	const { slug, title } = made;
	await consultations.establish(ctx, { slug, title, lead: '', questions: [], fields: [field], phases: [] });
}
