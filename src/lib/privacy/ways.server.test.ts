import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { makeTown } from '../../../tests/support/town.ts';

/** What leaving does with every column that leads to a person. A new one has to be thought of. */
const LEADS_TO_A_PERSON: Readonly<Record<string, string>> = {
	'account_links.person_id': 'deleted',
	'accounts.person_id': 'staff do not leave by themselves',
	'amendment_supports.person_id': 'counts for nobody: the person is empty',
	'amendments.author_id': 'emptied',
	'amendments.decided_by': 'staff',
	'approvals.person_id': 'staff',
	'batches.issued_by': 'staff',
	'cards.person_id': 'emptied',
	'card_replacements.replaced_by': 'staff',
	'comments.author_id': 'emptied',
	'consents.person_id': 'deleted',
	'hands.person_id': 'staff',
	'journal.actor_id': 'emptied',
	'organisation_positions.seat_id': 'emptied',
	'password_recoveries.person_id': 'deleted',
	'place_members.person_id': 'staff',
	'proposals.author_id': 'emptied',
	'provider_identities.person_id': 'deleted',
	'recovery_codes.person_id': 'staff',
	'sessions.person_id': 'deleted',
	'supports.person_id': 'counts for nobody: the person is empty',
	'understanding_rounds.opened_by': 'staff',
	'understandings.person_id': 'deleted'
};
/** Only staff ever stand here, by what the column is called. */
const STAFF =
	/(^|_)(created|changed|published|written|issued|decided|recorded|cut|done|handled|closed|counted|answered)_by$|^(moderator|assignee)_id$|^roles\.|^second_/;

describe('every way to a person', () => {
	it('is known to leaving', async () => {
		const town = await makeTown();
		if (town.house.kind !== 'sqlite') return;
		const unknown: string[] = [];
		for (const { name } of await town.house.reader.introspection.getTables()) {
			const table = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
			const { rows } = await sql<{
				table: string;
				from: string;
			}>`select "table", "from" from pragma_foreign_key_list(${table})`.execute(town.house.reader);
			for (const row of rows.filter((one) => one.table === 'persons')) {
				const column = `${table}.${row.from}`;
				if (!(column in LEADS_TO_A_PERSON) && !STAFF.test(row.from) && !STAFF.test(column)) unknown.push(column);
			}
		}
		expect(unknown, 'say what leaving does with it').toEqual([]);
	});
});
