import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';

export interface ActionRow {
	id: string;
	consultationId: string;
	kind: string;
	doneBy: string;
	at: Instant;
	details: string;
	changes: string;
	undoes: string | null;
}

export async function byId(db: Db, id: string) {
	return db
		.selectFrom('deeds')
		.select(['id', 'at', 'consultationId', 'kind', 'doneBy', 'details', 'changes', 'undoes'])
		.where('id', '=', id)
		.executeTakeFirst();
}

export async function undoOf(db: Db, id: string): Promise<string | null> {
	const row = await db.selectFrom('deeds').select('id').where('undoes', '=', id).executeTakeFirst();
	return row?.id ?? null;
}

/** What was done about these subjects after a deed and not taken back since: the texts of its changes. */
export async function changesSince(
	db: Db,
	deed: { id: string; at: Instant },
	subjectIds: readonly string[]
): Promise<string[]> {
	if (subjectIds.length === 0) return [];
	const rows = await db
		.selectFrom('deeds as d')
		.leftJoin('deeds as u', 'u.undoes', 'd.id')
		.select('d.changes')
		.where('d.undoes', 'is', null)
		.where('u.id', 'is', null)
		.where('d.id', 'in', (e) =>
			e
				.selectFrom('deedSubjects')
				.select('deedId')
				.where('subjectId', 'in', [...subjectIds])
		)
		.where((e) => e.or([e('d.at', '>', deed.at), e.and([e('d.at', '=', deed.at), e('d.id', '>', deed.id)])]))
		.execute();
	return rows.map((row) => row.changes);
}

/** Nothing ever changes or deletes one. */
export async function add(db: Db, deed: ActionRow, subjectIds: readonly string[]): Promise<void> {
	await db.insertInto('deeds').values(deed).execute();
	if (subjectIds.length === 0) return;
	const rows = subjectIds.map((subjectId) => ({ subjectId, deedId: deed.id }));
	await db.insertInto('deedSubjects').values(rows).execute();
}

interface LogAsked {
	consultationId: string;
	subjectId: string | null;
	before: { at: Instant; id: string } | null;
	limit: number;
}

/** Newest first. */
export async function log(db: Db, { consultationId, subjectId, before, limit }: LogAsked) {
	let query = db
		.selectFrom('deeds as d')
		.innerJoin('persons as p', 'p.id', 'd.doneBy')
		.leftJoin('deeds as u', 'u.undoes', 'd.id')
		.select(['d.id', 'd.kind', 'd.doneBy', 'p.pseudonym as by', 'd.at', 'd.details', 'd.undoes', 'u.id as undoneBy'])
		.where('d.consultationId', '=', consultationId)
		.orderBy('d.at', 'desc')
		.orderBy('d.id', 'desc')
		.limit(limit);
	if (subjectId !== null) {
		query = query.where('d.id', 'in', (e) =>
			e.selectFrom('deedSubjects').select('deedId').where('subjectId', '=', subjectId)
		);
	}
	if (before !== null) {
		query = query.where((e) =>
			e.or([e('d.at', '<', before.at), e.and([e('d.at', '=', before.at), e('d.id', '<', before.id)])])
		);
	}
	return query.execute();
}
