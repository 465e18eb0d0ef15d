import type { Instant } from '../time.ts';
import type { Db } from '../server/app.ts';

export interface NewAnswer {
	id: string;
	proposalId: string;
	versionId: string;
	disposition: string;
	reason: string;
	responsible: string | null;
	writtenBy: string | null;
}

/**
 * One answer for each contribution and version; a second one for the same draft takes its place. The same once more
 * changes nothing: a form sent twice must not undo an approval.
 */
export async function put(db: Db, answer: NewAnswer, now: Instant): Promise<void> {
	const { disposition, reason, responsible, writtenBy } = answer;
	await db
		.insertInto('answers')
		.values({ ...answer, writtenAt: now, publishedAt: null })
		.onConflict((c) =>
			c
				.columns(['proposalId', 'versionId'])
				.doUpdateSet((e) => ({
					disposition,
					reason,
					responsible,
					writtenBy,
					writtenAt: now,
					revision: e('answers.revision', '+', 1)
				}))
				.where((e) =>
					e.or([
						e('answers.disposition', '<>', disposition),
						e('answers.reason', '<>', reason),
						e(e.fn.coalesce('answers.responsible', e.val('')), '<>', responsible ?? '')
					])
				)
		)
		.execute();
}

/** Of a draft: there was no answer before. */
export async function remove(db: Db, versionId: string, proposalId: string): Promise<void> {
	await db
		.deleteFrom('answers')
		.where('versionId', '=', versionId)
		.where('proposalId', '=', proposalId)
		.where('publishedAt', 'is', null)
		.execute();
}

export async function publishAnswers(db: Db, versionId: string, now: Instant): Promise<number> {
	const result = await db
		.updateTable('answers')
		.set({ publishedAt: now })
		.where('versionId', '=', versionId)
		.where('publishedAt', 'is', null)
		.executeTakeFirst();
	return Number(result.numUpdatedRows);
}

/** Newest version first. */
export async function published(db: Db, proposalIds: readonly string[]) {
	if (proposalIds.length === 0) return [];
	return db
		.selectFrom('answers as a')
		.innerJoin('versions as v', 'v.id', 'a.versionId')
		.select([
			'a.proposalId',
			'a.disposition',
			'a.reason',
			'a.responsible',
			'a.publishedAt',
			'v.number as versionNumber'
		])
		.where('a.proposalId', 'in', [...proposalIds])
		.where('a.publishedAt', 'is not', null)
		.orderBy('v.number', 'desc')
		.execute();
}

/** Oldest version first, so that the newest stays when they are put into a map. */
export async function dispositions(db: Db, proposalIds: readonly string[]) {
	if (proposalIds.length === 0) return [];
	return db
		.selectFrom('answers as a')
		.innerJoin('versions as v', 'v.id', 'a.versionId')
		.select(['a.proposalId', 'a.disposition'])
		.where('a.proposalId', 'in', [...proposalIds])
		.where('a.publishedAt', 'is not', null)
		.orderBy('v.number')
		.execute();
}

/** What went out with a version, by the number of the contribution; without who wrote it, because people go. */
export async function sentWith(db: Db, versionId: string) {
	return db
		.selectFrom('answers as a')
		.innerJoin('proposals as p', 'p.id', 'a.proposalId')
		.select(['a.id', 'a.proposalId', 'a.disposition', 'a.reason', 'a.responsible'])
		.select(['a.writtenAt', 'a.revision', 'a.publishedAt', 'p.number'])
		.where('a.versionId', '=', versionId)
		.orderBy('p.number')
		.execute();
}

/** What stands so far in a draft for these contributions. */
export async function standing(db: Db, versionId: string, proposalIds: readonly string[]) {
	if (proposalIds.length === 0) return [];
	return db
		.selectFrom('answers')
		.select(['proposalId', 'disposition', 'reason', 'responsible', 'revision', 'writtenBy'])
		.where('versionId', '=', versionId)
		.where('proposalId', 'in', [...proposalIds])
		.execute();
}
