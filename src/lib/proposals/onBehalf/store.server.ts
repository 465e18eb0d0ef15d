import type { Db } from '../../server/app.ts';

/** Only where there is no author yet. */
export async function giveTo(db: Db, id: string, personId: string, authorName: string): Promise<boolean> {
	const result = await db
		.updateTable('proposals')
		.set({ authorId: personId, authorName })
		.where('id', '=', id)
		.where('authorId', 'is', null)
		.executeTakeFirst();
	return result.numUpdatedRows > 0n;
}
