import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';

export async function batchRow(db: Db, id: string) {
	return db
		.selectFrom('batches as b')
		.leftJoin('organisations as o', 'o.id', 'b.organisationId')
		.leftJoin('places as p', 'p.id', 'b.placeId')
		.select(['b.id', 'b.label', 'b.group', 'o.name as organisation', 'b.size', 'b.issuedBy', 'b.language'])
		.select(['b.issuedAt', 'b.validUntil', 'b.revokedAt', 'b.placeId', 'p.code as placeCode', 'p.name as place'])
		.where('b.id', '=', id)
		.executeTakeFirst();
}

/** How many cards of a batch are used, replaced, taken back, and carry a number. */
export async function counts(db: Db, batchId: string) {
	return db
		.selectFrom('cards')
		.select((e) => [
			e.fn.count<number>('personId').as('used'),
			e.fn.count<number>('replacedAt').as('replaced'),
			e.fn.count<number>('revokedAt').as('ended'),
			e.fn.count<number>('number').as('numbered')
		])
		.where('batchId', '=', batchId)
		.executeTakeFirstOrThrow();
}

/** The card with this number that opens the door. */
export async function openCard(db: Db, batchId: string, number: number) {
	return (
		db
			.selectFrom('cards as c')
			.leftJoin('places as p', 'p.id', 'c.placeId')
			// Of the place that printed the number: whoever tends the cards now.
			.select(['c.id', 'c.personId', 'c.codeHash', 'p.code as placeCode'])
			.where('c.batchId', '=', batchId)
			.where('c.number', '=', number)
			.where('c.revokedAt', 'is', null)
			.executeTakeFirst()
	);
}

export async function byPrintedNumber(db: Db, { code, number }: { code: string | null; number: number }) {
	return db
		.selectFrom('cards as c')
		.innerJoin('places as p', 'p.id', 'c.placeId')
		.select('c.batchId')
		.where('p.code', '=', code)
		.where('c.number', '=', number)
		.executeTakeFirst();
}

export async function holders(db: Db, batchId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('cards')
		.select('personId')
		.where('batchId', '=', batchId)
		.where('personId', 'is not', null)
		.execute();
	return rows.flatMap((row) => row.personId ?? []);
}

/** Cards that open the door and that somebody has come in with, by number. */
export async function heldCards(db: Db, batchId: string) {
	return db
		.selectFrom('cards as c')
		.leftJoin('places as p', 'p.id', 'c.placeId')
		.select(['c.personId', 'c.number', 'p.code as placeCode'])
		.where('c.batchId', '=', batchId)
		.where('c.personId', 'is not', null)
		.where('c.revokedAt', 'is', null)
		.orderBy('c.number')
		.execute();
}

export async function numbersOf(db: Db, batchId: string, hashes: readonly string[]) {
	return db
		.selectFrom('cards as c')
		.leftJoin('places as p', 'p.id', 'c.placeId')
		.select(['c.codeHash', 'c.number', 'p.code as placeCode'])
		.where('c.batchId', '=', batchId)
		.where('c.codeHash', 'in', [...hashes])
		.execute();
}

/** Who tends the cards from now on. What is printed on them stays what it is. */
export async function setPlace(db: Db, batchId: string, placeId: string): Promise<void> {
	await db.updateTable('batches').set({ placeId }).where('id', '=', batchId).execute();
}

/** Taken back for good: the person stays with the card, so that what was counted as used stays counted. */
export async function closeCard(db: Db, id: string, revokedAt: Instant): Promise<void> {
	await db.updateTable('cards').set({ revokedAt }).where('id', '=', id).execute();
}
