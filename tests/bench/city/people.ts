import { createHash } from 'node:crypto';
import { idOf, moment } from './chance.ts';
import type { Sink } from './sink.ts';

export const GROUPS = ['affected', 'practice', 'research', 'none'] as const;
const ROLES = ['helper', 'moderator', 'editor', 'publisher', 'admin'] as const;
export const FAR = '2099-01-01T00:00:00.000Z';

/** Everybody has a session that never runs out; the cookie says which one. */
const sessionOf = (person: number) => `bench-session-${person}`;
export const cookieOf = (person: number) => `sitzung=${sessionOf(person)}`;
/** The row holds only the hash of it, as the sign-in writes it. */
const hash = (session: string) => createHash('sha256').update(session).digest('base64url');

export const groupOf = (person: number) => GROUPS[person % 4] ?? 'none';
const nameOf = (person: number) => `Linde ${1_000 + person}`;
/** Every tenth person of the practice speaks for an organisation, of which there are never more than fifty. */
const SEATS = 2_000;
export const organisationOf = (person: number) => (person % 40 === 1 ? idOf('organisation', person % SEATS) : null);
const organisationName = (person: number) => `Verein ${person % SEATS}`;

/** Id, name, group and organisation as they are frozen into a text: an organisation's are the organisation's own. */
export function authorOf(person: number) {
	const organisation = organisationOf(person);
	if (organisation === null) return [idOf('person', person), nameOf(person), groupOf(person), null];
	return [organisation, organisationName(person), 'organisation', organisation];
}

export async function settle(sink: Sink, count: number): Promise<void> {
	const all = Array.from({ length: count }, (_, person) => person);
	const organised = all.filter((person) => person < SEATS && organisationOf(person) !== null);
	await sink.fill(
		'organisations',
		['id', 'name', 'created_at'],
		organised.map((person) => [idOf('organisation', person), organisationName(person), moment(0)])
	);
	await sink.fill(
		'persons',
		['id', 'pseudonym', 'group', 'organisation_id', 'created_at'],
		[
			// An organisation is a participant of its own; whoever speaks for it has a seat.
			...organised.map((person) => {
				const id = idOf('organisation', person);
				return [id, organisationName(person), 'none', id, moment(0)];
			}),
			...all.map((person) => {
				const organisation = organisationOf(person);
				const group = organisation === null ? groupOf(person) : 'none';
				return [idOf('person', person), nameOf(person), group, organisation, moment(0)];
			})
		]
	);
	await sink.fill(
		'sessions',
		['id', 'person_id', 'expires_at', 'started_at'],
		// Begun in the far future, too: nobody is signed out, and no visit has to be noted.
		all.map((person) => [hash(sessionOf(person)), idOf('person', person), FAR, FAR])
	);
	// Person 0 is all of the staff.
	await sink.fill(
		'roles',
		['person_id', 'role', 'given_at'],
		ROLES.map((role) => [idOf('person', 0), role, moment(0)])
	);
}
