import { isNumber } from '../server/db/counters.ts';
import type { Db } from '../server/house.ts';

/** The little that a reference needs; texts would make long lists of sources heavy. */
function headings(db: Db) {
	return db
		.selectFrom('proposals')
		.select(['id', 'number', 'title', 'authorGroup', 'submittedAt', 'publishedAt', 'rejectedAt', 'hiddenAt'])
		.select(['withdrawnAt', 'language']);
}

export async function headingsById(db: Db, ids: readonly string[]) {
	return ids.length === 0
		? []
		: headings(db)
				.where('id', 'in', [...ids])
				.execute();
}

export async function headingsByNumber(db: Db, consultationId: string, numbers: readonly number[]) {
	const possible = numbers.filter(isNumber);
	if (possible.length === 0) return [];
	return headings(db).where('consultationId', '=', consultationId).where('number', 'in', possible).execute();
}
