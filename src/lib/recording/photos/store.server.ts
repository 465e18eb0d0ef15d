import type { Db } from '../../server/app.ts';
import type { Tables } from '../../server/db/tables.ts';

export type PhotoRow = Tables['workshopPhotos'];

export async function add(db: Db, photo: PhotoRow): Promise<void> {
	await db.insertInto('workshopPhotos').values(photo).execute();
}

export async function remove(db: Db, workshopId: string, id: string): Promise<boolean> {
	const { numDeletedRows } = await db
		.deleteFrom('workshopPhotos')
		.where('id', '=', id)
		.where('workshopId', '=', workshopId)
		.executeTakeFirst();
	return numDeletedRows > 0n;
}

/** Without the pictures, in the order in which they were added. */
export async function ofWorkshop(db: Db, workshopId: string) {
	return db
		.selectFrom('workshopPhotos')
		.select(['id', 'alt', 'width', 'height'])
		.where('workshopId', '=', workshopId)
		.orderBy('addedAt')
		.orderBy('id')
		.execute();
}

export async function picture(db: Db, workshopId: string, id: string, size: 'small' | 'large') {
	return db
		.selectFrom('workshopPhotos')
		.select(`${size} as picture`)
		.where('id', '=', id)
		.where('workshopId', '=', workshopId)
		.executeTakeFirst();
}
