import Database from 'better-sqlite3';
import pg from 'pg';
import { z } from 'zod';

/** Ballots by choice, and what the tallies say of the same. */
const CountedForm = z.object({ agree: z.coerce.number(), pass: z.coerce.number(), disagree: z.coerce.number() });
export type Counted = z.output<typeof CountedForm>;

const BALLOTS = `select count(case when choice = 1 then 1 end) as agree, count(case when choice = 0 then 1 end) as pass,
	count(case when choice = -1 then 1 end) as disagree from ballots`;
const TALLIES = 'select sum(agree) as agree, sum(pass) as pass, sum(disagree) as disagree from tallies';

/** Counts one by one, as nobody but a bench may. */
export async function counted(url: string): Promise<{ ballots: Counted; tallies: Counted }> {
	if (!url.startsWith('file:')) return countedThere(url);
	const database = new Database(url.slice('file:'.length), { readonly: true });
	const [ballots, tallies] = [database.prepare(BALLOTS).get(), database.prepare(TALLIES).get()];
	database.close();
	return { ballots: CountedForm.parse(ballots), tallies: CountedForm.parse(tallies) };
}

async function countedThere(url: string) {
	const client = new pg.Client(url);
	await client.connect();
	const ballots = (await client.query(BALLOTS)).rows[0];
	const tallies = (await client.query(TALLIES)).rows[0];
	await client.end();
	return { ballots: CountedForm.parse(ballots), tallies: CountedForm.parse(tallies) };
}
