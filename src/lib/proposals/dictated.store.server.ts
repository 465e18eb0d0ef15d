import type { Db } from '../server/house.ts';

/** Only where there is no author yet. */
export async function giveTo(db: Db, id: string, personId: string): Promise<boolean> {
	const result = await db
		.updateTable('proposals')
		.set({ authorId: personId })
		.where('id', '=', id)
		.where('authorId', 'is', null)
		.executeTakeFirst();
	return result.numUpdatedRows > 0n;
}
