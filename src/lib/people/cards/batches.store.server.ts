import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';
import { newId } from '../../server/ids.ts';
import type { Language } from '../details/language.ts';
import type { Group } from '../person.ts';

export interface NewBatch {
	id: string;
	label: string;
	group: Group;
	organisationId: string | null;
	placeId: string;
	language?: Language;
	size: number;
	issuedBy: string | null;
	validUntil: Instant;
}

export async function addBatch(db: Db, batch: NewBatch, now: Instant): Promise<void> {
	await db
		.insertInto('batches')
		.values({ ...batch, issuedAt: now, revokedAt: null })
		.execute();
}

export async function addCards(
	db: Db,
	{ batchId, placeId, first }: { batchId: string; placeId: string; first: number },
	hashes: readonly string[],
	now: Instant
): Promise<void> {
	const millis = Date.parse(now);
	const fresh = { batchId, placeId, personId: null, revokedAt: null, replacedAt: null };
	const cards = hashes.map((codeHash, index) => ({ ...fresh, id: newId(millis), codeHash, number: first + index }));
	await db.insertInto('cards').values(cards).execute();
}

export async function cardByHash(db: Db, codeHash: string) {
	return db
		.selectFrom('cards as c')
		.innerJoin('batches as b', 'b.id', 'c.batchId')
		.select([
			'c.id',
			'c.personId',
			'c.revokedAt',
			'c.heldFor',
			'b.revokedAt as batchRevokedAt',
			'b.validUntil',
			'b.group',
			'b.organisationId'
		])
		.where('c.codeHash', '=', codeHash)
		.executeTakeFirst();
}

export async function giveCardTo(db: Db, cardId: string, personId: string): Promise<void> {
	await db.updateTable('cards').set({ personId }).where('id', '=', cardId).execute();
}

export async function batchById(db: Db, id: string) {
	return db.selectFrom('batches').select(['label', 'revokedAt']).where('id', '=', id).executeTakeFirst();
}

export async function batchRows(db: Db) {
	return db
		.selectFrom('batches as b')
		.leftJoin('organisations as o', 'o.id', 'b.organisationId')
		.leftJoin('places as p', 'p.id', 'b.placeId')
		.select((e) => [
			'b.id',
			'p.name as place',
			'b.label',
			'b.group',
			'o.name as organisation',
			'b.size',
			'b.language',
			'b.issuedAt',
			'b.validUntil',
			'b.revokedAt',
			e
				.selectFrom('cards as c')
				.select((x) => x.fn.countAll<number>().as('used'))
				.whereRef('c.batchId', '=', 'b.id')
				.where('c.personId', 'is not', null)
				.as('used')
		])
		.orderBy('b.issuedAt', 'desc')
		.execute();
}

export async function revokeBatch(db: Db, id: string, now: Instant): Promise<void> {
	await db.updateTable('batches').set({ revokedAt: now }).where('id', '=', id).where('revokedAt', 'is', null).execute();
}
