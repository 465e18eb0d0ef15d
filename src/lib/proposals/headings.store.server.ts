import type { Db } from '../server/house.ts';

/** The little that a reference needs; texts would make long lists of sources heavy. */
function headings(db: Db) {
	return db
		.selectFrom('proposals')
		.select(['id', 'number', 'title', 'authorGroup', 'submittedAt', 'publishedAt', 'rejectedAt', 'hiddenAt']);
}

export async function headingsById(db: Db, ids: readonly string[]) {
	return ids.length === 0
		? []
		: headings(db)
				.where('id', 'in', [...ids])
				.execute();
}

export async function headingsByNumber(db: Db, consultationId: string, numbers: readonly number[]) {
	if (numbers.length === 0) return [];
	return headings(db)
		.where('consultationId', '=', consultationId)
		.where('number', 'in', [...numbers])
		.execute();
}
