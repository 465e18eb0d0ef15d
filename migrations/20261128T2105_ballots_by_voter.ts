import { sql, type Kysely } from 'kysely';

interface Row {
	voter: string;
	box_id: number;
	phase_id: string;
	choice: number;
	group: string;
	standing: string;
	day: string;
	hand: string | null;
}

interface Tally {
	box_id: number;
	group: string;
	standing: string;
	agree: number;
	pass: number;
	disagree: number;
	recorded: number;
}

const AT_ONCE = 500;
const DAY = 24 * 60 * 60 * 1000;
const LETTERS = ['d', 'p', 'a'];

/**
 * One row for each voter in a phase instead of one for each vote: a third of the bytes, and all ballots of a phase can
 * be written anew in random order within moments. And tallies in several slots, so that processes do not wait for each
 * other.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	const postgres = Boolean(db.getExecutor().adapter.supportsTransactionalDdl);
	await sql`alter table ballots rename to former_ballots`.execute(db);
	if (postgres) await sql`alter table former_ballots rename constraint ballots_pk to former_ballots_pk`.execute(db);
	await db.schema.createIndex('former_ballots_voter').on('former_ballots').column('voter').execute();
	// Without a reference to the phase: PostgreSQL would lock the phase's row for every ballot. In SQLite the row lies in
	// its primary key, which is in order of the token and so in no order of time.
	const ballots = db.schema
		.createTable('ballots')
		.addColumn('voter', 'text', (c) => c.notNull())
		.addColumn('phase_id', 'text', (c) => c.notNull())
		.addColumn('group', 'text', (c) => c.notNull())
		.addColumn('standing', 'text', (c) => c.notNull())
		.addColumn('marks', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('ballots_by_voter_pk', ['voter']);
	// PostgreSQL keeps room in each page for the next mark: then the index need not be touched.
	await ballots.modifyEnd(postgres ? sql`with (fillfactor = 70)` : sql`without rowid`).execute();
	await slotTallies(db, postgres);
	await carryOver(db);
	await db.schema.dropTable('former_ballots').execute();
	await db.schema.alterTable('ballot_keys').addColumn('rewritten_on', 'text').execute();
}

async function slotTallies(db: Kysely<unknown>, postgres: boolean): Promise<void> {
	await sql`alter table tallies rename to former_tallies`.execute(db);
	if (postgres) await sql`alter table former_tallies rename constraint tallies_pk to former_tallies_pk`.execute(db);
	await db.schema
		.createTable('tallies')
		.addColumn('box_id', 'integer', (c) => c.notNull().references('ballot_boxes.id'))
		.addColumn('group', 'text', (c) => c.notNull())
		.addColumn('standing', 'text', (c) => c.notNull())
		.addColumn('slot', 'integer', (c) => c.notNull())
		.addColumn('agree', 'integer', (c) => c.notNull().defaultTo(0))
		.addColumn('pass', 'integer', (c) => c.notNull().defaultTo(0))
		.addColumn('disagree', 'integer', (c) => c.notNull().defaultTo(0))
		.addColumn('recorded', 'integer', (c) => c.notNull().defaultTo(0))
		.addPrimaryKeyConstraint('tallies_slotted_pk', ['box_id', 'group', 'standing', 'slot'])
		.execute();
	await sql`insert into tallies (box_id, "group", standing, slot, agree, pass, disagree, recorded)
		select box_id, "group", standing, 0, agree, pass, disagree, recorded from former_tallies`.execute(db);
	await sql`drop table former_tallies`.execute(db);
}

async function carryOver(db: Kysely<unknown>): Promise<void> {
	for (let after = ''; ;) {
		const { rows: voters } = await sql<{ voter: string }>`select distinct voter from former_ballots
			where voter > ${after} order by voter limit ${AT_ONCE}`.execute(db);
		const last = voters.at(-1)?.voter;
		if (last === undefined) return;
		const { rows } = await sql<Row>`select b.voter, b.box_id, x.phase_id, b.choice, b."group", b.standing, b.day, b.hand
			from former_ballots b join ballot_boxes x on x.id = b.box_id
			where b.voter > ${after} and b.voter <= ${last} order by b.voter, b.day, b.box_id`.execute(db);
		for (const of of byVoter(rows)) await addBallot(db, of);
		after = last;
	}
}

function byVoter(rows: readonly Row[]): Row[][] {
	const voters = new Map<string, Row[]>();
	for (const row of rows) voters.set(row.voter, [...(voters.get(row.voter) ?? []), row]);
	return [...voters.values()];
}

/** `12a`: in box 12, agrees. Capital: a helper wrote it down. Behind it the day, counted from 1970, in base 36. */
function markOf({ box_id, choice, hand, day }: Row): string {
	const letter = LETTERS[choice + 1] ?? 'p';
	const days = Math.floor(Date.parse(day) / DAY);
	return `${box_id}${hand === null ? letter : letter.toUpperCase()}${days.toString(36)}`;
}

async function addBallot(db: Kysely<unknown>, rows: readonly Row[]): Promise<void> {
	// A person is in one group at a time: the one in which she voted last.
	const newest = rows.at(-1);
	if (!newest) return;
	const { voter, phase_id, group, standing } = newest;
	const marks = [...rows].sort((a, b) => a.box_id - b.box_id).map(markOf);
	await sql`insert into ballots (voter, phase_id, "group", standing, marks)
		values (${voter}, ${phase_id}, ${group}, ${standing}, ${marks.join(' ')})`.execute(db);
	for (const row of rows) {
		if (row.group === group && row.standing === standing) continue;
		await count(db, row, -1);
		await count(db, { ...row, group, standing }, 1);
	}
}

async function count(db: Kysely<unknown>, row: Row, change: number): Promise<void> {
	const { box_id, group, standing } = row;
	const add: Tally = { box_id, group, standing, agree: 0, pass: 0, disagree: 0, recorded: 0 };
	add[row.choice > 0 ? 'agree' : row.choice < 0 ? 'disagree' : 'pass'] = change;
	if (row.hand !== null) add.recorded = change;
	await sql`insert into tallies (box_id, "group", standing, slot, agree, pass, disagree, recorded)
		values (${box_id}, ${group}, ${standing}, 0, ${add.agree}, ${add.pass}, ${add.disagree}, ${add.recorded})
		on conflict (box_id, "group", standing, slot) do update set agree = tallies.agree + excluded.agree,
		pass = tallies.pass + excluded.pass, disagree = tallies.disagree + excluded.disagree,
		recorded = tallies.recorded + excluded.recorded`.execute(db);
}
