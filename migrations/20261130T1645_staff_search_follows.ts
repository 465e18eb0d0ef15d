import { sql, type Kysely } from 'kysely';

/**
 * The team's search follows everything an entry is made of: a position paper's sections, which lose their words when a
 * contribution of them goes, and the name of its organisation. What was entered of answers and papers is made anew: of an
 * answer the title of its contribution had been entered too, and stayed when that was gone.
 */
interface Followed {
	table: string;
	of: string;
	/** The papers of a row. */
	papers: (row: 'new' | 'old') => string;
}

const FOLLOWED: readonly Followed[] = [
	{
		table: 'position_paper_sections',
		of: 'heading, body, proposal_id',
		papers: (row) => `select id from position_papers where id = ${row}.paper_id`
	},
	{
		table: 'organisations',
		of: 'name',
		papers: (row) => `select id from position_papers where organisation_id = ${row}.id and sent_at is not null`
	}
];

export async function up(db: Kysely<unknown>): Promise<void> {
	const postgres = Boolean(db.getExecutor().adapter.supportsTransactionalDdl);
	for (const followed of FOLLOWED) for (const one of triggers(followed, postgres)) await sql.raw(one).execute(db);
	await sql`update search_entries set due = 1 where kind in ('answer', 'paper')`.execute(db);
}

function triggers({ table, of, papers }: Followed, postgres: boolean): string[] {
	return (['insert', 'update', 'delete'] as const).flatMap((event) => {
		const name = `${table}_searched_paper_${event}`;
		const moment = event === 'update' ? `update of ${of}` : event;
		// Without a condition SQLite takes what follows for a join.
		const mark = `insert into search_entries (kind, subject_id)
			select 'paper', id from (${papers(event === 'delete' ? 'old' : 'new')}) as changed where true
			on conflict (kind, subject_id) do update set due = 1;`;
		if (!postgres) return [`create trigger ${name} after ${moment} on ${table} for each row begin ${mark} end`];
		return [
			`create function ${name}() returns trigger language plpgsql as $$ begin ${mark} return null; end $$`,
			`create trigger ${name} after ${moment} on ${table} for each row execute function ${name}()`
		];
	});
}
