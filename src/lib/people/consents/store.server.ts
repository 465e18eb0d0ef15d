import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';
import { newId } from '../../server/ids.ts';

export async function rowsOf(db: Db, personId: string) {
	return db
		.selectFrom('consents')
		.select(['purpose', 'textVersion', 'language', 'wordsDigest', 'givenAt', 'withdrawnAt'])
		.where('personId', '=', personId)
		.orderBy('givenAt')
		.orderBy('purpose')
		.execute();
}

export async function add(
	db: Db,
	consent: { personId: string; purpose: string; textVersion: string; language: string; wordsDigest: string },
	now: Instant
): Promise<void> {
	await db
		.insertInto('consents')
		.values({ id: newId(Date.parse(now)), ...consent, givenAt: now, withdrawnAt: null })
		.execute();
}

export async function withdraw(db: Db, personId: string, purpose: string, now: Instant): Promise<void> {
	await db
		.updateTable('consents')
		.set({ withdrawnAt: now })
		.where('personId', '=', personId)
		.where('purpose', '=', purpose)
		.where('withdrawnAt', 'is', null)
		.execute();
}
