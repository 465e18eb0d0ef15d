import { sql, type Kysely } from 'kysely';

const GROUPS = ['affected', 'practice', 'research', 'none'];
/** Where a text has an author: an organisation is in no group. */
const AUTHORS = [...GROUPS, 'organisation'];
const STANDINGS = ['person', 'organisation'];
const KINDS = ['experience', 'proposal', 'example', 'evidence'];
const TEXTS = ['proposal', 'comment', 'amendment'];
const CHOICES = ['agree', 'pass', 'disagree'];
const CHANNELS = ['conversation', 'paper', 'workshop', 'telephone'];
const DISPOSITIONS = ['adopted', 'partly', 'merged', 'declined', 'elsewhere', 'open'];
const LANGUAGES = ['de', 'uk', 'ar', 'en', 'ru', 'tr', 'ro', 'bg', 'pl'];
const MORE_LANGUAGES = ['fr', 'es', 'it', 'nl', 'pt', 'el', 'hr', 'sr', 'sq', 'hu', 'cs', 'fa', 'other'];

/** By `table.column`. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
	'amendment_sources.outcome': ['adopted', 'partly', 'declined'],
	'amendment_supports.group': AUTHORS,
	'amendments.author_group': AUTHORS,
	'amendments.outcome': ['adopted', 'partly', 'declined'],
	'answers.disposition': DISPOSITIONS,
	'appeals.outcome': ['granted', 'denied'],
	'appeals.subject_kind': TEXTS,
	'approvals.kind': ['version', 'call', 'report', 'phase', 'closure'],
	'ballot_sheets.channel': CHANNELS,
	'ballots.group': GROUPS,
	'ballots.standing': STANDINGS,
	'batches.group': GROUPS,
	'batches.language': [...LANGUAGES, ...MORE_LANGUAGES],
	'call_items.kind': ['part', 'criterion'],
	'comments.author_group': AUTHORS,
	'comments.stance': ['pro', 'contra', 'question', 'note'],
	'consents.purpose': ['evaluate', 'publish', 'contact'],
	'deeds.kind': [
		...['opened', 'put', 'cut', 'uncut', 'takenOut', 'marked', 'described', 'merged', 'split', 'led'],
		...['assigned', 'setAside', 'remarked', 'undone']
	],
	'dockets.aside': ['noConcern', 'elsewhere', 'repeats'],
	'dockets.group': AUTHORS,
	'dockets.kind': KINDS,
	'journal.audience': ['public', 'staff'],
	'leads.kind': ['made', 'joined'],
	'lineages.kind': ['split', 'merge'],
	'measures.competence': ['land', 'bund', 'kommune'],
	'members.dissent': ['minority', 'objection'],
	'members.relation': ['summarises', 'adopts', 'example'],
	'organisation_positions.choice': CHOICES,
	'persons.group': GROUPS,
	'phase_actions.action': ['propose', 'support', 'comment', 'comment-point', 'amend', 'vote'],
	'phases.kind': ['collect', 'discuss', 'draft', 'final', 'call', 'follow-up'],
	'prints.format': ['pdf', 'docx'],
	'promise_updates.status': ['planned', 'running', 'done', 'givenUp'],
	'proposals.author_group': AUTHORS,
	'proposals.current_answer': [...DISPOSITIONS, 'adrift'],
	'proposals.kind': KINDS,
	'proposals.language': [...LANGUAGES, ...MORE_LANGUAGES],
	'proposals.published_answer': DISPOSITIONS,
	'recordings.channel': CHANNELS,
	'recordings.subject_kind': ['proposal', 'comment'],
	'reference_figures.group': GROUPS,
	'roles.role': ['helper', 'moderator', 'editor', 'publisher', 'admin'],
	'screenings.deed': ['publish', 'reject', 'hide', 'restore', 'redact'],
	'screenings.ground': [
		...['insult', 'hate', 'personal', 'advertising', 'offTopic', 'duplicate', 'unclear', 'unlawful', 'mistake']
	],
	'screenings.subject_kind': TEXTS,
	'sources.relation': ['adopts', 'summarises', 'example', 'departs', 'objects'],
	'supports.group': AUTHORS,
	'tallies.group': GROUPS,
	'tallies.standing': STANDINGS,
	'tickets.kind': ['barrier', 'content'],
	'tickets.way': ['code', 'telephone', 'post'],
	'understandings.verdict': ['right', 'wrong'],
	'versions.kind': ['draft', 'final'],
	'workshops.group': GROUPS
};

/**
 * A word that no list of the program knows is refused by the database, whoever writes it. A constraint is added to the
 * table that is there, on both databases: SQLite reads the rows once and writes none of them (since 3.53), so the largest
 * table needs no rebuild. A list that grows takes two statements in a later migration: `drop constraint`, `add constraint`.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const [where, words] of Object.entries(WORDS)) {
		const [table = '', column = ''] = where.split('.');
		// Not "in": SQLite would build a list anew for every row that is written, three microseconds for a ballot.
		const known = sql.join(
			words.map((word) => sql`${sql.ref(column)} = ${sql.lit(word)}`),
			sql` or `
		);
		await sql`alter table ${sql.table(table)} add constraint ${sql.ref(`${table}_${column}_word`)}
			check (${known})`.execute(db);
	}
}
