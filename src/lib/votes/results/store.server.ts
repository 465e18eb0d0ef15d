import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';
import { sumsIn } from '../ballots/store.server.ts';

/** What is shown now of these subjects. */
export async function latest(db: Db, subjects: readonly string[]) {
	if (subjects.length === 0) return [];
	return db
		.selectFrom('publications as p')
		.select(['p.subject', 'p.at', 'p.lines'])
		.where('p.subject', 'in', [...subjects])
		.where('p.at', '=', (e) =>
			e
				.selectFrom('publications as newest')
				.select((x) => x.fn.max('newest.at').as('at'))
				.whereRef('newest.subject', '=', 'p.subject')
		)
		.execute();
}

export async function lastTimes(db: Db): Promise<{ subject: string; at: Instant }[]> {
	return db
		.selectFrom('publications')
		.select((e) => ['subject', e.fn.max('at').as('at')])
		.groupBy('subject')
		.execute();
}

/** Everything that was ever shown of one subject, oldest first. */
export async function history(db: Db, subject: string): Promise<{ at: Instant; lines: string }[]> {
	return db.selectFrom('publications').select(['at', 'lines']).where('subject', '=', subject).orderBy('at').execute();
}

export async function add(db: Db, row: { subject: string; at: Instant; lines: string }): Promise<void> {
	await db
		.insertInto('publications')
		.values(row)
		.onConflict((c) => c.columns(['subject', 'at']).doNothing())
		.execute();
}

/** The only one of its subject. */
export async function replace(db: Db, row: { subject: string; at: Instant; lines: string }): Promise<void> {
	await db.deleteFrom('publications').where('subject', '=', row.subject).execute();
	await db.insertInto('publications').values(row).execute();
}

/** Ballot boxes of phases that run, or ended (or were ended) after this moment. */
export async function boxesSince(db: Db, ended: Instant): Promise<{ id: number; pointId: string }[]> {
	return db
		.selectFrom('ballotBoxes as b')
		.innerJoin('phases as p', 'p.id', 'b.phaseId')
		.select(['b.id', 'b.pointId'])
		.where((e) => e.or([e('p.endsAt', '>', ended), e('p.endChangedAt', '>', ended)]))
		.orderBy('b.id')
		.execute();
}

/** Newest round first: the later phase, and in it the later wording. */
export async function boxesOf(db: Db, pointIds: readonly string[]) {
	if (pointIds.length === 0) return [];
	return db
		.selectFrom('ballotBoxes as b')
		.innerJoin('phases as p', 'p.id', 'b.phaseId')
		.select(['b.id', 'b.pointId', 'b.wordingId', 'b.phaseId', 'p.slug as phaseSlug', 'p.title as phaseTitle'])
		.where('b.pointId', 'in', [...pointIds])
		.orderBy('p.beginsAt', 'desc')
		.orderBy('b.wordingId', 'desc')
		.execute();
}

export async function tallies(db: Db, boxIds: readonly number[]) {
	if (boxIds.length === 0) return [];
	return sumsIn(db)
		.where('boxId', 'in', [...boxIds])
		.orderBy('group')
		.orderBy('standing')
		.execute();
}
