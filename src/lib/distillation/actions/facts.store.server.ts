import { z } from 'zod';
import type { Db } from '../../server/app.ts';
import { memberIds, memberKey, type Change, type Facts, type Thing } from './change.ts';

const AT_ONCE = 500;

/** Things of the desk as plain facts, read and written alike by doing and by taking back. */
const text = z.string();
const name = z.string().nullable();
const ClusterFacts = z
	.object({
		title: text,
		gist: text,
		pointId: name,
		mergedIntoId: name,
		splitFromId: name,
		assigneeId: name,
		removedAt: name
	})
	.partial();
const DocketFacts = z.object({ assigneeId: name, aside: name }).partial();
const RemovalFacts = z.object({ removedAt: name });
const MemberFacts = z.object({ proposalId: text, segmentId: name, relation: text, dissent: name });

const read: Readonly<Record<Thing, (db: Db, keys: readonly string[]) => Promise<(Facts & { key: string })[]>>> = {
	cluster: (db, keys) =>
		db
			.selectFrom('clusters')
			.select(['id as key', 'title', 'gist', 'pointId', 'mergedIntoId', 'splitFromId', 'assigneeId', 'removedAt'])
			.where('id', 'in', [...keys])
			.execute(),
	segment: (db, keys) =>
		db
			.selectFrom('segments')
			.select(['id as key', 'proposalId', 'removedAt'])
			.where('id', 'in', [...keys])
			.execute(),
	docket: (db, keys) =>
		db
			.selectFrom('dockets')
			.select(['proposalId as key', 'assigneeId', 'aside'])
			.where('proposalId', 'in', [...keys])
			.execute(),
	remark: (db, keys) =>
		db
			.selectFrom('remarks')
			.select(['id as key', 'removedAt'])
			.where('id', 'in', [...keys])
			.execute(),
	async member(db, keys) {
		const clusters = keys.map((key) => memberIds(key).clusterId);
		const rows = await db
			.selectFrom('members')
			.select(['clusterId', 'itemId', 'proposalId', 'segmentId', 'relation', 'dissent'])
			.where('clusterId', 'in', clusters)
			.execute();
		return rows.map(({ clusterId, itemId, ...facts }) => ({ key: memberKey(clusterId, itemId), ...facts }));
	}
};

/** How the things of these changes stand now. What is missing is not there. */
export async function current(db: Db, changes: readonly Change[]): Promise<(change: Change) => Facts | null> {
	const known = new Map<string, Facts>();
	for (const of of new Set(changes.map((change) => change.of))) {
		const keys = changes.filter((change) => change.of === of).map(({ key }) => key);
		for (const { key, ...facts } of await read[of](db, keys)) known.set(`${of} ${key}`, facts);
	}
	return ({ of, key }) => known.get(`${of} ${key}`) ?? null;
}

const write: Readonly<Record<Exclude<Thing, 'member'>, (db: Db, key: string, facts: Facts) => Promise<unknown>>> = {
	cluster: (db, key, facts) =>
		db.updateTable('clusters').set(ClusterFacts.parse(facts)).where('id', '=', key).execute(),
	segment: (db, key, facts) =>
		db.updateTable('segments').set(RemovalFacts.parse(facts)).where('id', '=', key).execute(),
	docket: (db, key, facts) =>
		db.updateTable('dockets').set(DocketFacts.parse(facts)).where('proposalId', '=', key).execute(),
	remark: (db, key, facts) => db.updateTable('remarks').set(RemovalFacts.parse(facts)).where('id', '=', key).execute()
};

/** Two hundred contributions in one form are two statements, not two hundred. */
async function writeMembers(db: Db, changes: readonly Change[]): Promise<void> {
	const keyed = changes.map(({ key, after }) => ({ ...memberIds(key), after }));
	const leaving = keyed.filter(({ after }) => after === null);
	for (const clusterId of new Set(leaving.map((one) => one.clusterId))) {
		const itemIds = leaving.filter((one) => one.clusterId === clusterId).map(({ itemId }) => itemId);
		await db.deleteFrom('members').where('clusterId', '=', clusterId).where('itemId', 'in', itemIds).execute();
	}
	const joining = keyed.flatMap(({ after, ...ids }) =>
		after === null ? [] : [{ ...ids, ...MemberFacts.parse(after) }]
	);
	for (let at = 0; at < joining.length; at += AT_ONCE) {
		await db
			.insertInto('members')
			.values(joining.slice(at, at + AT_ONCE))
			.onConflict((c) =>
				c
					.columns(['clusterId', 'itemId'])
					.doUpdateSet((e) => ({ relation: e.ref('excluded.relation'), dissent: e.ref('excluded.dissent') }))
			)
			.execute();
	}
}

/** Members last: they point to clusters and passages. No two changes of a deed are of the same thing. */
export async function apply(db: Db, changes: readonly Change[]): Promise<void> {
	for (const { of, key, after } of changes) {
		if (of !== 'member' && after !== null) await write[of](db, key, after);
	}
	await writeMembers(
		db,
		changes.filter(({ of }) => of === 'member')
	);
}
