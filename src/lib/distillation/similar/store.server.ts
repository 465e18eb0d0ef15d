import type { Db } from '../../server/app.ts';

function visible(db: Db, consultationId: string) {
	return db
		.selectFrom('proposals')
		.where('consultationId', '=', consultationId)
		.where('publishedAt', 'is not', null)
		.where('rejectedAt', 'is', null)
		.where('hiddenAt', 'is', null)
		.where('withdrawnAt', 'is', null);
}

/** What there is to compare with, and when its words last changed: only moderation blackens them. */
export async function stamps(db: Db, consultationId: string) {
	return visible(db, consultationId).select(['id', 'redactedAt']).orderBy('number').execute();
}

export async function texts(db: Db, ids: readonly string[]) {
	return db
		.selectFrom('proposals')
		.select(['id', 'title', 'body'])
		.where('id', 'in', [...ids])
		.execute();
}
