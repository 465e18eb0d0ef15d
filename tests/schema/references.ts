import { sql } from 'kysely';
import type { Connections } from '#lib/server/db/connections/open.ts';

const ANY_KIND = 'of whatever kind the row beside it says: no one table has it';
const LOG = 'a log: it stays when what it tells of is gone';
const ELSEWHERE = 'an id in another system';
const NEVER_PUBLISHED = 'a point that was never published may be deleted';
const NONE = 'empty where there is none, so that it can be part of a key';

/** Named like a reference, and none for a reason. */
export const UNBOUND: Readonly<Record<string, string>> = {
	'appeals.subject_id': ANY_KIND,
	'approvals.subject_id': ANY_KIND,
	'ballot_scan_files.claimed_by': 'a process, not a person',
	'ballots.phase_id': 'PostgreSQL would lock the row of the phase for every ballot',
	'clusters.point_id': NEVER_PUBLISHED,
	'comment_texts.comment_id': 'an index of words, which the room keeps itself',
	'conversation_people.origin_id': ELSEWHERE,
	'conversation_statements.origin_id': ELSEWHERE,
	'data_editions.claimed_by': 'a process, not a person',
	'deed_subjects.subject_id': LOG,
	'docket_counts.field_id': NONE,
	'dockets.field_id': NONE,
	'import_jobs.claimed_by': 'a process, not a person',
	'position_papers.claimed_by': 'a process, not a person',
	'journal.subject_id': LOG,
	'leads.point_id': NEVER_PUBLISHED,
	'members.item_id': 'a contribution or a segment, each of which is referred to beside it',
	'phases.answer_by': 'a day',
	'preview_links.subject_id': ANY_KIND,
	'process_edits.part_id': ANY_KIND,
	'proposal_texts.proposal_id': 'an index of words, which the room keeps itself',
	'proposals.answer_by': 'a day',
	'proposals.origin_id': ELSEWHERE,
	'recordings.subject_id': ANY_KIND,
	'remarks.subject_id': ANY_KIND,
	'replaced_answers.batch_id': 'what was answered together has no row of its own',
	'screenings.batch_id': 'what was decided together has no row of its own',
	'screening_claims.subject_id': ANY_KIND,
	'screenings.subject_id': LOG,
	'scribes.subject_id': ANY_KIND,
	'search_entries.subject_id': ANY_KIND,
	'text_editions.subject_id': ANY_KIND
};

export const REFERRING = /_(id|by|from)$/;

/** Columns that the database binds to another table; on SQLite some by triggers, see the migrations. */
export async function references({ kind, writer }: Connections): Promise<Set<string>> {
	const db = writer.withoutPlugins();
	const { rows } =
		kind === 'sqlite'
			? await sql<{ name: string }>`select t.name || '.' || f."from" as name
				from sqlite_master t join pragma_foreign_key_list(t.name) f where t.type = 'table'
				union
				select tbl_name || '.' || replace(substr(name, length(tbl_name) + 2), '_insert', '') from sqlite_master
				where type = 'trigger' and name like '%_insert' and sql like '%FOREIGN KEY%'`.execute(db)
			: await sql<{ name: string }>`select c.conrelid::regclass::text || '.' || a.attname as name from pg_constraint c
				join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
				where c.contype = 'f' and c.connamespace = current_schema()::regnamespace`.execute(db);
	return new Set(rows.map(({ name }) => name));
}
