import { sql } from 'kysely';
import * as publishing from '#lib/publishing/publishing.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { together } from '#lib/server/db/together.ts';
import type { Verified } from '#lib/strategy/strategy.server.ts';
import type { Town } from './town.ts';

/** Somebody with the password of the database changes one byte of what was published. */

const IN_VERSION = 'version_id in (select id from versions where published_at is not null)';

/** How to find a frozen row of each table; `only`: where not the whole row is frozen. */
const FROZEN: readonly { table: string; where: string; only?: readonly string[] }[] = [
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
export async function unnoticed(town: Town): Promise<{ tried: number; missed: string[] }> {
	const missed: string[] = [];
	let tried = 0;
	for (const { table, where, only } of FROZEN) {
		const { rows } = await sql<Record<string, unknown>>`
			select * from ${sql.table(table)} where ${sql.raw(where)} limit 1`.execute(town.house.reader);
		const [row] = rows;
		if (!row) throw new Error(`nothing frozen in ${table}`);
		const columns = Object.keys(row).map((name) => name.replaceAll(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`));
		const frozen = columns.filter((name) => (only ? only.includes(name) : !PERSONS.includes(name)));
		// The digest is made outside the database: there a sample is enough.
		const sample = town.house.kind === 'sqlite' ? frozen : frozen.filter((_, index) => (index + tried) % 4 === 0);
		for (const column of sample) {
			tried++;
			if ((await verifiedAfter(town, table, where, column)).every((one) => one.ok)) missed.push(`${table}.${column}`);
		}
	}
	return { tried, missed };
}

/** What verify says of the changed row. The change is taken back. */
async function verifiedAfter(town: Town, table: string, where: string, column: string): Promise<Verified[]> {
	let verified: Verified[] = [];
	const tamper = async (ctx: Ctx) => {
		await unguard(ctx);
		await change(ctx, table, where, column);
		verified = await publishing.verify(ctx);
		throw new TakenBack();
	};
	await together(town.as(null), tamper).catch((problem: unknown) => {
		if (!(problem instanceof TakenBack)) throw problem;
	});
	return verified;
}

/** Who changes bytes also knows how to switch references off. */
async function unguard({ db, house }: Ctx): Promise<void> {
	const guard =
		house.kind === 'sqlite' ? 'pragma defer_foreign_keys = on' : 'set local session_replication_role = replica';
	await sql.raw(guard).execute(db);
}

/** The last sign becomes another one, a number grows, nothing becomes something. */
async function change(ctx: Ctx, table: string, where: string, column: string): Promise<void> {
	const [name, rows, place] = [
		sql.ref(column),
		sql.table(table),
		sql.raw(ctx.house.kind === 'sqlite' ? 'rowid' : 'ctid')
	];
	const one = sql`(select ${place} from ${rows} where ${sql.raw(where)} limit 1)`;
	const found = await sql<{ value: string | number | null }>`
		select ${name} as value from ${rows} where ${place} = ${one}`.execute(ctx.db);
	const value = found.rows[0]?.value ?? null;
	const other = typeof value === 'number' ? value + 1_000 : value === null ? 'x' : otherSign(value);
	await sql`update ${rows} set ${name} = ${other} where ${place} = ${one}`.execute(ctx.db);
}

const otherSign = (text: string) => `${text.slice(0, -1)}${text.endsWith('x') ? 'y' : 'x'}`;
