import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { emptyDatabase } from '../../../../tests/support/empty.ts';
import { fillAs } from '../../../../tests/support/upgrade/filled.ts';
import { migrateByCommand, using } from '../../../../tests/support/upgrade/migrating.ts';
import type { Db } from '../../server/app.ts';
import { difference, readMarks, votesIn } from './ballot.ts';
import { sumsIn } from './store.server.ts';

interface Former {
	voter: string;
	boxId: number;
	choice: number;
	day: string;
	hand: string | null;
}

const VALUE = { agree: 1, pass: 0, disagree: -1 } as const;
const keyOf = ({ boxId, group, standing }: { boxId: number; group: string; standing: string }) =>
	`${boxId} ${group} ${standing}`;

/** Somebody's newest vote is counted in another group than her others. */
async function changeGroup(db: Db): Promise<void> {
	const { rows } = await sql<{ voter: string; boxId: number; group: string; choice: number }>`
		select voter, box_id, "group", choice from ballots where standing = 'person' and hand is null
			and voter in (select voter from ballots group by voter having count(*) > 1)
		order by voter, day desc, box_id desc limit 1`.execute(db);
	const [vote] = rows;
	if (!vote) throw new Error('nobody has voted twice');
	const { voter, boxId, group, choice } = vote;
	const column = sql.ref(choice > 0 ? 'agree' : choice < 0 ? 'disagree' : 'pass');
	await sql`update ballots set "group" = 'none' where voter = ${voter} and box_id = ${boxId}`.execute(db);
	await sql`update tallies set ${column} = ${column} - 1
		where box_id = ${boxId} and "group" = ${group} and standing = 'person'`.execute(db);
	await sql`insert into tallies (box_id, "group", standing, ${column}) values (${boxId}, 'none', 'person', 1)
		on conflict (box_id, "group", standing) do update set ${column} = tallies.${column} + 1`.execute(db);
}

it('ballots of a version that kept one row for each vote are all there after the upgrade, and counted the same', async () => {
	const database = await emptyDatabase();
	const former = await using(database, async (connections) => {
		await fillAs(connections, '0090');
		// Some were written down by a helper, and one person has changed her group since her first vote.
		await sql`update ballots set hand = 'helper' where box_id = (select min(box_id) from ballots)`.execute(
			connections.writer
		);
		await changeGroup(connections.writer);
		const { rows } = await sql<Former>`select voter, box_id, choice, day, hand from ballots`.execute(
			connections.writer
		);
		return rows;
	});
	expect(former.length).toBeGreaterThan(100);
	expect(await migrateByCommand(database)).toMatchObject({ code: 0 });
	await using(database, async ({ reader }) => {
		const ballots = await reader.selectFrom('ballots').selectAll().execute();
		const marks = ballots.flatMap(({ voter, marks }) =>
			[...votesIn(readMarks(marks))].map(
				([boxId, { choice, day, hand }]) => `${voter} ${boxId} ${VALUE[choice]} ${day ?? ''} ${hand ?? ''}`
			)
		);
		const before = former.map(
			({ voter, boxId, choice, day, hand }) => `${voter} ${boxId} ${choice} ${day} ${hand ?? ''}`
		);
		expect(marks.sort()).toEqual(before.sort());
		expect(ballots.every(({ voter }) => voter.length === 16)).toBe(true);
		const counted = difference(ballots.map((is) => ({ was: null, is })));
		const votes = new Map(counted.map((one) => [keyOf(one), one.agree + one.pass + one.disagree]));
		const sums = (await sumsIn(reader).execute()).filter((sum) => votes.has(keyOf(sum)));
		expect(new Map(sums.map((sum) => [keyOf(sum), sum.agree + sum.pass + sum.disagree]))).toEqual(votes);
	});
	await database.drop();
}, 120_000);
