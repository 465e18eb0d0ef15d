import type { Instant } from '../time.ts';
import type { Db } from '../server/app.ts';

export async function roundOf(db: Db, versionId: string) {
	const row = await db
		.selectFrom('understandingRounds as r')
		.innerJoin('versions as v', 'v.id', 'r.versionId')
		.select(['r.openedAt', 'r.closedAt', 'v.publishedAt'])
		.where('r.versionId', '=', versionId)
		.executeTakeFirst();
	return row ?? null;
}

export async function open(db: Db, versionId: string, openedBy: string | null, now: Instant): Promise<void> {
	await db
		.insertInto('understandingRounds')
		.values({ versionId, openedBy, openedAt: now, closedAt: null })
		.onConflict((c) => c.column('versionId').doUpdateSet({ closedAt: null }))
		.execute();
}

export async function close(db: Db, versionId: string, now: Instant): Promise<void> {
	await db.updateTable('understandingRounds').set({ closedAt: now }).where('versionId', '=', versionId).execute();
}

/** Contributions with an author behind points whose words were never published: these people can be asked. */
function behind(db: Db) {
	return db
		.selectFrom('sources as s')
		.innerJoin('proposals as c', 'c.id', 's.proposalId')
		.innerJoin('versionPoints as vp', (join) =>
			join.onRef('vp.versionId', '=', 's.versionId').onRef('vp.pointId', '=', 's.pointId')
		)
		.innerJoin('wordings as w', 'w.id', 'vp.wordingId')
		.innerJoin('points as p', 'p.id', 's.pointId')
		.leftJoin('drops as d', (join) =>
			join.onRef('d.versionId', '=', 's.versionId').onRef('d.pointId', '=', 's.pointId')
		)
		.where('d.pointId', 'is', null)
		.where('w.frozenAt', 'is', null)
		.where('c.authorId', 'is not', null)
		.where('c.publishedAt', 'is not', null)
		.where('c.hiddenAt', 'is', null)
		.where('c.withdrawnAt', 'is', null);
}

/** What this person is asked about, in rounds that are open now. */
export async function askedOf(db: Db, personId: string) {
	return behind(db)
		.innerJoin('understandingRounds as r', 'r.versionId', 's.versionId')
		.innerJoin('versions as v', 'v.id', 's.versionId')
		.select([
			's.versionId',
			's.pointId',
			'p.number',
			'w.title',
			'w.body',
			'c.number as contribution',
			'c.title as contributionTitle',
			'c.language'
		])
		.where('c.authorId', '=', personId)
		.where('r.closedAt', 'is', null)
		.where('v.publishedAt', 'is', null)
		.orderBy('p.number')
		.orderBy('c.number')
		.execute();
}

/** Everybody who can be asked about a draft, once for each point. */
export async function everybody(db: Db, versionId: string) {
	return behind(db)
		.innerJoin('persons as o', 'o.id', 'c.authorId')
		.select(['s.pointId', 'c.authorId', 'o.group', 'o.organisationId', 'w.title', 'w.body'])
		.distinct()
		.where('s.versionId', '=', versionId)
		.execute();
}

export async function said(db: Db, versionIds: readonly string[], personId: string | null = null) {
	if (versionIds.length === 0) return [];
	let query = db
		.selectFrom('understandings')
		.select(['versionId', 'pointId', 'personId', 'verdict', 'reason', 'words'])
		.where('versionId', 'in', [...versionIds])
		.orderBy('at')
		.orderBy('personId');
	if (personId !== null) query = query.where('personId', '=', personId);
	return query.execute();
}

export interface Said {
	versionId: string;
	pointId: string;
	personId: string;
	verdict: string;
	reason: string;
	words: string;
	at: Instant;
}

export async function put(db: Db, row: Said): Promise<void> {
	const { verdict, reason, words, at } = row;
	await db
		.insertInto('understandings')
		.values(row)
		.onConflict((c) => c.columns(['versionId', 'pointId', 'personId']).doUpdateSet({ verdict, reason, words, at }))
		.execute();
}

export async function forget(db: Db, personId: string): Promise<void> {
	await db.deleteFrom('understandings').where('personId', '=', personId).execute();
}

export async function ofPerson(db: Db, personId: string) {
	return db
		.selectFrom('understandings as u')
		.innerJoin('points as p', 'p.id', 'u.pointId')
		.select(['p.number', 'u.verdict', 'u.reason', 'u.at'])
		.where('u.personId', '=', personId)
		.orderBy('u.at')
		.orderBy('p.number')
		.execute();
}
