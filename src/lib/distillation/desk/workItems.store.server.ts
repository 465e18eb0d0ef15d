import { sql } from 'kysely';
import type { Db } from '../../server/app.ts';

/** The desk's own account of what is to be done, and its counts. */
const COLUMNS = [
	'proposalId',
	'number',
	'revision',
	'publishedAt',
	'fieldId',
	'kind',
	'group',
	'assigneeId',
	'aside',
	'openSince',
	'hiddenAt',
	'consultationId'
] as const;

export type WorkItemRow = Awaited<ReturnType<typeof byIds>>[number];

export async function byIds(db: Db, ids: readonly string[]) {
	return ids.length === 0
		? []
		: db
				.selectFrom('dockets')
				.select(COLUMNS)
				.where('proposalId', 'in', [...ids])
				.execute();
}

export async function byNumbers(db: Db, consultationId: string, numbers: readonly number[]) {
	if (numbers.length === 0) return [];
	return db
		.selectFrom('dockets')
		.select(COLUMNS)
		.where('consultationId', '=', consultationId)
		.where('number', 'in', [...numbers])
		.orderBy('number')
		.execute();
}

/** How many parts of these contributions are there, and how many have a place. */
export async function partsOf(db: Db, ids: readonly string[]) {
	const wholes = await db
		.selectFrom('members')
		.select((e) => ['proposalId', e.fn.countAll<number>().as('count')])
		.where('proposalId', 'in', [...ids])
		.where('segmentId', 'is', null)
		.groupBy('proposalId')
		.execute();
	const segments = await db
		.selectFrom('segments as s')
		.leftJoin('members as m', 'm.segmentId', 's.id')
		.select((e) => [
			's.proposalId',
			sql<number>`count(distinct ${e.ref('s.id')})`.as('count'),
			sql<number>`count(distinct ${e.ref('m.segmentId')})`.as('placed')
		])
		.where('s.proposalId', 'in', [...ids])
		.where('s.removedAt', 'is', null)
		.groupBy('s.proposalId')
		.execute();
	const whole = new Map(wholes.map((row) => [row.proposalId, row.count]));
	const cut = new Map(segments.map((row) => [row.proposalId, row]));
	return (id: string) => ({
		whole: whole.get(id) ?? 0,
		segments: cut.get(id)?.count ?? 0,
		placed: cut.get(id)?.placed ?? 0
	});
}

/** Whether there is something to do with them: since they were published, or not at all. */
export async function setOpen(db: Db, ids: readonly string[], open: boolean): Promise<void> {
	if (ids.length === 0) return;
	await db
		.updateTable('dockets')
		.set((e) => ({ openSince: open ? e.ref('publishedAt') : null, revision: e('revision', '+', 1) }))
		.where('proposalId', 'in', [...ids])
		.execute();
}

export interface CountKey {
	consultationId: string;
	fieldId: string;
	kind: string;
	group: string;
}

export async function addToCounts(db: Db, key: CountKey, change: { total: number; open: number }): Promise<void> {
	if (change.total === 0 && change.open === 0) return;
	await db
		.insertInto('docketCounts')
		.values({ ...key, ...change })
		.onConflict((c) =>
			c.columns(['consultationId', 'fieldId', 'kind', 'group']).doUpdateSet((e) => ({
				total: e('docketCounts.total', '+', change.total),
				open: e('docketCounts.open', '+', change.open)
			}))
		)
		.execute();
}

export async function counts(db: Db, consultationId: string) {
	return db
		.selectFrom('docketCounts')
		.select(['fieldId', 'kind', 'group', 'total', 'open'])
		.where('consultationId', '=', consultationId)
		.execute();
}
