import type { Db } from '../../server/app.ts';

export interface Extremity {
	wordingId: string;
	/** From 0 to 1000, in parts of the largest. */
	extremity: number;
	/** From 0 to 1000. */
	undecided: number;
}

export async function extremities(db: Db, wordingIds: readonly string[]): Promise<Extremity[]> {
	if (wordingIds.length === 0) return [];
	return db
		.selectFrom('extremities')
		.select(['wordingId', 'extremity', 'undecided'])
		.where('wordingId', 'in', [...wordingIds])
		.execute();
}

export async function setExtremities(db: Db, rows: readonly Extremity[]): Promise<void> {
	for (const { wordingId, extremity, undecided } of rows) {
		await db
			.insertInto('extremities')
			.values({ wordingId, extremity, undecided })
			.onConflict((c) => c.column('wordingId').doUpdateSet({ extremity, undecided }))
			.execute();
	}
}
