import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { found, obey } from '../../verdict.ts';
import { author } from '../drafts/revision.server.ts';
import { mayChange, mayDraft, mayReadDraft } from '../drafts/draft.ts';
import { isHeldBy, type EditLock } from './editLock.ts';
import * as hands from './store.server.ts';
import * as pointStore from '../points/store.server.ts';
import * as store from '../versions/store.server.ts';

/** Who writes at which point of a draft: no text, so no revision and no entry in the journal. */

async function pointOf(ctx: Ctx, versionId: string, number: number): Promise<string> {
	obey(mayDraft(ctx.person));
	const draft = found(await store.headById(ctx.db, versionId), 'version');
	obey(mayChange(ctx.person, draft));
	const { id } = found(await pointStore.byNumber(ctx.db, number), 'point');
	found((await store.pointsOfVersion(ctx.db, versionId, id))[0], 'point');
	return id;
}

/** "I am writing here": also when somebody else is; what they then save is refused and stays in their form. */
export async function lockPoint(ctx: Ctx, number: number, versionId: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const pointId = await pointOf(ctx, versionId, number);
		await hands.put(ctx.db, { versionId, pointId, personId: author(ctx).writtenBy, takenAt: ctx.now });
	});
}

/** Done: the next one need not take over. Somebody else's hand stays. */
export async function unlockPoint(ctx: Ctx, number: number, versionId: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const pointId = await pointOf(ctx, versionId, number);
		const hand = await hands.at(ctx.db, versionId, pointId);
		if (hand?.personId === ctx.person?.id) await hands.remove(ctx.db, versionId, pointId);
	});
}

/** Who writes where at the moment, by point; nobody for those who may not read the draft. */
export async function editLocksIn(ctx: Ctx, versionId: string): Promise<Map<string, EditLock>> {
	if (!mayReadDraft(ctx.person).ok) return new Map();
	const rows = await hands.ofVersion(ctx.db, versionId);
	return new Map(rows.filter((row) => isHeldBy(row, ctx.now)).map(({ pointId, ...hand }) => [pointId, hand]));
}
