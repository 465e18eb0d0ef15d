import type { Ctx } from '../server/ctx.ts';
import * as store from './standing.store.server.ts';

/** A point of the newest published version, without its text. */
export interface StandingPoint {
	pointId: string;
	number: number;
	wordingId: string;
	title: string;
	fieldSlug: string;
	field: string;
}

/** What stands in the newest published version, in the order of the document: for pages about all points at once. */
export async function pointsNow(ctx: Ctx, consultationId: string): Promise<StandingPoint[]> {
	return store.standingNow(ctx.db, consultationId);
}
