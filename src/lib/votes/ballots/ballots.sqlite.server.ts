import { preparedQuery, type Value } from '../../server/performance/preparedQuery.ts';
import type { Db } from '../../server/app.ts';
import type { Ballot, Changed, Count } from './ballot.ts';

/** Ballots on SQLite, where prepared statements one by one are fastest. PostgreSQL has its own file. */

/** SQLite has one writer at a time: nobody is in the way, and one slot is enough. */
export async function begin(): Promise<number> {
	return 0;
}

export async function hold(): Promise<void> {
	// Nor while it is written.
}

export async function exclude(): Promise<void> {
	// Whoever writes has excluded all others already.
}

const ballot = preparedQuery((db, value: Value<{ voter: string }>) =>
	db
		.selectFrom('ballots')
		.select(['voter', 'phaseId', 'group', 'standing', 'marks'])
		.where('voter', '=', value('voter'))
);

export async function read(db: Db, voters: readonly string[]): Promise<Ballot[]> {
	const found: Ballot[] = [];
	for (const voter of voters) found.push(...(await ballot(db, { voter })));
	return found;
}

const put = preparedQuery((db, value: Value<Ballot>) => {
	const row = {
		phaseId: value('phaseId'),
		group: value('group'),
		standing: value('standing'),
		marks: value('marks')
	};
	return db
		.insertInto('ballots')
		.values({ voter: value('voter'), ...row })
		.onConflict((c) => c.column('voter').doUpdateSet(row));
});

const dropOne = preparedQuery((db, value: Value<{ voter: string }>) =>
	db.deleteFrom('ballots').where('voter', '=', value('voter'))
);

export async function write(db: Db, changes: readonly Changed[]): Promise<void> {
	for (const { was, is } of changes) {
		if (is) await put(db, is);
		else if (was) await dropOne(db, { voter: was.voter });
	}
}

export async function add(db: Db, ballots: readonly Ballot[]): Promise<number> {
	for (const one of ballots) await put(db, one);
	return ballots.length;
}

export async function remove(db: Db, voters: readonly string[]): Promise<void> {
	for (const voter of voters) await dropOne(db, { voter });
}

const countOne = preparedQuery((db, value: Value<Count & { slot: number }>) =>
	db
		.insertInto('tallies')
		.values({
			boxId: value('boxId'),
			group: value('group'),
			standing: value('standing'),
			slot: value('slot'),
			agree: value('agree'),
			pass: value('pass'),
			disagree: value('disagree'),
			recorded: value('recorded')
		})
		.onConflict((c) =>
			c.columns(['boxId', 'group', 'standing', 'slot']).doUpdateSet((e) => ({
				agree: e('tallies.agree', '+', e.ref('excluded.agree')),
				pass: e('tallies.pass', '+', e.ref('excluded.pass')),
				disagree: e('tallies.disagree', '+', e.ref('excluded.disagree')),
				recorded: e('tallies.recorded', '+', e.ref('excluded.recorded'))
			}))
		)
);

export async function count(db: Db, counts: readonly Count[], slot: number): Promise<void> {
	for (const one of counts) await countOne(db, { ...one, slot });
}
