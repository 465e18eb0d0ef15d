import { sql } from 'kysely';
import * as amendments from '#lib/amendments/amendment.ts';
import { DISPOSITIONS } from '#lib/answers/answer.ts';
import { APPROVERS } from '#lib/approvals/approval.ts';
import { ITEM_KINDS } from '#lib/calls/call.ts';
import { ADDENDA, THINGS } from '#lib/corrections/addendum.ts';
import { STANCES } from '#lib/comments/comment.ts';
import * as consultations from '#lib/consultations/consultation.ts';
import * as desk from '#lib/distillation/actions/action.ts';
import * as clusters from '#lib/distillation/clusters/cluster.ts';
import { ASIDES } from '#lib/distillation/desk/workItem.ts';
import * as appeals from '#lib/moderation/appeals/appeal.ts';
import { OUTCOMES as EDITION_OUTCOMES } from '#lib/moderation/editions/edition.ts';
import * as moderation from '#lib/moderation/screening.ts';
import { PURPOSES } from '#lib/people/consents/consent.ts';
import { ROLES, type ParticipantType } from '#lib/people/person.ts';
import { STATUSES as IMPORT_STATUSES } from '#lib/importJobs/importJob.ts';
import { SPOKEN } from '#lib/people/details/language.ts';
import { PREVIEWED } from '#lib/previews/preview.ts';
import { LISTS as WORKLISTS } from '#lib/savedViews/savedView.ts';
import { ENTRY_KINDS } from '#lib/staffSearch/staffSearch.ts';
import { LOCALES } from '#lib/texts/locales/locale.ts';
import { STATUSES } from '#lib/promises/promise.ts';
import { KINDS } from '#lib/proposals/proposal.ts';
import { ANSWERS as EVALUATION_ANSWERS, QUESTIONS } from '#lib/evaluations/evaluation.ts';
import { COST_CLASSES } from '#lib/priorities/priority.ts';
import * as recording from '#lib/recording/recording.ts';
import { FORMATS } from '#lib/server/print/storedPapers.server.ts';
import type { Connections } from '#lib/server/db/connections/open.ts';
import { LEADS } from '#lib/strategy/clusterLinks/clusterLink.ts';
import { COMPETENCES } from '#lib/strategy/measures/measure.ts';
import * as points from '#lib/strategy/points/point.ts';
import * as versions from '#lib/strategy/versions/version.ts';
import { PURPOSES as THANKS } from '#lib/thanks/thanks.ts';
import * as translations from '#lib/translations/translation.ts';
import * as tickets from '#lib/tickets/ticket.ts';
import { WAYS as OMITTED_WAYS } from '#lib/strategy/versions/omitted.ts';
import * as board from '#lib/board/board.ts';
import * as understanding from '#lib/understanding/understanding.ts';
import * as papers from '#lib/positionPapers/positionPaper.ts';
import { PROBLEMS } from '#lib/votes/scans/scan.ts';
import { CHOICES } from '#lib/votes/vote.ts';

const STANDINGS: readonly ParticipantType[] = ['person', 'organisation'];

/** Which list the words of a column come from. The database has the same words in a constraint, see the migrations. */
export const LISTS: Readonly<Record<string, readonly string[]>> = {
	'addenda.kind': ADDENDA,
	'addendum_drafts.kind': ADDENDA,
	'addendum_drafts.target_kind': THINGS,
	'amendment_sources.outcome': amendments.OUTCOMES,
	'amendments.outcome': amendments.OUTCOMES,
	'answers.disposition': DISPOSITIONS,
	'replaced_answers.disposition': DISPOSITIONS,
	'appeals.outcome': appeals.OUTCOMES,
	'appeals.subject_kind': moderation.KINDS,
	'approvals.kind': Object.keys(APPROVERS),
	'thanks_payments.purpose': THANKS,
	'ballot_scan_pages.problem': PROBLEMS,
	'ballot_sheets.channel': recording.CHANNELS,
	'ballots.standing': STANDINGS,
	'batches.language': SPOKEN,
	'board_statements.choice': board.CHOICES,
	'call_items.kind': ITEM_KINDS,
	'comments.stance': STANCES,
	'consents.language': LOCALES,
	'consents.purpose': PURPOSES,
	'deeds.kind': desk.ACTIONS,
	'dockets.aside': ASIDES,
	'dockets.kind': KINDS,
	'import_jobs.status': IMPORT_STATUSES,
	'journal.audience': ['public', 'staff'],
	'leads.kind': LEADS,
	'lineages.kind': points.LINEAGES,
	'measures.competence': COMPETENCES,
	'preview_links.subject_kind': PREVIEWED,
	'search_entries.kind': ENTRY_KINDS,
	'members.dissent': clusters.DISSENTS,
	'members.relation': clusters.RELATIONS,
	'official_translations.kind': translations.KINDS,
	'official_translations.maker': translations.MAKERS,
	'omission_notes.way': OMITTED_WAYS,
	'organisation_positions.choice': CHOICES,
	'phase_actions.action': consultations.ACTIONS,
	'position_papers.problem': papers.PROBLEMS,
	'position_papers.status': papers.STATUSES,
	'prints.format': FORMATS,
	...Object.fromEntries(QUESTIONS.map((question) => [`evaluations.${question}`, EVALUATION_ANSWERS])),
	'priority_measures.cost_class': COST_CLASSES,
	'promise_updates.status': STATUSES,
	'proposals.current_answer': [...DISPOSITIONS, 'adrift'],
	'proposals.kind': KINDS,
	'proposals.language': SPOKEN,
	'proposals.published_answer': DISPOSITIONS,
	'recordings.channel': recording.CHANNELS,
	'recordings.subject_kind': recording.SUBJECTS,
	'roles.role': ROLES,
	'saved_views.list': WORKLISTS,
	'screenings.deed': moderation.DECISIONS,
	'screenings.ground': moderation.GROUNDS,
	'screenings.subject_kind': moderation.KINDS,
	'sources.relation': points.RELATIONS,
	'tallies.standing': STANDINGS,
	'text_editions.ground': moderation.GROUNDS,
	'text_editions.outcome': EDITION_OUTCOMES,
	'text_editions.subject_kind': moderation.KINDS,
	'tickets.kind': tickets.KINDS,
	'tickets.way': tickets.WAYS,
	'understandings.verdict': understanding.ANSWERS,
	'versions.kind': versions.KINDS
};

const PROFILE = 'which groups there are says the profile of the process';
const DERIVED = 'counted from columns whose words are checked';
/** Named like words of a list, and open for a reason. */
export const OPEN: Readonly<Record<string, string>> = {
	'comment_counts.author_group': DERIVED,
	'conversations.language': 'what was taken over from elsewhere may be in any language',
	'docket_counts.group': DERIVED,
	'docket_counts.kind': DERIVED,
	'amendment_supports.group': PROFILE,
	'amendments.author_group': PROFILE,
	'ballots.group': PROFILE,
	'batches.group': PROFILE,
	'comments.author_group': PROFILE,
	'dockets.group': PROFILE,
	'persons.group': PROFILE,
	'proposals.author_group': PROFILE,
	'reference_figures.group': PROFILE,
	'supports.group': PROFILE,
	'tallies.group': PROFILE,
	'workshops.group': PROFILE,
	'phase_groups.action': 'an action of the phase, which has a constraint',
	'phase_groups.group': PROFILE,
	'phases.peer_group': PROFILE,
	'journal.verb': 'a log: what was once written stays, however the program calls it today',
	'proposal_counts.author_group': DERIVED,
	'proposal_counts.current_answer': DERIVED,
	'proposal_counts.published_answer': DERIVED,
	'tickets.answer': 'what somebody wrote'
};

/** How columns are called that take their words from a list. */
export const WORDED =
	/(^|_)(action|answer|aside|audience|channel|choice|competence|deed|disposition|dissent|format|ground|group|kind|language|outcome|purpose|relation|role|stance|standing|status|verb|verdict|way)$/;

/** The words that the database takes, by column. */
export async function wordsIn({ kind, writer }: Connections): Promise<Map<string, string[]>> {
	const db = writer.withoutPlugins();
	const { rows } =
		kind === 'sqlite'
			? await sql<Made>`select name as "table", sql as made from sqlite_master where type = 'table'`.execute(db)
			: await sql<Made>`select conrelid::regclass::text as "table",
				'constraint "' || conname || '" ' || pg_get_constraintdef(oid) as made
				from pg_constraint where contype = 'c' and connamespace = current_schema()::regnamespace`.execute(db);
	const found = new Map<string, string[]>();
	for (const { table, made } of rows) {
		for (const [, name = '', list = ''] of made.matchAll(/constraint "(\w+)_word"\s+check(.+?)(?=constraint "|$)/gis)) {
			const words = [...list.matchAll(/'([^']+)'/g)].map(([, word = '']) => word);
			found.set(`${table}.${name.slice(table.length + 1)}`, words);
		}
	}
	return found;
}

interface Made {
	table: string;
	made: string;
}
