import type { Ctx } from '../server/ctx.ts';
import { together } from '../server/db/together.ts';
import { record } from '../server/journal/journal.server.ts';
import { found, obey, Refused, Stale } from '../verdict.ts';
import * as drafts from './draft.store.server.ts';
import * as points from './draftPoint.store.server.ts';
import { mayChange, mayDraft, type Marks } from './draft.ts';
import * as pointStore from './point.store.server.ts';
import * as store from './store.server.ts';

export type StandingRow = Awaited<ReturnType<typeof store.standing>>[number];

/** What is to be written, or null when it stands there already. */
export type Plan = (() => Promise<void>) | null;

/** Whose words these are. */
export function author(ctx: Ctx): points.Author {
	if (!ctx.person) throw new Refused('signInFirst');
	return { writtenBy: ctx.person.id, writtenAt: ctx.now };
}

/**
 * What every change of a draft has in common: the rule, a form made for the draft as it is now, a revision that grows.
 * Sending the same form twice is no second change, so whether there is anything to do comes before the question
 * whether somebody else was faster.
 */
export async function amend(
	ctx: Ctx,
	marks: Marks,
	plan: (ctx: Ctx, draft: store.HeadRow) => Promise<Plan>,
	details: Record<string, string | number>
): Promise<void> {
	await together(ctx, async (ctx) => {
		obey(mayDraft(ctx.person));
		const draft = found(await store.headById(ctx.db, marks.version), 'version');
		obey(mayChange(ctx.person, draft));
		const write = await plan(ctx, draft);
		if (write === null) return;
		if (draft.revision !== marks.revision) throw new Stale('draft');
		await write();
		await drafts.bump(ctx.db, draft.id);
		await record(ctx, {
			verb: 'version.changed',
			subjectId: draft.id,
			consultationId: draft.consultationId,
			details: { version: draft.number, ...details }
		});
	});
}

/** The same for one of its points, by the number people call it. */
export async function amendPoint(
	ctx: Ctx,
	marks: Marks,
	number: number,
	deed: string,
	plan: (ctx: Ctx, draft: store.HeadRow, point: StandingRow) => Promise<Plan>
): Promise<void> {
	const ofPoint = async (ctx: Ctx, draft: store.HeadRow): Promise<Plan> => {
		const { id } = found(await pointStore.byNumber(ctx.db, number), 'point');
		const [point] = await store.standing(ctx.db, draft.id, id);
		return plan(ctx, draft, found(point, 'point'));
	};
	await amend(ctx, marks, ofPoint, { number, deed });
}

/** Whether a point already stood in the version before. */
export async function formerOf(ctx: Ctx, draft: store.HeadRow, pointId: string): Promise<StandingRow | null> {
	if (draft.previousId === null) return null;
	return (await store.standing(ctx.db, draft.previousId, pointId))[0] ?? null;
}

/** Places are counted through the whole document; writes only those that change. */
export async function settle(ctx: Ctx, versionId: string, order?: readonly StandingRow[]): Promise<void> {
	const rows = order ?? (await store.standing(ctx.db, versionId));
	for (const [index, row] of rows.entries()) {
		if (row.position === index + 1) continue;
		await points.setInVersion(ctx.db, versionId, row.pointId, { position: index + 1 });
	}
}
