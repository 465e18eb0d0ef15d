import { NotFound } from '../../verdict.ts';
import type { Db } from './connections/open.ts';

/**
 * Forms bring the id of what they will make. What was decided about a text, who wrote it down and what the journal says
 * of it is found by its id alone, so no text may take the id of another, whatever kind it is. Call it before a new one is
 * written, in the same transaction. NotFound: there is one, and whoever tries learns nothing of it.
 */
export async function expectUnused(db: Db, id: string): Promise<void> {
	const taken = await db
		.selectFrom('proposals')
		.select('id')
		.where('id', '=', id)
		.unionAll(db.selectFrom('comments').select('id').where('id', '=', id))
		.unionAll(db.selectFrom('amendments').select('id').where('id', '=', id))
		.execute();
	if (taken.length > 0) throw new NotFound('unused id');
}
