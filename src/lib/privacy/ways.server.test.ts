import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ownData, type OwnData } from './data.server.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';

/** What leaving does with every column that leads to a person. A new one has to be thought of. */
const LEADS_TO_A_PERSON: Readonly<Record<string, string>> = {
	'account_links.person_id': 'deleted',
	'accounts.person_id': 'staff do not leave by themselves',
	'amendment_supports.person_id': 'counts for nobody: the person is empty',
	'amendments.author_id': 'emptied',
	'amendments.decided_by': 'staff',
	'approvals.person_id': 'staff',
	'ballot_papers.printed_by': 'staff',
	'ballot_scans.uploaded_by': 'staff',
	'board_members.person_id': 'deleted',
	'evaluations.person_id': 'deleted',
	'batches.issued_by': 'staff',
	'cards.person_id': 'emptied',
	'card_replacements.replaced_by': 'staff',
	'comments.author_id': 'emptied',
	'consents.person_id': 'deleted',
	'hands.person_id': 'staff',
	'journal.actor_id': 'emptied',
	'news_list_cards.person_id': 'deleted',
	'news_seen.person_id': 'deleted',
	'organisation_positions.seat_id': 'emptied',
	'password_recoveries.person_id': 'deleted',
	'place_members.person_id': 'staff',
	'process_edits.by': 'staff',
	'position_papers.seat_id': 'emptied',
	'preview_links.made_by': 'staff',
	'proposals.author_id': 'emptied',
	'provider_identities.person_id': 'deleted',
	'recovery_codes.person_id': 'staff',
	'saved_views.person_id': 'staff',
	'screening_claims.person_id': 'staff',
	'sessions.person_id': 'deleted',
	'subscriptions.person_id': 'deleted',
	'supports.person_id': 'counts for nobody: the person is empty',
	'text_editions.decided_by': 'staff',
	'understanding_rounds.opened_by': 'staff',
	'understandings.person_id': 'deleted'
};
/** Only staff ever stand here, by what the column is called. */
const STAFF =
	/(^|_)(created|changed|saved|published|written|issued|decided|recorded|cut|done|handled|closed|counted|answered)_by$|^(moderator|assignee)_id$|^roles\.|^second_/;

/** Where the file of one's own data has it; in brackets: why it has not. Of everything that leaving has to think of and that is no staff's. */
const IN_FILE: Readonly<Record<string, keyof OwnData | `(${string})`>> = {
	'account_links.person_id': '(a link by mail, good for days)',
	'amendment_supports.person_id': '(how many, with the amendment)',
	'amendments.author_id': 'amendments',
	'board_members.person_id': 'board',
	'evaluations.person_id': 'evaluations',
	'cards.person_id': 'cardNumber',
	'comments.author_id': 'comments',
	'consents.person_id': 'consents',
	'journal.actor_id': 'journal',
	'news_list_cards.person_id': '(what a place was told: which cards have news, at one moment)',
	'news_seen.person_id': 'newsSeen',
	'organisation_positions.seat_id': 'votes',
	'password_recoveries.person_id': '(a link by mail, good for an hour)',
	'position_papers.seat_id': 'papers',
	'proposals.author_id': 'contributions',
	'provider_identities.person_id': '(staff sign in with it)',
	'sessions.person_id': '(on the page, ended there one by one)',
	'subscriptions.person_id': 'subscriptions',
	'supports.person_id': 'supports',
	'understandings.person_id': 'understood'
};

describe('every way to a person', () => {
	it('stands in the file of one’s own data, or it is said why not', async () => {
		const asked = Object.entries(LEADS_TO_A_PERSON).filter(([, fate]) => !fate.startsWith('staff'));
		expect(Object.keys(IN_FILE).sort()).toEqual(asked.map(([column]) => column).sort());
		const testApp = await makeTestApp();
		const data = await ownData(testApp.as(await testApp.person()));
		const named = Object.values(IN_FILE).filter((where) => !where.startsWith('('));
		expect(named.filter((where) => !(where in data))).toEqual([]);
	});

	it('is known to leaving', async () => {
		const testApp = await makeTestApp();
		if (testApp.app.kind !== 'sqlite') return;
		const unknown: string[] = [];
		for (const { name } of await testApp.app.reader.introspection.getTables()) {
			const table = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
			const { rows } = await sql<{
				table: string;
				from: string;
			}>`select "table", "from" from pragma_foreign_key_list(${table})`.execute(testApp.app.reader);
			for (const row of rows.filter((one) => one.table === 'persons')) {
				const column = `${table}.${row.from}`;
				if (!(column in LEADS_TO_A_PERSON) && !STAFF.test(row.from) && !STAFF.test(column)) unknown.push(column);
			}
		}
		expect(unknown, 'say what leaving does with it').toEqual([]);
	});
});
