import { sql } from 'kysely';
import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';
import { isPublic, isPublicComment, isPublicContribution } from '../../server/db/publicTexts.ts';
import type { Trace } from '../dataset.ts';

/** When somebody last took words back, or they were hidden, blackened or withheld; null: never. */
export async function lastRecall(db: Db): Promise<Instant | null> {
	const latest = async (table: 'proposals' | 'comments' | 'amendments', columns: readonly string[]) => {
		const all = await Promise.all(
			columns.map(async (column) => {
				const name = sql.ref<string | null>(column);
				const row = await db
					.selectFrom(table)
					.select((e) => e.fn.max(name).as('at'))
					.where(name, 'is not', null)
					.executeTakeFirst();
				return row?.at ?? '';
			})
		);
		return all.sort().at(-1) ?? '';
	};
	const moments = ['withdrawnAt', 'hiddenAt', 'redactedAt'];
	const retracted = await db
		.selectFrom('workshops')
		.select((e) => e.fn.max('changedAt').as('at'))
		.where('publishedAt', 'is', null)
		.executeTakeFirst();
	const all = [
		await latest('proposals', [...moments, 'withheldAt']),
		await latest('comments', moments),
		await latest('amendments', moments),
		retracted?.at ?? ''
	];
	return all.sort().at(-1) || null;
}

interface Stamped {
	id: string;
	stamp: string | null;
}

/** Which of these everybody may still read, and how they are now. */
const STANDING: Readonly<Record<Trace['kind'], (db: Db, ids: readonly string[]) => Promise<Stamped[]>>> = {
	proposal: (db, ids) =>
		db
			.selectFrom('proposals')
			.select(['id', 'redactedAt as stamp'])
			.where('id', 'in', [...ids])
			.where(isPublicContribution('proposals'))
			.execute(),
	comment: (db, ids) =>
		db
			.selectFrom('comments')
			.select(['id', 'redactedAt as stamp'])
			.where('id', 'in', [...ids])
			.where(isPublicComment('comments'))
			.execute(),
	amendment: (db, ids) =>
		db
			.selectFrom('amendments')
			.select(['id', 'redactedAt as stamp'])
			.where('id', 'in', [...ids])
			.where(isPublic('amendments'))
			.execute(),
	workshop: (db, ids) =>
		db
			.selectFrom('workshops')
			.select(['id', 'publishedAt as stamp'])
			.where('id', 'in', [...ids])
			.where('publishedAt', 'is not', null)
			.execute()
};

export async function standing(
	db: Db,
	kind: Trace['kind'],
	ids: Iterable<string>
): Promise<Map<string, string | null>> {
	const wanted = [...new Set(ids)];
	if (wanted.length === 0) return new Map();
	return new Map((await STANDING[kind](db, wanted)).map(({ id, stamp }) => [id, stamp]));
}
