import { signedIn, type Ctx } from '../server/ctx.ts';
import { isNumber } from '../server/db/counters.ts';
import { found, NotFound } from '../verdict.ts';
import { ItemKindName, mayReadDrafts, type CallFacts, type ItemKind } from './call.ts';
import * as store from './store.server.ts';

export interface Item {
	id: string;
	kind: ItemKind;
	title: string;
	body: string;
	/** Points of the call's version, in its order. */
	pointIds: string[];
}

/** `items`: parts first, then criteria, each in the order they were given. */
export type Call = store.CallRow & { items: Item[] };

async function withItems(ctx: Ctx, row: store.CallRow): Promise<Call> {
	const rows = await store.itemRows(ctx.db, [row.id]);
	const grounds = await store.groundRows(ctx.db, [row.id]);
	const items = rows.map(({ id, kind, title, body }) => ({
		id,
		kind: ItemKindName.parse(kind),
		title,
		body,
		pointIds: grounds.filter((ground) => ground.itemId === id).map((ground) => ground.pointId)
	}));
	const of = (kind: ItemKind) => items.filter((item) => item.kind === kind);
	return { ...row, items: [...of('part'), ...of('criterion')] };
}

/** Whatever its state: the callers ask who may see it. */
export async function numbered(ctx: Ctx, number: number): Promise<Call> {
	return withItems(ctx, found(isNumber(number) ? await store.rowByNumber(ctx.db, number) : null, 'call'));
}

/** A call as the workshop sees it. For everybody else it is not found. */
export async function inWorkshop(ctx: Ctx, number: number): Promise<Call> {
	if (!mayReadDrafts(ctx.person).ok) throw new NotFound('call');
	return numbered(ctx, number);
}

/** One item of a call, as the workshop sees it. */
export async function itemInWorkshop(ctx: Ctx, number: number, itemId: string): Promise<{ call: Call; item: Item }> {
	const call = await inWorkshop(ctx, number);
	const item = call.items.find((one) => one.id === itemId);
	return { call, item: found(item, 'item') };
}

/** The facts the rules about a call ask for. */
export function factsOf(ctx: Ctx, call: Call): CallFacts {
	const items = call.items.map(({ kind, title, pointIds }) => ({ kind, title, grounds: pointIds.length }));
	return { person: ctx.person, publishedAt: call.publishedAt, items };
}

/** The id of the one who acts. */
export function hand(ctx: Ctx): string {
	return signedIn(ctx).id;
}
