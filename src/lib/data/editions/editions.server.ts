import type { Ctx } from '../../server/ctx.ts';
import { isNumber } from '../../server/db/counters.ts';
import { found } from '../../verdict.ts';
import { fileName, isWorded, SLUGS, type Format, type Row } from '../dataset.ts';
import type { Slug } from '../sets/columns/columns.ts';
import { csv, json } from './csvAndJson.ts';
import { heldOf, readHeld, type HeldColumns } from './editionColumns.ts';
import { dataPackage } from '../api/dataPackage.ts';
import { described } from './describe.server.ts';
import { expectGivenOut, isPending, partOf } from './recall.server.ts';
import * as stored from './parts.store.server.ts';
import * as store from './store.server.ts';

/** Earlier editions whose digests are shown. */
const EARLIER = 30;
/** Rows in a part, and at most in a page of the interface for programs. */
export const PART = 100;

/** The rows of a dataset in an edition, part by part, without what is no longer public. */
export async function* parts(ctx: Ctx, edition: number, slug: Slug): AsyncGenerator<Row[]> {
	for (let part = 1; ; part++) {
		const rows = await partOf(ctx, edition, slug, part);
		if (rows === null) return;
		yield rows;
	}
}

/** A file as it is sent, piece by piece. What it says of itself never changes: its digest is on record. */
export async function* textOf(ctx: Ctx, edition: number, slug: Slug, format: Format): AsyncGenerator<string> {
	const rows = parts(ctx, edition, slug);
	if (format === 'json') return yield* json({ dataset: slug }, rows);
	const { columns } = found(await store.finished(ctx.db, edition), 'edition');
	yield* csv(heldOf(readHeld(columns), slug), rows);
}

export interface Edition {
	number: number;
	/** When it was begun: what is in it was public then. */
	at: string;
	/** When words were last taken out of it; null: never. */
	changedAt: string | null;
	files: DataFile[];
	/** The columns of its tables. */
	held: HeldColumns;
	/** SHA-256 of what it says of itself, now and before words were taken out of it; the newest first. */
	digests: DescriptionDigest[];
}

interface DescriptionDigest {
	digest: string;
	at: string;
}

export type DataFile = Omit<store.FileRow, 'edition'>;

async function whole(ctx: Ctx, row: store.EditionRow): Promise<Edition> {
	const files = (await store.files(ctx.db, row.number)).map(({ edition: _, ...file }) => file);
	const { number, begunAt: at, changedAt } = row;
	const digests = (await store.digests(ctx.db, [number])).map(({ at, digest }) => ({ at, digest }));
	return { number, at, changedAt, files, held: readHeld(row.columns), digests };
}

/** `datapackage.json` of an edition, as it was published. NotFound: no such number. */
export async function description(ctx: Ctx, number: number | null): Promise<string> {
	const row = found(await rowOf(ctx, number), 'edition');
	const kept = await store.description(ctx.db, row.number);
	// From before it was kept, until the next edition is made.
	return kept ?? described(dataPackage({ ...(await whole(ctx, row)), earlier: [] }));
}

/** The digests of earlier editions, as they are now, and what they were; the newest edition first. */
export async function earlierDigests(ctx: Ctx, before: number): Promise<EarlierEdition[]> {
	const newest = await store.newestDigests(ctx.db, { before, limit: EARLIER });
	const all = await store.digests(
		ctx.db,
		newest.map(({ edition }) => edition)
	);
	return newest.map(({ edition }) => ({
		number: edition,
		digests: all.filter((one) => one.edition === edition).map(({ at, digest }) => ({ at, digest }))
	}));
}

export interface EarlierEdition {
	number: number;
	digests: DescriptionDigest[];
}

async function rowOf(ctx: Ctx, number: number | null): Promise<store.EditionRow | null> {
	if (number === null) return (await store.newest(ctx.db)) ?? null;
	return found(isNumber(number) ? await store.finished(ctx.db, number) : null, 'edition');
}

/** An edition by number, or the newest; null: there is none yet. NotFound: no such number. */
export async function edition(ctx: Ctx, number: number | null = null): Promise<Edition | null> {
	const row = await rowOf(ctx, number);
	return row ? whole(ctx, row) : null;
}

/**
 * A file of an edition, and whether it is just what is on record of it: between the moment in which somebody takes words
 * back and the chore that takes them out of the edition, their rows are left out while it is sent. NotFound, Gone.
 */
export async function file(
	ctx: Ctx,
	number: number | null,
	slug: Slug,
	format: Format
): Promise<{ edition: Edition; file: DataFile; asRecorded: boolean }> {
	const row = found(await rowOf(ctx, number), 'edition');
	const edition = await whole(ctx, row);
	const file = found(
		edition.files.find(({ name }) => name === fileName(slug, format)),
		'file'
	);
	await expectGivenOut(ctx, row, { slug, rows: file.rows });
	// Only tables in which people speak lose rows.
	return { edition, file, asRecorded: !isWorded(slug) || !(await isPending(ctx, row)) };
}

/** All tables of an edition, and whether each is just what is on record of it, as `file` says of one. NotFound, Gone. */
export async function tables(ctx: Ctx, number: number | null): Promise<{ edition: Edition; asRecorded: boolean }> {
	const row = found(await rowOf(ctx, number), 'edition');
	const edition = await whole(ctx, row);
	for (const slug of SLUGS) {
		const file = edition.files.find(({ name }) => name === fileName(slug, 'csv'));
		if (file) await expectGivenOut(ctx, row, { slug, rows: file.rows });
	}
	return { edition, asRecorded: !(await isPending(ctx, row)) };
}

export interface DataPage {
	edition: number;
	at: string;
	page: number;
	pages: number;
	rows: Row[];
}

/** For programs: a page of the newest edition's rows. NotFound: beyond the end. */
export async function page(ctx: Ctx, slug: Slug, page: number): Promise<DataPage> {
	const row = found(await rowOf(ctx, null), 'edition');
	const { number, begunAt: at } = row;
	const pages = Math.max(1, await stored.partCount(ctx.db, number, slug));
	if (!isNumber(page) || page > pages) found(null, 'page');
	const file = (await store.files(ctx.db, number)).find(({ name }) => name === fileName(slug, 'json'));
	await expectGivenOut(ctx, row, { slug, rows: file?.rows ?? 0 });
	return { edition: number, at, page, pages, rows: (await partOf(ctx, number, slug, page)) ?? [] };
}
