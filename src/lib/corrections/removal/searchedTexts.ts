/**
 * Everywhere published words lie, so that none is forgotten where they have to go. Every other column of text is named,
 * with the reason why not, in `tests/schema/unsearched.ts`; a test reads the database and knows no third kind.
 */

export interface TextTable {
	table: string;
	/** What names a row. */
	keys: readonly string[];
	columns: readonly string[];
	/** Of these the columns that hold JSON. */
	json?: readonly string[];
	/** Of these the ones that say the same in other words, where passages cannot be found: with any of the others they go as a whole. */
	saysSame?: readonly string[];
}

/** Drafts of what will be published are among them: words that had to go would come back with the next version. */
export const SEARCHED: readonly TextTable[] = [
	{
		table: 'versions',
		keys: ['id'],
		columns: ['title', 'preamble', 'easy', 'waived', 'represented', 'justified', 'board', 'omitted', 'frozen'],
		json: ['waived', 'represented', 'justified', 'board', 'omitted', 'frozen']
	},
	{ table: 'omission_notes', keys: ['version_id', 'subject'], columns: ['text'] },
	{ table: 'board_statements', keys: ['version_id', 'person_id'], columns: ['reason'] },
	{ table: 'wordings', keys: ['id'], columns: ['title', 'body'] },
	{ table: 'official_translations', keys: ['number'], columns: ['german', 'text'], saysSame: ['text'] },
	{ table: 'readings', keys: ['workshop_id', 'point_id'], columns: ['body'] },
	{ table: 'version_points', keys: ['version_id', 'point_id'], columns: ['editorial_note'] },
	{ table: 'measures', keys: ['version_id', 'id'], columns: ['text', 'responsible'] },
	{ table: 'drops', keys: ['version_id', 'point_id'], columns: ['reason'] },
	{ table: 'sources', keys: ['version_id', 'point_id', 'proposal_id'], columns: ['note'] },
	{ table: 'change_notes', keys: ['version_id', 'point_id'], columns: ['note'] },
	{ table: 'answers', keys: ['id'], columns: ['reason', 'responsible'] },
	{ table: 'replaced_answers', keys: ['batch_id', 'proposal_id'], columns: ['reason', 'responsible'] },
	{ table: 'amendments', keys: ['id'], columns: ['outcome_reason'] },
	{ table: 'promise_updates', keys: ['id'], columns: ['text', 'responsible'] },
	{ table: 'clusters', keys: ['id'], columns: ['title', 'gist'] },
	{ table: 'calls', keys: ['id'], columns: ['title', 'intro'] },
	{ table: 'call_items', keys: ['id'], columns: ['title', 'body'] },
	{ table: 'reports', keys: ['id'], columns: ['title', 'frozen', 'text_now'], json: ['frozen', 'text_now'] },
	{ table: 'report_drafts', keys: ['id'], columns: ['title', 'foreword', 'figures'], json: ['figures'] },
	{ table: 'addenda', keys: ['number'], columns: ['frozen'], json: ['frozen'] },
	{ table: 'addendum_drafts', keys: ['id'], columns: ['facts', 'reason'], json: ['facts'] },
	{ table: 'consultations', keys: ['id'], columns: ['lead', 'changeable', 'settled'] },
	{ table: 'phases', keys: ['id'], columns: ['asks'] },
	{ table: 'fields', keys: ['id'], columns: ['lead'] },
	{ table: 'questions', keys: ['id'], columns: ['title'] },
	{ table: 'process_edits', keys: ['id'], columns: ['before', 'after'], json: ['before', 'after'] },
	{
		table: 'meetings',
		keys: ['id'],
		columns: ['title', 'place', 'audience', 'access', 'childcare', 'languages', 'travel']
	},
	{ table: 'place_details', keys: ['place_id'], columns: ['address', 'hours', 'note'] },
	{ table: 'statements', keys: ['place'], columns: ['text'] },
	{ table: 'statement_revisions', keys: ['number'], columns: ['text'] },
	{ table: 'reference_figures', keys: ['consultation_id', 'group'], columns: ['source'] },
	{ table: 'journal', keys: ['id'], columns: ['details'], json: ['details'] },
	{ table: 'outbox', keys: ['id'], columns: ['subject', 'body'] }
];
