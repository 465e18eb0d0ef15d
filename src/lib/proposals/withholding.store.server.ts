import type { Db } from '../server/house.ts';
import { rows } from './store.server.ts';

/** What is there for evaluation only, newest first. */
export async function page(db: Db, before: number | null, limit: number) {
	let query = rows(db)
		.where('p.withheldAt', 'is not', null)
		.where('p.withdrawnAt', 'is', null)
		.orderBy('p.number', 'desc')
		.limit(limit);
	if (before !== null) query = query.where('p.number', '<', before);
	return query.execute();
}

export async function count(db: Db): Promise<number> {
	const row = await db
		.selectFrom('proposals')
		.select((e) => e.fn.countAll<number>().as('count'))
		.where('withheldAt', 'is not', null)
		.where('withdrawnAt', 'is', null)
		.executeTakeFirst();
	return row?.count ?? 0;
}
