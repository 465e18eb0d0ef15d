import { t } from '../../texts/texts.ts';
import { signedIn, type Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { record } from '../../server/journal/journal.server.ts';
import { found, obey, Stale, type Current } from '../../verdict.ts';
import * as drafts from './store.server.ts';
import * as points from './points.store.server.ts';
import { mayChange, mayDraft } from './draft.ts';
import type { Marks } from './draftMarks.ts';
import { mayWrite } from '../editLocks/editLock.ts';
import * as hands from '../editLocks/store.server.ts';
import * as pointStore from '../points/store.server.ts';
import * as store from '../versions/store.server.ts';

export type StandingRow = Awaited<ReturnType<typeof store.pointsOfVersion>>[number];

/** What is to be written, or null when it stands there already. */
export type Plan = (() => Promise<void>) | null;

/** Whose words these are. */
export function author(ctx: Ctx): points.Author {
	const person = signedIn(ctx);
	return { writtenBy: person.id, writtenAt: ctx.now };
}

/**
 * What every change of a draft has in common: the rule, a draft that is still one, a revision that grows. Sending the
 * same form twice is no second change, so whether there is anything to do comes before the question whether somebody
 * else was faster; that is for the plan to ask, of its own part.
 */
export async function revise(
	ctx: Ctx,
	marks: Marks,
	plan: (ctx: Ctx, draft: store.HeadRow) => Promise<Plan>,
	details: Record<string, string | number>
): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayDraft(ctx.person));
		const draft = found(await store.headById(ctx.db, marks.version), 'version');
		obey(mayChange(ctx.person, draft));
		const write = await plan(ctx, draft);
		if (write === null) return;
		await write();
		await drafts.advanceRevision(ctx.db, draft.id);
		await record(ctx, {
			verb: 'version.changed',
			subjectId: draft.id,
			consultationId: draft.consultationId,
			details: { version: draft.number, ...details }
		});
	});
}

/** What a form edits as it stands, by field; `others`: what it has no field for. */
export interface Theirs {
	texts: Readonly<Record<string, string>>;
	others: Current['others'];
}

/** Somebody changed this part after the state that was on the screen; a state that never was counts as an old one. */
export function expectFresh(draft: store.HeadRow, part: { revision: number }, marks: Marks, theirs: Theirs): void {
	if (part.revision <= marks.revision && marks.revision <= draft.revision) return;
	throw new Stale('draft', null, {}, { marks: { revision: String(draft.revision) }, ...theirs });
}

/** For forms about a point that have its words in no field. */
const wordsBeside = ({ title, body }: StandingRow): Theirs => {
	return { texts: {}, others: [{ label: t.fields.texts.point, text: `${title}\n\n${body}` }] };
};

/** The same for one of its points, by the number people call it. Refused: pointHeld. */
export async function revisePoint(
	ctx: Ctx,
	marks: Marks,
	number: number,
	deed: string,
	plan: (ctx: Ctx, draft: store.HeadRow, point: StandingRow) => Promise<Plan>,
	edited?: (ctx: Ctx, draft: store.HeadRow, point: StandingRow) => Promise<Theirs['texts']>
): Promise<void> {
	const ofPoint = async (ctx: Ctx, draft: store.HeadRow): Promise<Plan> => {
		const { id } = found(await pointStore.byNumber(ctx.db, number), 'point');
		const point = found((await store.pointsOfVersion(ctx.db, draft.id, id))[0], 'point');
		const write = await plan(ctx, draft, point);
		const theirs = edited && { texts: await edited(ctx, draft, point), others: [] };
		return write && guarded(ctx, draft, point, marks, write, theirs);
	};
	await revise(ctx, marks, ofPoint, { number, deed });
}

/** Nobody writes where somebody else is writing, or over what somebody else has written since. */
export async function guarded(
	ctx: Ctx,
	draft: store.HeadRow,
	point: StandingRow,
	marks: Marks,
	write: () => Promise<void>,
	theirs: Theirs = wordsBeside(point)
): Promise<Plan> {
	const hand = await hands.at(ctx.db, draft.id, point.pointId);
	const personId = author(ctx).writtenBy;
	obey(mayWrite(hand, personId, ctx.now));
	expectFresh(draft, point, marks, theirs);
	return async () => {
		await write();
		await points.touch(ctx.db, draft.id, point.pointId, draft.revision + 1);
		const mine = { versionId: draft.id, pointId: point.pointId, personId, takenAt: ctx.now };
		if (hand?.personId === personId) await hands.put(ctx.db, mine);
	};
}

/** Whether a point already stood in the version before. */
export async function formerOf(ctx: Ctx, draft: store.HeadRow, pointId: string): Promise<StandingRow | null> {
	if (draft.previousId === null) return null;
	return (await store.pointsOfVersion(ctx.db, draft.previousId, pointId))[0] ?? null;
}

/** Places are counted through the whole document; writes only those that change. */
export async function settle(ctx: Ctx, versionId: string, order?: readonly StandingRow[]): Promise<void> {
	const rows = order ?? (await store.pointsOfVersion(ctx.db, versionId));
	for (const [index, row] of rows.entries()) {
		if (row.position === index + 1) continue;
		await points.setInVersion(ctx.db, versionId, row.pointId, { position: index + 1 });
	}
}
