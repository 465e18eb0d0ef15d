import { sql } from 'kysely';
import type { Db } from '../server/app.ts';

export interface OwnCounts {
	contributions: number;
	comments: number;
	amendments: number;
	supports: number;
	journal: number;
}

/** How much leads to this person, without reading it. */
export async function countOf(db: Db, personId: string): Promise<OwnCounts> {
	const { rows } = await sql<OwnCounts>`select
		(select count(*) from proposals where author_id = ${personId}) as contributions,
		(select count(*) from comments where author_id = ${personId}) as comments,
		(select count(*) from amendments where author_id = ${personId}) as amendments,
		(select count(*) from supports where person_id = ${personId}) as supports,
		(select count(*) from journal where actor_id = ${personId}) as journal`.execute(db);
	return rows[0] ?? { contributions: 0, comments: 0, amendments: 0, supports: 0, journal: 0 };
}
