import type { Role } from '../people/person.ts';
import type { Instant } from '../time.ts';
import type { Db } from '../server/app.ts';

export interface NewApproval {
	kind: string;
	subjectId: string;
	personId: string;
	digest: string;
	/** JSON. */
	parts: string;
}

/** One approval each: the newer takes the older one's place. */
export async function put(db: Db, approval: NewApproval, at: Instant): Promise<void> {
	const { digest, parts } = approval;
	await db
		.insertInto('approvals')
		.values({ ...approval, at })
		.onConflict((c) => c.columns(['kind', 'subjectId', 'personId']).doUpdateSet({ digest, parts, at }))
		.execute();
}

export async function remove(db: Db, kind: string, subjectId: string, personId: string): Promise<boolean> {
	const result = await db
		.deleteFrom('approvals')
		.where('kind', '=', kind)
		.where('subjectId', '=', subjectId)
		.where('personId', '=', personId)
		.executeTakeFirst();
	return Number(result.numDeletedRows) > 0;
}

/**
 * All that were ever given, oldest first. `heldSince`: since when the person holds one of these roles without a break;
 * null: they hold none. A role that was taken and given again does not bring an approval back.
 */
export async function of(db: Db, kind: string, subjectId: string, roles: readonly Role[]) {
	return db
		.selectFrom('approvals as a')
		.innerJoin('persons as p', 'p.id', 'a.personId')
		.leftJoin('accounts as c', 'c.personId', 'a.personId')
		.select(['a.personId', 'p.pseudonym as name', 'a.digest', 'a.parts', 'a.at', 'c.blockedAt', 'c.unblockedAt'])
		.select((e) =>
			e
				.selectFrom('roles as r')
				.select((r) => r.fn.min('r.givenAt').as('since'))
				.whereRef('r.personId', '=', 'a.personId')
				.where('r.role', 'in', [...roles])
				.as('heldSince')
		)
		.where('a.kind', '=', kind)
		.where('a.subjectId', '=', subjectId)
		.orderBy('a.at')
		.orderBy('a.personId')
		.execute();
}

export async function any(db: Db, kind: string, subjectId: string): Promise<boolean> {
	const row = await db
		.selectFrom('approvals')
		.select('personId')
		.where('kind', '=', kind)
		.where('subjectId', '=', subjectId)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}
