import type { Ctx } from '../server/ctx.ts';
import { isNumber } from '../server/db/counters.ts';
import { found } from '../verdict.ts';
import { columnsOf, fileName, Rows, type Format, type Row, type Slug } from './dataset.ts';
import { csv, json } from './formats.ts';
import { expectGivenOut } from './recall.server.ts';
import * as store from './store.server.ts';

/** Rows in a part, and in a page of the interface for programs. */
export const PART = 100;

/** The rows of a dataset in an edition, part by part. */
export async function* parts(ctx: Ctx, edition: number, slug: Slug): AsyncGenerator<Row[]> {
	for (let part = 1; ; part++) {
		const body = await store.part(ctx.db, edition, slug, part);
		if (body === undefined) return;
		yield Rows.parse(JSON.parse(body));
	}
}

/** A file as it is sent, piece by piece. What it says of itself never changes: its digest is on record. */
export function textOf(ctx: Ctx, edition: number, slug: Slug, format: Format): AsyncGenerator<string> {
	const rows = parts(ctx, edition, slug);
	return format === 'csv' ? csv(columnsOf(slug), rows) : json({ dataset: slug }, rows);
}

export interface Edition {
	number: number;
	/** When it was begun: what is in it was public then. */
	at: string;
	files: DataFile[];
}

export type DataFile = Omit<store.FileRow, 'edition'>;

/** An edition by number, or the newest; null: there is none yet. NotFound: no such number. */
export async function edition(ctx: Ctx, number: number | null = null): Promise<Edition | null> {
	if (number !== null && !isNumber(number)) found(null, 'edition');
	const row = number === null ? await store.newest(ctx.db) : found(await store.finished(ctx.db, number), 'edition');
	if (!row) return null;
	const files = await store.files(ctx.db, row.number);
	return { number: row.number, at: row.begunAt, files: files.map(({ edition: _, ...file }) => file) };
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
	const { number, at, files } = found(await edition(ctx), 'edition');
	const rows = files.find(({ name }) => name === fileName(slug, 'json'))?.rows ?? 0;
	const pages = Math.max(1, Math.ceil(rows / PART));
	if (!isNumber(page) || page > pages) found(null, 'page');
	await expectGivenOut(ctx, { number, at }, { slug, rows });
	const body = await store.part(ctx.db, number, slug, page);
	return { edition: number, at, page, pages, rows: Rows.parse(JSON.parse(body ?? '[]')) };
}
