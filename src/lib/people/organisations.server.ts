import type { Ctx } from '../server/ctx.ts';
import * as store from './store.server.ts';

/** Ids of the organisations of these names; those that are not there yet are made. Call it inside `together`. */
export async function organisationsNamed(ctx: Ctx, names: Iterable<string>): Promise<Map<string, string>> {
	const ids = new Map<string, string>();
	for (const name of new Set(names)) ids.set(name, await store.organisationNamed(ctx.db, name, ctx.now));
	return ids;
}
