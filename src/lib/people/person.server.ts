import type { VisitorRow } from '../server/auth/luciaAdapter.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { GroupName, RoleName, type Person } from './person.ts';
import * as store from './store.server.ts';

/** The person with this id as they are now, or null. With the id of a seat: its organisation. */
export async function byId(ctx: Ctx, id: string): Promise<Person | null> {
	return personOf(await store.personRows(ctx.db, { id }));
}

export function personOf(rows: readonly VisitorRow[]): Person | null {
	const [first] = rows;
	if (!first) return null;
	const { role: _, ...row } = first;
	const roles = rows.flatMap(({ role }) => (role === null ? [] : [RoleName.parse(role)]));
	const person = { ...row, group: GroupName.parse(row.group), roles };
	const { organisationId } = row;
	// One organisation, one participant: whoever sits for it acts as it.
	return organisationId === null || organisationId === row.id
		? person
		: { ...person, id: organisationId, seatId: row.id };
}
