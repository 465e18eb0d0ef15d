import type { Db } from '../../server/app.ts';
import type { Tables } from '../../server/db/tables.ts';

export async function addLayout(db: Db, layout: Tables['ballotLayouts']): Promise<void> {
	await db
		.insertInto('ballotLayouts')
		.values(layout)
		.onConflict((c) => c.column('id').doNothing())
		.execute();
}

export async function addPapers(db: Db, papers: readonly Tables['ballotPapers'][]): Promise<void> {
	await db
		.insertInto('ballotPapers')
		.values([...papers])
		.execute();
}

/** With how it was laid out. */
export async function paperById(db: Db, id: string) {
	return db
		.selectFrom('ballotPapers as p')
		.innerJoin('ballotLayouts as l', 'l.id', 'p.layoutId')
		.select(['p.id', 'p.cardId', 'p.group', 'l.version', 'l.pages', 'l.consultationId'])
		.where('p.id', '=', id)
		.executeTakeFirst();
}
