import type { Ctx } from '../../server/ctx.ts';
import { newId } from '../../server/ids.ts';
import { author, formerOf, type StandingRow } from './revision.server.ts';
import * as points from './points.store.server.ts';
import type * as store from '../versions/store.server.ts';

export const sameWording = (one: points.Wording, other: points.Wording) =>
	one.fieldId === other.fieldId && one.title === other.title && one.body === other.body;

/** New words for a point of a draft. A published wording stays what it is; one of this draft is changed in place. */
export async function setWords(
	ctx: Ctx,
	draft: store.HeadRow,
	point: StandingRow,
	wording: points.Wording
): Promise<void> {
	const former = await formerOf(ctx, draft, point.pointId);
	const own = point.frozenAt === null;
	if (former && sameWording(former, wording)) {
		// Back to what was published: then it is that wording again, with its comments and votes.
		await points.setInVersion(ctx.db, draft.id, point.pointId, { wordingId: former.wordingId });
		if (own) await points.removeWording(ctx.db, point.wordingId);
	} else if (own) {
		await points.setWording(ctx.db, point.wordingId, { ...wording, ...author(ctx) });
	} else {
		const id = newId(Date.parse(ctx.now));
		await points.addWording(ctx.db, { id, pointId: point.pointId, ...wording, ...author(ctx) });
		await points.setInVersion(ctx.db, draft.id, point.pointId, { wordingId: id });
	}
}
