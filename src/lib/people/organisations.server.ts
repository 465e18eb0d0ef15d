import type { Ctx } from '../server/ctx.ts';
import * as store from './organisations.store.server.ts';

/** Everybody who speaks for an organisation, the longest first. */
export async function seatsOf(ctx: Ctx, organisationId: string): Promise<{ id: string }[]> {
	return store.seats(ctx.db, organisationId);
}

/** Ids of the organisations of these names; those that are not there yet are made. Call it inside `together`. */
export async function organisationsNamed(ctx: Ctx, names: Iterable<string>): Promise<Map<string, string>> {
	const ids = new Map<string, string>();
	for (const name of new Set(names)) ids.set(name, await store.organisationNamed(ctx.db, name, ctx.now));
	return ids;
}

/** Somebody who stands for those whom open data does not name: nobody can come in as this person. */
export async function putStandIn(ctx: Ctx, pseudonym: string): Promise<string> {
	return store.addPerson(ctx.db, { pseudonym, group: 'none', organisationId: null }, ctx.now);
}
