import { sql } from 'kysely';
import * as corrections from '#lib/corrections/corrections.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import type { TestApp } from '../machine/testApp.ts';

/** Somebody with the password of the database changes one byte of what was published. */

const IN_VERSION = 'version_id in (select id from versions where published_at is not null)';

export interface FrozenTable {
	table: string;
	/** How to find a frozen row. */
	where: string;
	/** Where not the whole row is frozen. */
	only?: readonly string[];
}

/** What addenda freeze, where there are some. */
export const ADDENDA: readonly FrozenTable[] = [
	{ table: 'addenda', where: 'number = 1' },
	{ table: 'addenda', where: 'number = (select max(number) from addenda)' },
	{ table: 'sealed_words', where: 'addendum > 0' },
	{ table: 'versions', where: 'text_now is not null', only: ['text_now', 'digest_now', 'frozen', 'digest'] },
	{
		table: 'reports',
		where: 'text_now is not null',
		only: ['title', 'number', 'frozen', 'digest', 'text_now', 'digest_now', 'withdrawn_at', 'successor_id']
	},
	{
		table: 'calls',
		where: 'withdrawn_at is not null',
		only: ['title', 'intro', 'deadline', 'version_id', 'withdrawn_at', 'successor_id']
	},
	{ table: 'call_items', where: 'id is not null', only: ['call_id', 'kind', 'title', 'body'] }
];

const FROZEN: readonly FrozenTable[] = [
	{ table: 'versions', where: 'published_at is not null and previous_id is not null' },
	{ table: 'version_points', where: IN_VERSION },
	{ table: 'drops', where: IN_VERSION },
	{ table: 'sources', where: `${IN_VERSION} and note is not null` },
	{ table: 'amendment_sources', where: IN_VERSION },
	{ table: 'measures', where: IN_VERSION },
	{ table: 'lineages', where: IN_VERSION },
	{ table: 'change_notes', where: IN_VERSION },
	{ table: 'wordings', where: 'frozen_at is not null' },
	{ table: 'points', where: 'id in (select point_id from drops)' },
	{ table: 'answers', where: `${IN_VERSION} and responsible is not null` },
	{
		table: 'amendments',
		where: 'outcome_version_id is not null',
		// Its words are the author's, who may take them back.
		only: ['id', 'number', 'point_id', 'wording_id', 'outcome', 'outcome_reason', 'outcome_version_id', 'decided_at']
	}
];

/** They lead to a person and are emptied when the person goes. */
const PERSONS = ['created_by', 'published_by', 'written_by', 'decided_by'];

class TakenBack extends Error {}

/** Every column of one frozen row of every table, each changed by itself: which changes nobody noticed. */
export async function unnoticed(testApp: TestApp, tables = FROZEN): Promise<{ tried: number; missed: string[] }> {
	const missed: string[] = [];
	let tried = 0;
	for (const { table, where, only } of tables) {
		const { rows } = await sql<Record<string, unknown>>`
			select * from ${sql.table(table)} where ${sql.raw(where)} limit 1`.execute(testApp.app.reader);
		const [row] = rows;
		if (!row) throw new Error(`nothing frozen in ${table}`);
		const columns = Object.keys(row).map((name) => name.replaceAll(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`));
		const frozen = columns.filter((name) => (only ? only.includes(name) : !PERSONS.includes(name)));
		// The digest is made outside the database: there a sample is enough.
		const sample = testApp.app.kind === 'sqlite' ? frozen : frozen.filter((_, index) => (index + tried) % 4 === 0);
		for (const column of sample) {
			tried++;
			if ((await verifiedAfter(testApp, table, where, column)).every((one) => one.ok))
				missed.push(`${table}.${column}`);
		}
	}
	return { tried, missed };
}

/** What verify says of the changed row. The change is taken back. */
async function verifiedAfter(
	testApp: TestApp,
	table: string,
	where: string,
	column: string
): Promise<corrections.Verified[]> {
	let verified: corrections.Verified[] = [];
	const tamper = async (ctx: Ctx) => {
		await unguard(ctx, table);
		await change(ctx, table, where, column).finally(() => guard(ctx));
		verified = await corrections.verify(ctx);
		throw new TakenBack();
	};
	await transaction(testApp.as(null), tamper).catch((problem: unknown) => {
		if (!(problem instanceof TakenBack)) throw problem;
	});
	return verified;
}

/** Who changes bytes also knows how to switch references and checks off. */
async function unguard({ db, app }: Ctx, table: string): Promise<void> {
	if (app.kind === 'sqlite') {
		await sql.raw('pragma defer_foreign_keys = on').execute(db);
		await sql.raw('pragma ignore_check_constraints = on').execute(db);
		return;
	}
	await sql.raw('set local session_replication_role = replica').execute(db);
	const checks = await sql<{ name: string }>`
		select conname as name from pg_constraint where contype = 'c' and conrelid = ${table}::regclass`.execute(db);
	for (const { name } of checks.rows)
		await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(db);
}

/** Unlike all else, what SQLite does with checks belongs to the connection and outlives the transaction. */
async function guard({ db, app }: Ctx): Promise<void> {
	if (app.kind === 'sqlite') await sql.raw('pragma ignore_check_constraints = off').execute(db);
}

/** The last sign becomes another one, a number grows, nothing becomes something. */
async function change(ctx: Ctx, table: string, where: string, column: string): Promise<void> {
	const [name, rows, place] = [
		sql.ref(column),
		sql.table(table),
		sql.raw(ctx.app.kind === 'sqlite' ? 'rowid' : 'ctid')
	];
	const one = sql`(select ${place} from ${rows} where ${sql.raw(where)} limit 1)`;
	const found = await sql<{ value: string | number | null }>`
		select ${name} as value from ${rows} where ${place} = ${one}`.execute(ctx.db);
	const value = found.rows[0]?.value ?? null;
	const other = typeof value === 'number' ? value + 1_000 : value === null ? 'x' : otherSign(value);
	await sql`update ${rows} set ${name} = ${other} where ${place} = ${one}`.execute(ctx.db);
}

const otherSign = (text: string) => `${text.slice(0, -1)}${text.endsWith('x') ? 'y' : 'x'}`;
