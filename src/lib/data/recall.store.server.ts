import type { Instant } from '../server/ctx.ts';
import type { Db } from '../server/house.ts';

/** Public at that moment, and since then taken back, hidden, blackened or withheld. `since` lies a little before `at`. */
export async function isAnyGone(db: Db, at: Instant, since: Instant): Promise<boolean> {
	const contribution = await db
		.selectFrom('proposals')
		.select('id')
		.where('submittedAt', '<=', at)
		.where((e) =>
			e.or([
				// What is withheld no longer says that it was published.
				e('withheldAt', '>', since),
				e.and([
					e('publishedAt', '<=', at),
					e.or([e('withdrawnAt', '>', since), e('hiddenAt', '>', since), e('redactedAt', '>', since)])
				])
			])
		)
		.limit(1)
		.executeTakeFirst();
	return contribution !== undefined || isCommentGone(db, at, since);
}

async function isCommentGone(db: Db, at: Instant, since: Instant): Promise<boolean> {
	const comment = await db
		.selectFrom('comments')
		.select('id')
		.where('publishedAt', '<=', at)
		.where((e) => e.or([e('withdrawnAt', '>', since), e('hiddenAt', '>', since), e('redactedAt', '>', since)]))
		.limit(1)
		.executeTakeFirst();
	return comment !== undefined;
}

/** Editions that still hold rows of one of these tables. */
export async function holding(db: Db, datasets: readonly string[], before: number) {
	return db
		.selectFrom('dataEditions as e')
		.innerJoin('dataParts as p', 'p.edition', 'e.number')
		.select(['e.number', 'e.begunAt'])
		.distinct()
		.where('p.dataset', 'in', [...datasets])
		.where('e.number', '<', before)
		.execute();
}

export async function dropRows(db: Db, edition: number, datasets: readonly string[]): Promise<void> {
	await db
		.deleteFrom('dataParts')
		.where('edition', '=', edition)
		.where('dataset', 'in', [...datasets])
		.execute();
}
