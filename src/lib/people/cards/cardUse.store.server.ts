import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';
import type { Group } from '../person.ts';

export interface RunningAsked {
	issuedBy: string;
	label: string;
	group: Group;
	/** Its cards are good at least until then. */
	until: Instant;
}

/** The newest batch of this helper's that single cards are added to. */
export async function running(db: Db, { issuedBy, label, group, until }: RunningAsked): Promise<string | undefined> {
	const row = await db
		.selectFrom('batches')
		.select('id')
		.where('issuedBy', '=', issuedBy)
		.where('label', '=', label)
		.where('group', '=', group)
		.where('revokedAt', 'is', null)
		.where('validUntil', '>', until)
		.orderBy('issuedAt', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row?.id;
}

export async function addCard(
	db: Db,
	{ id, batchId, codeHash }: { id: string; batchId: string; codeHash: string }
): Promise<void> {
	await db.insertInto('cards').values({ id, batchId, codeHash, personId: null, revokedAt: null }).execute();
	await db
		.updateTable('batches')
		.set((e) => ({ size: e('size', '+', 1) }))
		.where('id', '=', batchId)
		.execute();
}

export async function useUp(db: Db, cardId: string, end: { heldFor: string; revokedAt: Instant }): Promise<void> {
	await db.updateTable('cards').set(end).where('id', '=', cardId).execute();
}

/** Cards whose id ends so, given out by these people, that are still good. */
export async function endingIn(db: Db, ending: string, issuedBy: readonly string[]) {
	return db
		.selectFrom('cards as c')
		.innerJoin('batches as b', 'b.id', 'c.batchId')
		.select(['c.id', 'b.group'])
		.where('b.issuedBy', 'in', [...issuedBy])
		.where('b.revokedAt', 'is', null)
		.where('c.revokedAt', 'is', null)
		.where('c.id', 'like', `%${ending}`)
		.execute();
}

export async function groupOf(db: Db, cardId: string) {
	return db
		.selectFrom('cards as c')
		.innerJoin('batches as b', 'b.id', 'c.batchId')
		.select('b.group')
		.where('c.id', '=', cardId)
		.executeTakeFirst();
}

export async function cardById(db: Db, id: string) {
	return db.selectFrom('cards').select(['personId', 'revokedAt', 'heldFor']).where('id', '=', id).executeTakeFirst();
}

export async function holdFor(db: Db, cardId: string, heldFor: string): Promise<void> {
	await db.updateTable('cards').set({ heldFor }).where('id', '=', cardId).execute();
}

export async function cardsOf(db: Db, personId: string): Promise<string[]> {
	const rows = await db.selectFrom('cards').select('id').where('personId', '=', personId).execute();
	return rows.map((row) => row.id);
}
