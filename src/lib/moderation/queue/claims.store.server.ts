import type { Db } from '../../server/app.ts';
import type { Instant } from '../../time.ts';

export interface Claim {
	subjectId: string;
	personId: string;
	claimedAt: Instant;
}

/** Claims of others than this person that are younger than `since`, with the name of whose they are. */
export async function ofOthers(db: Db, personId: string, since: Instant) {
	return db
		.selectFrom('screeningClaims as c')
		.innerJoin('persons as p', 'p.id', 'c.personId')
		.select(['c.subjectId', 'p.pseudonym as name'])
		.where('c.personId', '!=', personId)
		.where('c.claimedAt', '>', since)
		.execute();
}

/** Unless somebody else has it since then. Answers whether it is this person's now. */
export async function put(db: Db, claim: Claim, since: Instant): Promise<boolean> {
	const { personId, claimedAt } = claim;
	const row = await db
		.insertInto('screeningClaims')
		.values(claim)
		.onConflict((c) =>
			c
				.column('subjectId')
				.doUpdateSet({ personId, claimedAt })
				.where((e) => e.or([e('screeningClaims.personId', '=', personId), e('screeningClaims.claimedAt', '<=', since)]))
		)
		.returning('subjectId')
		.executeTakeFirst();
	return row !== undefined;
}

export async function dropOf(db: Db, personId: string): Promise<void> {
	await db.deleteFrom('screeningClaims').where('personId', '=', personId).execute();
}

export async function dropBefore(db: Db, limit: Instant): Promise<void> {
	await db.deleteFrom('screeningClaims').where('claimedAt', '<=', limit).execute();
}
