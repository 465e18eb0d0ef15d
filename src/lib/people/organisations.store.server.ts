import type { Instant } from '../server/ctx.ts';
import type { Db } from '../server/house.ts';
import { newId } from '../server/ids.ts';
import { nameKey } from './organisation.ts';

export async function byNameKey(db: Db, name: string) {
	return db
		.selectFrom('organisations')
		.select('id')
		.where('nameKey', '=', nameKey(name))
		.orderBy('createdAt')
		.orderBy('id')
		.limit(1)
		.executeTakeFirst();
}

/** With its participant: what is written, supported and allowed in the organisation's name belongs to that. */
export async function add(db: Db, organisation: { id: string; name: string }, now: Instant): Promise<void> {
	const { id, name } = organisation;
	await db
		.insertInto('organisations')
		.values({ id, name, nameKey: nameKey(name), createdAt: now })
		.execute();
	await db
		.insertInto('persons')
		.values({ id, pseudonym: name, group: 'none', organisationId: id, createdAt: now })
		.execute();
}

export async function rename(db: Db, id: string, name: string): Promise<void> {
	await db
		.updateTable('organisations')
		.set({ name, nameKey: nameKey(name) })
		.where('id', '=', id)
		.execute();
	await db.updateTable('persons').set({ pseudonym: name }).where('id', '=', id).execute();
}

export async function seats(db: Db, organisationId: string) {
	return db
		.selectFrom('persons')
		.select('id')
		.where('organisationId', '=', organisationId)
		.where('id', '<>', organisationId)
		.orderBy('createdAt')
		.orderBy('id')
		.execute();
}

/** The organisation of this name; made when there is none. Call it inside `together`. */
export async function organisationNamed(db: Db, name: string, now: Instant): Promise<string> {
	const known = await byNameKey(db, name);
	if (known) return known.id;
	const id = newId(Date.parse(now));
	await add(db, { id, name }, now);
	return id;
}
