import { sql, type Kysely } from 'kysely';

const OPEN = 'published_at is not null and hidden_at is null and withdrawn_at is null';

/**
 * What these pages look for is found without reading all contributions: the inbox was counted along an index of what is
 * withheld, the milestones of the feed along all contributions that were ever published, and the organisations in the
 * search along every text they have written. With 100,000 contributions that took up to a second.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	// It held all that is not withheld, too, and SQLite took it for the shortest way to what waits.
	await run('drop index proposals_withheld');
	await run('create index proposals_withheld on proposals (number) where withheld_at is not null');
	await run(`create index proposals_in_order on proposals (consultation_id, number) where ${OPEN}`);
	await run(`create index journal_milestones on journal (audience, id) where verb <> 'proposal.published'`);
	// `…_waiting` know the same in fewer rows.
	for (const queue of ['proposals_queue', 'comments_queue']) await run(`drop index ${queue}`);
	await run('drop index supports_person');
	await run('create index supports_person on supports (person_id, created_at)');
	await run(`create index proposals_spoken on proposals (organisation_id, number)
		where organisation_id is not null and ${OPEN}`);
	for (const table of ['comments', 'amendments']) {
		await run(
			`create index ${table}_spoken on ${table} (organisation_id) where organisation_id is not null and ${OPEN}`
		);
	}
}
