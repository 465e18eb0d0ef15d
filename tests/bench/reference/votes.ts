import Database from 'better-sqlite3';
import { createHmac } from 'node:crypto';
import pg from 'pg';
import { read, serve, setting } from './serve.ts';

/**
 * node:http and a ballot box: what waits in the same tick shares a transaction, and everybody is answered after it is
 * on the disk. No session, no rules, no pages: the least that a durable vote costs on this machine.
 */
interface Ballot {
	box: number;
	voter: string;
	choice: number;
}
const WORDS: Readonly<Record<string, number>> = { agree: 1, pass: 0, disagree: -1 };
/** A table of its own, one row for each vote: what one would make first. */
const TABLES = [
	`create table if not exists bare_ballots (box_id integer not null, voter text not null, choice integer not null,
		"group" text not null, standing text not null, day text not null, primary key (box_id, voter))`,
	`create table if not exists bare_tallies (box_id integer not null, "group" text not null, standing text not null,
		agree integer not null, pass integer not null, disagree integer not null, primary key (box_id, "group", standing))`
];
const url = setting('DATABASE_URL');
const keep = url.startsWith('file:') ? sqlite(url.slice('file:'.length)) : postgres(url);
let waiting: { ballot: Ballot; done: () => void }[] = [];
let busy = false;

serve(async (request, response) => {
	const form = new URLSearchParams(await read(request));
	const person = form.get('person') ?? '';
	const voter = createHmac('sha256', 'reference').update(person).digest().subarray(0, 12).toString('base64url');
	const ballot = { box: Number(form.get('box')), voter, choice: WORDS[form.get('choice') ?? ''] ?? 0 };
	await new Promise<void>((done) => {
		waiting.push({ ballot, done });
		if (!busy) setImmediate(() => void drain());
		busy = true;
	});
	response.writeHead(303, { location: '/' }).end();
});

async function drain(): Promise<void> {
	while (waiting.length > 0) {
		const together = waiting;
		waiting = [];
		await keep(together.map(({ ballot }) => ballot));
		for (const { done } of together) done();
		await new Promise((turn) => setImmediate(turn));
	}
	busy = false;
}

function sqlite(file: string): (ballots: readonly Ballot[]) => void {
	const database = new Database(file);
	database.pragma('journal_mode = WAL');
	database.pragma('synchronous = FULL');
	for (const table of TABLES) database.exec(`${table} without rowid`);
	const put = database.prepare(
		`insert into bare_ballots (box_id, voter, choice, "group", standing, day) values (?, ?, ?, 'affected', 'person', '2027-05-10')
		on conflict (box_id, voter) do update set choice = excluded.choice`
	);
	const count = database.prepare(
		`insert into bare_tallies (box_id, "group", standing, agree, pass, disagree) values (?, 'affected', 'person', ?, ?, ?)
		on conflict (box_id, "group", standing) do update set agree = agree + excluded.agree,
		pass = pass + excluded.pass, disagree = disagree + excluded.disagree`
	);
	return database.transaction((ballots: readonly Ballot[]) => {
		for (const { box, voter, choice } of ballots) {
			put.run(box, voter, choice);
			count.run(box, Number(choice === 1), Number(choice === 0), Number(choice === -1));
		}
	}).immediate;
}

function postgres(connectionString: string): (ballots: readonly Ballot[]) => Promise<void> {
	const pool = new pg.Pool({ connectionString, max: 10 });
	const put = `insert into bare_ballots (box_id, voter, choice, "group", standing, day)
		select distinct on (box, voter) box, voter, choice, 'affected', 'person', '2027-05-10'
		from unnest($1::int[], $2::text[], $3::int[]) as b (box, voter, choice)
		on conflict (box_id, voter) do update set choice = excluded.choice`;
	const count = `insert into bare_tallies (box_id, "group", standing, agree, pass, disagree)
		select box, 'affected', 'person', sum((choice = 1)::int), sum((choice = 0)::int), sum((choice = -1)::int)
		from unnest($1::int[], $2::int[]) as b (box, choice) group by box
		on conflict (box_id, "group", standing) do update set agree = bare_tallies.agree + excluded.agree,
		pass = bare_tallies.pass + excluded.pass, disagree = bare_tallies.disagree + excluded.disagree`;
	const made = (async () => {
		for (const table of TABLES) await pool.query(table);
	})();
	return async (ballots) => {
		await made;
		const boxes = ballots.map(({ box }) => box);
		const choices = ballots.map(({ choice }) => choice);
		const client = await pool.connect();
		await client.query('begin');
		await client.query({ name: 'put', text: put, values: [boxes, ballots.map(({ voter }) => voter), choices] });
		await client.query({ name: 'count', text: count, values: [boxes, choices] });
		await client.query('commit');
		client.release();
	};
}
