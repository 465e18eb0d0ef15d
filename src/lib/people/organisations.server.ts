import type { Ctx } from '../server/ctx.ts';
import * as store from './organisations.store.server.ts';
import { addPerson } from './store.server.ts';

/** Which organisation has this name, or one that differs in case and spaces only. */
export async function called(ctx: Ctx, name: string): Promise<{ id: string } | undefined> {
	return store.byNameKey(ctx.db, name);
}

/** With its participant. The rules are those of whoever calls; call it inside `together`. */
export async function make(ctx: Ctx, organisation: { id: string; name: string }): Promise<void> {
	await store.add(ctx.db, organisation, ctx.now);
}

/** Call it inside `together`. */
export async function call(ctx: Ctx, id: string, name: string): Promise<void> {
	await store.rename(ctx.db, id, name);
}

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
	return addPerson(ctx.db, { pseudonym, group: 'none', organisationId: null }, ctx.now);
}
