import { sql } from 'kysely';
import { Conflict } from '../../server/db/transaction.ts';
import type { Db } from '../../server/app.ts';
import type { Ballot, Changed, Count } from './ballot.ts';

/**
 * Ballots on PostgreSQL: whole batches in one statement, which is three times as fast as one by one, and always in the
 * order of the keys, so that two processes never wait for each other in a circle. SQLite has its own file.
 */

/** Any number in the space of advisory locks; votes hold the first one shared, and each process one slot of its own. */
const VOTING = 7_301;
const SLOTS = 15;

/**
 * Call it first: nobody rewrites the ballots until this transaction is over. Returns the slot of the tallies that no
 * other process adds to meanwhile; 0 when all are taken: then one waits for the other.
 */
export async function begin(db: Db): Promise<number> {
	const { rows } = await sql<{ slot: number | null }>`select pg_advisory_xact_lock_shared(${VOTING}::bigint),
		(select slot from generate_series(1, ${SLOTS}::int) as slot
			where pg_try_advisory_xact_lock(${VOTING}::int, slot) limit 1) as slot`.execute(db);
	return rows[0]?.slot ?? 0;
}

/** What `begin` holds, for whoever needs no slot: nobody rewrites the ballots until this transaction is over. */
export async function hold(db: Db): Promise<void> {
	await sql`select pg_advisory_xact_lock_shared(${VOTING}::bigint)`.execute(db);
}

/** Waits for all votes that are under way and keeps new ones waiting. */
export async function exclude(db: Db): Promise<void> {
	await sql`select pg_advisory_xact_lock(${VOTING}::bigint)`.execute(db);
}

/** Nobody else changes them until this transaction is over. */
export async function read(db: Db, voters: readonly string[]): Promise<Ballot[]> {
	const { rows } = await sql<Ballot>`select voter, phase_id, "group", standing, marks from ballots
		where voter = any(${voters}::text[]) order by voter for update`.execute(db);
	return rows;
}

export async function write(db: Db, changes: readonly Changed[]): Promise<void> {
	const added = changes.flatMap(({ was, is }) => (!was && is ? [is] : []));
	if (added.length > 0 && (await add(db, added)) < added.length) {
		throw new Conflict('another process has begun the same ballot');
	}
	const changed = changes.flatMap(({ was, is }) => (was && is ? [is] : []));
	if (changed.length > 0) await change(db, changed);
	const removed = changes.flatMap(({ was, is }) => (was && !is ? [was.voter] : []));
	if (removed.length > 0) await remove(db, removed);
}

/** Returns how many; a voter who has a ballot already is left as she is. */
export async function add(db: Db, ballots: readonly Ballot[]): Promise<number> {
	const { rows } = await sql`insert into ballots (voter, phase_id, "group", standing, marks)
		select * from unnest(${ballots.map((one) => one.voter)}::text[], ${ballots.map((one) => one.phaseId)}::text[],
			${ballots.map((one) => one.group)}::text[], ${ballots.map((one) => one.standing)}::text[],
			${ballots.map((one) => one.marks)}::text[])
		on conflict (voter) do nothing returning 1 as one`.execute(db);
	return rows.length;
}

async function change(db: Db, ballots: readonly Ballot[]): Promise<void> {
	await sql`update ballots as b set "group" = n.one_group, standing = n.standing, marks = n.marks
		from unnest(${ballots.map((one) => one.voter)}::text[], ${ballots.map((one) => one.group)}::text[],
			${ballots.map((one) => one.standing)}::text[], ${ballots.map((one) => one.marks)}::text[])
			as n (voter, one_group, standing, marks)
		where b.voter = n.voter`.execute(db);
}

export async function remove(db: Db, voters: readonly string[]): Promise<void> {
	await sql`delete from ballots where voter = any(${voters}::text[])`.execute(db);
}

export async function count(db: Db, counts: readonly Count[], slot: number): Promise<void> {
	if (counts.length === 0) return;
	const numbers = (what: 'boxId' | 'agree' | 'pass' | 'disagree' | 'recorded') => counts.map((one) => one[what]);
	await sql`insert into tallies (box_id, "group", standing, slot, agree, pass, disagree, recorded)
		select n.box_id, n.one_group, n.standing, ${slot}::int, n.agree, n.pass, n.disagree, n.recorded
		from unnest(${numbers('boxId')}::int[], ${counts.map((one) => one.group)}::text[],
			${counts.map((one) => one.standing)}::text[], ${numbers('agree')}::int[], ${numbers('pass')}::int[],
			${numbers('disagree')}::int[], ${numbers('recorded')}::int[])
			as n (box_id, one_group, standing, agree, pass, disagree, recorded)
		order by 1, 2, 3
		on conflict (box_id, "group", standing, slot) do update set agree = tallies.agree + excluded.agree,
			pass = tallies.pass + excluded.pass, disagree = tallies.disagree + excluded.disagree,
			recorded = tallies.recorded + excluded.recorded`.execute(db);
}
