import { mayApproveKind } from '../approvals/approval.ts';
import * as profile from '../profile/profile.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { record } from '../server/journal/journal.server.ts';
import { NotFound, obey, Stale } from '../verdict.ts';
import { ItemKindName, mayReadDrafts, mayPublishCall, type Resting } from './call.ts';
import { approvalsOf } from './approving.server.ts';
import { factsOf, hand, inWorkshop, numbered, type Call } from './reading.server.ts';
import * as store from './store.server.ts';
import * as trail from './trail.store.server.ts';

export { approvalsOf, approve, ask, takeApprovalBack, waiting, approvalState } from './approving.server.ts';
export { begin, changeHead, moveItem, putItem, removeItem } from './drafting.server.ts';
export { contentOf, correctCall, withdrawCall } from './addenda.server.ts';
export { restore, type RestoredCall } from './restoreCalls.server.ts';
export { factsOf, inWorkshop, itemInWorkshop, type Call, type Item } from './reading.server.ts';

/** What is published, newest first, withdrawn ones among it. */
export async function published(ctx: Ctx): Promise<store.CallRow[]> {
	return store.publishedRows(ctx.db);
}

/**
 * Whether the menu leads to them: one has been published, or the profile says that one comes. Before that its place would
 * promise something nobody has decided.
 */
export async function belongInMenu(ctx: Ctx): Promise<boolean> {
	return (await profile.current(ctx)).look.calls === 'announced' || store.isAnyPublished(ctx.db);
}

/** A published call. A draft is not found, whoever asks: staff read it in the workshop. */
export async function byNumber(ctx: Ctx, number: number): Promise<Call> {
	const call = await numbered(ctx, number);
	if (call.publishedAt === null) throw new NotFound('call');
	return call;
}

/** Everything, drafts included, newest first. For the workshop. */
export async function all(ctx: Ctx): Promise<store.CallRow[]> {
	obey(mayReadDrafts(ctx.person));
	return store.allRows(ctx.db);
}

/** Drafts for a room that has asked who may read them: whoever has a link is no staff. */
export async function draftsUnder(ctx: Ctx): Promise<Call[]> {
	const numbers = await store.draftRows(ctx.db);
	return Promise.all(numbers.map(({ number }) => numbered(ctx, number)));
}

/**
 * Publishes the call as it was read and as somebody else has approved it; from then on it is frozen. Sent twice, it is
 * published once. Refused: approvalMissing, approvalOwn, publisherOnly, and what the text lacks.
 */
export async function publish(ctx: Ctx, number: number, revision: number): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const call = await inWorkshop(ctx, number);
		const published = call.publishedAt !== null;
		if (published && mayApproveKind(ctx.person, 'call').ok) return;
		if (!published && revision !== call.revision) throw new Stale('call');
		const { given } = await approvalsOf(ctx, call);
		obey(
			mayPublishCall(
				factsOf(ctx, call),
				given.map((one) => one.personId)
			)
		);
		await store.publish(ctx.db, call.id, hand(ctx), ctx.now);
		const { id, consultationId, title } = call;
		await record(ctx, { verb: 'call.published', subjectId: id, consultationId, details: { number, title } });
	});
}

function bySubject(rows: readonly (Omit<Resting, 'kind'> & { kind: string; subjectId: string })[]) {
	const places = new Map<string, Resting[]>();
	for (const { subjectId, kind, ...row } of rows) {
		const sofar = places.get(subjectId) ?? [];
		// A contribution may reach the same item through two points.
		if (sofar.some((place) => place.itemId === row.itemId)) continue;
		places.set(subjectId, [...sofar, { ...row, kind: ItemKindName.parse(kind) }]);
	}
	return places;
}

/** By point id: what of the published calls rests on it. Points on which nothing rests are not in the map. */
export async function restingOn(ctx: Ctx, pointIds: readonly string[]): Promise<Map<string, Resting[]>> {
	return bySubject(await trail.restingOnPoints(ctx.db, pointIds));
}

/** By contribution id: what of the published calls rests on it, through the points of the call's version. */
export async function restingOnProposals(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Resting[]>> {
	return bySubject(await trail.restingOnProposals(ctx.db, ids));
}
