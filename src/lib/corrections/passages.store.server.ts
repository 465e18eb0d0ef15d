import { sql } from 'kysely';
import { z } from 'zod';
import { canonical } from '../canonical.ts';
import type { Db } from '../server/app.ts';
import { blackenJson, touches, type Blacken } from './removal/blacken.ts';
import { SEARCHED, type TextTable } from './removal/searchedTexts.ts';

/** What was in one field before and is in it now. */
export interface Cell {
	table: string;
	column: string;
	key: Record<string, string | number>;
	before: string;
	after: string;
}

export const Cells = z.array(
	z.strictObject({
		table: z.string(),
		column: z.string(),
		key: z.record(z.string(), z.union([z.string(), z.number()])),
		before: z.string(),
		after: z.string()
	})
);

/** Rows in which the words may stand: letters that both databases fold alike, looked for by the database itself. */
export function hint(passages: readonly string[]): string[] | null {
	const runs = passages.map((one) => (one.match(/[a-z]+/gi) ?? []).sort((a, b) => b.length - a.length)[0] ?? '');
	return runs.some((run) => run === '') ? null : runs.map((run) => run.toLowerCase());
}

/** Every field in which something would be blacked out. Writes nothing. `except`: the draft that is just being carried out. */
export async function fieldsWith(db: Db, passages: readonly string[], black: Blacken, except: string): Promise<Cell[]> {
	const cells: Cell[] = [];
	const runs = hint(passages);
	for (const one of SEARCHED) {
		for (const row of await rowsOf(db, one, runs)) {
			if (one.table === 'addendum_drafts' && row.key.id === except) continue;
			const isSame = (column: string) => one.saysSame?.includes(column) ?? false;
			const texts = Object.entries(row.texts).map(([column, before]) => {
				return { column, before, after: blackened(before, one.json?.includes(column) ?? false, black) };
			});
			const isTouched = texts.some(({ column, before, after }) => after !== before && !isSame(column));
			for (const { column, before, after: rest } of texts) {
				const after = isTouched && isSame(column) ? '' : rest;
				if (after !== before) cells.push({ table: one.table, column, key: row.key, before, after });
			}
		}
	}
	return cells;
}

function blackened(text: string, isJson: boolean, black: Blacken): string {
	if (!isJson) return black(text);
	const value: unknown = JSON.parse(text);
	return touches(value, black) ? canonical(blackenJson(value, black)) : text;
}

async function rowsOf(db: Db, { table, keys, columns }: TextTable, runs: readonly string[] | null) {
	const named = (names: readonly string[], as: string) =>
		names.map((name, index) => sql`${sql.ref(name)} as ${sql.ref(`${as}${index}`)}`);
	const like = (runs ?? ['']).flatMap((run) =>
		columns.map((column) => sql<boolean>`lower(${sql.ref(column)}) like ${`%${run}%`}`)
	);
	const { rows } = await sql<Record<string, string | number | null>>`
		select ${sql.join([...named(keys, 'k'), ...named(columns, 'c')])} from ${sql.table(table)}
		where ${sql.join(like, sql` or `)}`.execute(db);
	return rows.map((row) => ({
		key: Object.fromEntries(keys.map((name, index) => [name, row[`k${index}`] ?? ''])),
		texts: Object.fromEntries(
			columns.flatMap((name, index) => {
				const text = row[`c${index}`];
				return typeof text === 'string' ? [[name, text]] : [];
			})
		)
	}));
}

/** Writes them, or with `back` what was there before. Returns how many were not as they were expected to be. */
export async function write(db: Db, cells: readonly Cell[], back = false): Promise<number> {
	let otherwise = 0;
	for (const { table, column, key, before, after } of cells) {
		const [from, to] = back ? [after, before] : [before, after];
		const same = [
			...Object.entries(key).map(([name, value]) => sql`${sql.ref(name)} = ${value}`),
			sql`${sql.ref(column)} = ${from}`
		];
		const { numAffectedRows } = await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${to}
			where ${sql.join(same, sql` and `)}`.execute(db);
		if (numAffectedRows !== 1n) otherwise++;
	}
	return otherwise;
}

/** Whoever has one of these drafts open must not write the words back. */
export async function touchDrafts(db: Db): Promise<void> {
	await db
		.updateTable('versions')
		.set((e) => ({ revision: e('revision', '+', 1), headRevision: e('revision', '+', 1) }))
		.where('publishedAt', 'is', null)
		.execute();
	await db
		.updateTable('versionPoints')
		.set((e) => ({
			revision: e.selectFrom('versions').select('revision').whereRef('versions.id', '=', 'versionPoints.versionId')
		}))
		.where('versionId', 'in', (e) => e.selectFrom('versions').select('id').where('publishedAt', 'is', null))
		.execute();
	await db
		.updateTable('calls')
		.set((e) => ({ revision: e('revision', '+', 1) }))
		.where('publishedAt', 'is', null)
		.execute();
	await db
		.updateTable('reportDrafts')
		.set((e) => ({ revision: e('revision', '+', 1) }))
		.execute();
}
