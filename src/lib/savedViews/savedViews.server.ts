import { withQuery } from '../address.ts';
import { accountIdOf } from '../people/person.ts';
import { mayEnterWorkshop } from '../people/staff/workAreas.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { obey } from '../verdict.ts';
import { addressOf, LISTS, ListName, maySave, mayUse, tidyQuery, type List, type SaveInput } from './savedView.ts';
import * as store from './store.server.ts';

export interface SavedView {
	id: string;
	list: List;
	name: string;
	query: string;
	/** The list with this choice. */
	href: string;
}

async function mine(ctx: Ctx): Promise<SavedView[]> {
	const rows = await store.of(ctx.db, accountIdOf(signedIn(ctx)));
	return rows.map((row) => {
		const list = ListName.parse(row.list);
		return { ...row, list, href: withQuery(addressOf(list), row.query) };
	});
}

/** What is kept of one list, and whether the choice on the screen is one of them; empty: everything is on the screen. */
export async function shown(ctx: Ctx, list: List, query: string): Promise<{ views: SavedView[]; query: string }> {
	obey(mayUse(list, ctx.person));
	return { views: (await mine(ctx)).filter((view) => view.list === list), query: tidyQuery(list, query) };
}

/** Everything somebody has kept, by list, as far as they still work there. Refused: signInFirst, roleMissing. */
export async function all(ctx: Ctx): Promise<{ list: List; href: string; views: SavedView[] }[]> {
	obey(mayEnterWorkshop(ctx.person));
	const views = await mine(ctx);
	return LISTS.filter((list) => mayUse(list, ctx.person).ok).map((list) => ({
		...{ list, href: addressOf(list) },
		views: views.filter((view) => view.list === list)
	}));
}

/** Keeps a choice for whoever asks. Answers with the list it is of. Refused: roleMissing, viewOfEverything, viewKnown, viewNameTaken, viewsFull. */
export async function save(ctx: Ctx, { id, list, query: typed, name }: SaveInput): Promise<string> {
	const query = tidyQuery(list, typed);
	await transaction(ctx, async (ctx) => {
		const known = await mine(ctx);
		if (known.some((view) => view.id === id)) return;
		const kept = known.filter((view) => view.list === list);
		obey(maySave({ person: ctx.person, list, query, name, kept }));
		const personId = accountIdOf(signedIn(ctx));
		await store.put(ctx.db, { id, personId, list, name, query, savedAt: ctx.now });
	});
	return withQuery(addressOf(list), query);
}

/** Forgets one of one's own; of others nobody learns that it is there. Twice is once. */
export async function remove(ctx: Ctx, id: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayEnterWorkshop(ctx.person));
		await store.remove(ctx.db, accountIdOf(signedIn(ctx)), id);
	});
}

/** A chore: what whoever works here no more had kept goes; in its search words somebody may be named. */
export async function sweep(ctx: Ctx): Promise<number> {
	return transaction(ctx, ({ db }) => store.dropOfLeavers(db));
}
