import { signedIn, type Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { found, obey, Refused } from '../../verdict.ts';
import { Changes, clustersIn, holds, inverse, isReal, proposalsIn, restsOn, type Change } from './change.ts';
import type { UndoInput } from '../forms.ts';
import { isBroken } from './broken.store.server.ts';
import * as clusters from '../clusters/store.server.ts';
import type { ActionKind, Details } from './action.ts';
import * as deeds from './store.server.ts';
import { mayDistil, openSince } from '../desk/workItem.ts';
import * as dockets from '../desk/workItems.store.server.ts';
import * as facts from './facts.store.server.ts';

/** Everything that happens at the desk goes through here: written, counted and logged with its way back. */
export interface PerformedAction {
	/** From the form: sent twice, it is one deed. */
	id: string;
	consultationId: string;
	kind: ActionKind;
	details: Details;
	/** What else it is about, beside the things it changes: it stands in their history, too. */
	about?: readonly string[];
}

export function actor(ctx: Ctx): string {
	return signedIn(ctx).id;
}

/** Whether this very form came before. Whoever guesses the id of somebody else's deed changes nothing. */
export async function isDone(ctx: Ctx, id: string): Promise<boolean> {
	return (await deeds.byId(ctx.db, id)) !== undefined;
}

/** Call it inside `transaction`, with changes against what was read in the same transaction. */
export async function perform(ctx: Ctx, deed: PerformedAction, changes: readonly Change[]): Promise<void> {
	// A cluster may be led to its point again, with what has come since: that happens in a later room.
	await carryOut(ctx, deed, deed.kind === 'led' ? changes : changes.filter(isReal), null);
}

async function carryOut(
	ctx: Ctx,
	deed: PerformedAction,
	changes: readonly Change[],
	undoes: string | null
): Promise<void> {
	if (changes.length === 0) return;
	await facts.apply(ctx.db, changes);
	await count(ctx, changes);
	const { details, about = [], ...head } = deed;
	await deeds.add(
		ctx.db,
		{
			...head,
			doneBy: actor(ctx),
			at: ctx.now,
			details: JSON.stringify(details),
			changes: JSON.stringify(changes),
			undoes
		},
		[...new Set([...clustersIn(changes), ...proposalsIn(changes), ...about])]
	);
}

/**
 * Takes a deed back, whatever happened elsewhere meanwhile. Refused: deedBuiltOn, when what it did was changed since or
 * something rests on it; nothing is taken back then. Twice is once. Returns whether it was taken back now.
 */
export async function undo(ctx: Ctx, form: UndoInput): Promise<boolean> {
	return transaction(ctx, async (ctx) => {
		obey(mayDistil(ctx.person));
		if (await isDone(ctx, form.id)) return false;
		const deed = found(await deeds.byId(ctx.db, form.deed), 'deed');
		if (deed.undoes !== null) throw new Refused('deedIsUndo');
		if (await deeds.undoOf(ctx.db, deed.id)) return false;
		const done = Changes.parse(JSON.parse(deed.changes));
		const now = await facts.current(ctx.db, done);
		if (!done.every((change) => holds(now(change), change.after))) throw new Refused('deedBuiltOn');
		// Somebody may have come to the same again after another way: the state holds, and yet it is theirs by now.
		const later = await deeds.changesSince(ctx.db, deed, [...clustersIn(done), ...proposalsIn(done)]);
		const since = later.flatMap((text) => Changes.parse(JSON.parse(text)));
		if (since.some((one) => done.some((change) => restsOn(one, change)))) throw new Refused('deedBuiltOn');
		const back = inverse(done);
		const { consultationId } = deed;
		const undoing = { id: form.id, consultationId, kind: 'undone', details: { deed: deed.kind } } as const;
		await carryOut(ctx, undoing, back, deed.id);
		const segments = back.filter(({ of }) => of === 'segment').map(({ key }) => key);
		const held = back.flatMap(({ of, after }) => (of === 'member' && after?.segmentId ? [after.segmentId] : []));
		if (await isBroken(ctx.db, clustersIn(back), [...segments, ...held])) throw new Refused('deedBuiltOn');
		return true;
	});
}

/** Counters follow in the same transaction: sizes of clusters, what is open of each contribution, and the sums. */
async function count(ctx: Ctx, changes: readonly Change[]): Promise<void> {
	const members = changes.filter(({ of }) => of === 'member');
	for (const id of clustersIn(changes)) {
		const own = members.filter(({ key }) => key.startsWith(`${id} `));
		const sum = (of: (facts: Change['after']) => number) =>
			own.reduce((total, { before, after }) => total + of(after) - of(before), 0);
		await clusters.touch(ctx.db, id, {
			memberCount: sum((one) => (one ? 1 : 0)),
			dissentCount: sum((one) => (one?.dissent ? 1 : 0))
		});
	}
	await countWorkItems(ctx, proposalsIn(changes));
}

/** What is open of these contributions, as it stands now. */
export async function countWorkItems(ctx: Ctx, proposalIds: readonly string[]): Promise<void> {
	const rows = await dockets.byIds(ctx.db, proposalIds);
	if (rows.length === 0) return;
	const parts = await dockets.partsOf(
		ctx.db,
		rows.map((row) => row.proposalId)
	);
	const now = rows.map((row) => ({ ...row, open: openSince({ ...row, ...parts(row.proposalId) }) !== null }));
	for (const open of [true, false]) {
		const ids = now.filter((row) => row.open === open).map((row) => row.proposalId);
		await dockets.setOpen(ctx.db, ids, open);
	}
	const sums = new Map<string, dockets.CountKey & { open: number }>();
	for (const { consultationId, fieldId, kind, group, open, openSince } of now) {
		const key = { consultationId, fieldId, kind, group };
		const sum = sums.get(JSON.stringify(key)) ?? { ...key, open: 0 };
		sums.set(JSON.stringify(key), { ...sum, open: sum.open + Number(open) - Number(openSince !== null) });
	}
	for (const { open, ...key } of sums.values()) await dockets.addToCounts(ctx.db, key, { total: 0, open });
}
