import { sql, type Kysely } from 'kysely';

const DAY = 24 * 60 * 60 * 1000;
const PROMISED_DAYS = 56;
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

interface Row {
	id: string;
	consultation_id: string;
	begins_at: string;
	ends_at: string;
	answer_by: string | null;
}

/**
 * Every contribution keeps the phase in which it was sent and the day until which an answer was promised then. Whatever
 * happens to the phase afterwards, the promise stays.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('proposals')
		.addColumn('phase_id', 'text', (column) => column.references('phases.id'))
		.execute();
	await db.schema.alterTable('proposals').addColumn('answer_by', 'text').execute();
	// The one that began last is the one that was meant, where several ran at once; those in which nothing could be sent are none.
	const { rows } = await sql<Row>`
		select id, consultation_id, begins_at, ends_at, answer_by from phases
		where id in (select phase_id from phase_actions where action = 'propose') order by begins_at`.execute(db);
	for (const { id, consultation_id, begins_at, ends_at, answer_by } of rows) {
		const promised = answer_by ?? day.format(Date.parse(ends_at) + PROMISED_DAYS * DAY);
		await sql`update proposals set phase_id = ${id}, answer_by = ${promised}
			where consultation_id = ${consultation_id} and submitted_at >= ${begins_at} and submitted_at < ${ends_at}`.execute(db);
	}
	await sql`update proposals set phase_id = peer_phase_id where peer_phase_id is not null`.execute(db);
	// All that is counted stands in the index: the public page of promises reads no contribution.
	await sql`create index proposals_promised on proposals (consultation_id, phase_id, answer_by, published_answer)
		where phase_id is not null and published_at is not null and hidden_at is null and withdrawn_at is null
		and origin is null`.execute(db);
}
