import type { Ctx } from '../server/ctx.ts';
import * as amendments from '../amendments/amendments.server.ts';
import { together } from '../server/db/together.ts';
import { found, obey } from '../verdict.ts';
import { content, nobody, rebuilt, type AnsweredIn } from './content.server.ts';
import { flawIn } from './difference.ts';
import * as digest from './digest.ts';
import { mayFreeze } from './draft.ts';
import * as drafts from './draft.store.server.ts';
import * as store from './store.server.ts';
import { Understood } from './understood.ts';
import { VersionNumbers } from './version.ts';

/** The text to keep and its digest. */
async function seal(ctx: Ctx, id: string, answered: AnsweredIn): Promise<{ frozen: string; digest: string }> {
	const row = found(await store.headById(ctx.db, id), 'version');
	const frozen = digest.canonical(await content(ctx, row, digest.SHAPE_NOW, answered));
	return { frozen, digest: digest.digestOf(frozen) };
}

/** Where a published version no longer is what it was, or null. */
async function flaw(ctx: Ctx, row: store.HeadRow, answered: AnsweredIn): Promise<string | null> {
	const frozen = await store.frozenOf(ctx.db, row.id);
	if (frozen === null || digest.digestOf(frozen) !== row.digest) return 'digest';
	const sealed = digest.readJson(frozen);
	const shape = digest.shapeOf(sealed);
	const difference = flawIn(sealed, await rebuilt(ctx, row, shape, answered));
	if (row.restoredAt === null) return difference;
	// What comes back has new rows. Where they are the very ones that were frozen, nothing ever came back: the mark is
	// false, and would keep a change in them from being found.
	if (difference === null && shape > LEGIBLE) return 'restoredAt';
	return flawIn(legible(sealed), await rebuilt(ctx, row, LEGIBLE, answered));
}

/** The shape that says of a version what anybody can read of it, and nothing of rows. */
const LEGIBLE = 2;

/** What open data brings back of it: the rows are new ones, and answers stand with the contributions. */
function legible(sealed: unknown): unknown {
	if (!digest.isRecord(sealed)) return sealed;
	const { answers: _a, decisions: _d, rows: _r, ...rest } = sealed;
	return { ...rest, shape: LEGIBLE };
}

/**
 * Makes a draft the next version: nothing in it can change from here on. Publishing obeys its own rule, calls this
 * inside its transaction and records in the journal.
 */
export async function freeze(
	ctx: Ctx,
	versionId: string,
	numbers: VersionNumbers,
	understood: Understood = [],
	answered: AnsweredIn = nobody
): Promise<void> {
	await together(ctx, async (ctx) => {
		const draft = found(await store.headById(ctx.db, versionId), 'version');
		obey(mayFreeze(draft));
		await drafts.sweepDropped(ctx.db, draft.id);
		await drafts.emptyHands(ctx.db, draft.id);
		await drafts.freezeWordings(ctx.db, draft.id, draft.consultationId, ctx.now);
		await drafts.publish(ctx.db, draft.id, {
			publishedAt: ctx.now,
			publishedBy: ctx.person?.id ?? null,
			numbers: JSON.stringify(VersionNumbers.parse(numbers)),
			understood: JSON.stringify(Understood.parse(understood))
		});
		await drafts.seal(ctx.db, draft.id, await seal(ctx, draft.id, answered));
	});
}

/** What a draft says now and would say if it went out, text and decisions; `revision` grows with every change of it. */
export async function wouldSay(ctx: Ctx, versionId: string) {
	const row = found(await store.headById(ctx.db, versionId), 'version');
	const {
		numbers: _n,
		publishedAt: _p,
		easy,
		waived,
		understood: _u,
		previous,
		...text
	} = await content(ctx, row, LEGIBLE, nobody);
	const decisions = await amendments.decisionsIn(ctx, versionId);
	return { text: { ...text, revision: row.revision }, decisions, checks: { easy, waived }, previous };
}

export interface Verified {
	number: number;
	ok: boolean;
	/**
	 * Where the first difference is, e.g. `points[3].body`; `digest` when the frozen text itself was touched, `rows.wordings`
	 * when it is in a column that nobody reads.
	 */
	difference?: string;
}

/** Recomputes every published version, oldest first; with the same `answered` that they were frozen with. */
export async function verify(ctx: Ctx, answered: AnsweredIn = nobody): Promise<Verified[]> {
	const verified: Verified[] = [];
	for (const row of (await store.publishedHeads(ctx.db, null)).reverse()) {
		const difference = await flaw(ctx, row, answered);
		verified.push(
			difference === null ? { number: row.number, ok: true } : { number: row.number, ok: false, difference }
		);
	}
	return verified;
}

/** The very text the digest of a published version is of. */
export async function frozenText(ctx: Ctx, number: number): Promise<string> {
	const row = found(await store.headByNumber(ctx.db, number), 'version');
	return found(await store.frozenOf(ctx.db, row.id), 'version');
}
