import Database from 'better-sqlite3';
import pg from 'pg';
import { z } from 'zod';
import { readMarks, votesIn } from '#lib/votes/ballots/ballot.ts';

/** Ballots by choice, and what the tallies say of the same. */
const CountedForm = z.object({ agree: z.coerce.number(), pass: z.coerce.number(), disagree: z.coerce.number() });
export type Counted = z.output<typeof CountedForm>;

const BALLOTS = 'select marks from ballots';
const TALLIES = 'select sum(agree) as agree, sum(pass) as pass, sum(disagree) as disagree from tallies';
const MarksForm = z.array(z.object({ marks: z.string() }));

/** Counts one by one, as nobody but a bench may. */
export async function counted(url: string): Promise<{ ballots: Counted; tallies: Counted }> {
	if (!url.startsWith('file:')) return countedThere(url);
	const database = new Database(url.slice('file:'.length), { readonly: true });
	const [ballots, tallies] = [database.prepare(BALLOTS).all(), database.prepare(TALLIES).get()];
	database.close();
	return { ballots: choicesOn(ballots), tallies: CountedForm.parse(tallies) };
}

async function countedThere(url: string) {
	const client = new pg.Client(url);
	await client.connect();
	const ballots = (await client.query(BALLOTS)).rows;
	const tallies = (await client.query(TALLIES)).rows[0];
	await client.end();
	return { ballots: choicesOn(ballots), tallies: CountedForm.parse(tallies) };
}

function choicesOn(rows: unknown): Counted {
	const counted = { agree: 0, pass: 0, disagree: 0 };
	for (const { marks } of MarksForm.parse(rows)) {
		for (const { choice } of votesIn(readMarks(marks)).values()) counted[choice] += 1;
	}
	return counted;
}
