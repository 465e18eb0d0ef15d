import type { Ctx } from '../../server/ctx.ts';
import * as store from './currentPoints.store.server.ts';

/** A point of the newest published version, without its text. */
export interface CurrentPoint {
	pointId: string;
	number: number;
	wordingId: string;
	title: string;
	fieldSlug: string;
	field: string;
}

/** What stands in the newest published version, in the order of the document: for pages about all points at once. */
export async function currentPoints(ctx: Ctx, consultationId: string): Promise<CurrentPoint[]> {
	return store.currentPoints(ctx.db, consultationId);
}

/** Before and after it in the newest version, for whoever goes through it point by point. null: it does not stand there. */
export async function neighbours(ctx: Ctx, { id, consultationId }: { id: string; consultationId: string }) {
	const all = await currentPoints(ctx, consultationId);
	const place = all.findIndex(({ pointId }) => pointId === id);
	const shown = (at: number) => all.slice(at, at + 1).map(({ number, title }) => ({ number, title }))[0] ?? null;
	return place < 0 ? null : { before: place > 0 ? shown(place - 1) : null, after: shown(place + 1) };
}
