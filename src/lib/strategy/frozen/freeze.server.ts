import type { Ctx } from '../../server/ctx.ts';
import * as amendments from '../../amendments/amendments.server.ts';
import { transaction } from '../../server/db/transaction.ts';
import { found, obey } from '../../verdict.ts';
import { content, rebuilt, sentOut } from './frozenContent.server.ts';
import { tamperedWith } from './tampering.ts';
import * as digest from './versionDigest.ts';
import { mayFreeze } from '../drafts/draft.ts';
import * as drafts from '../drafts/store.server.ts';
import * as store from '../versions/store.server.ts';
import { BoardStatement } from '../versions/board/boardStatement.ts';
import { Understood } from '../versions/comprehension.ts';
import { Omitted } from '../versions/omitted.ts';
import { Represented } from '../versions/represented.ts';
import { VersionNumbers, type Version } from '../versions/version.ts';

/** The text as it is now, or null where it is not the one that is expected. */
async function expectedText(ctx: Ctx, row: store.HeadRow, { first, now }: digest.Expected): Promise<string | null> {
	const texts = await store.textsOf(ctx.db, row.id);
	if (!texts?.frozen || digest.digestOf(texts.frozen) !== first) return null;
	if (texts.digestNow !== now || (texts.textNow === null) !== (now === null)) return null;
	if (texts.textNow !== null && digest.digestOf(texts.textNow) !== now) return null;
	return texts.textNow ?? texts.frozen;
}

/** Where a published version no longer is what it was, or null. */
async function flaw(
	ctx: Ctx,
	row: store.HeadRow,
	answered: digest.Answered,
	expected: digest.Expected
): Promise<string | null> {
	const text = await expectedText(ctx, row, expected);
	if (text === null) return 'digest';
	// Publishing moves reasons into what they are about: the digest does not know the column they were kept in before.
	if (row.justified !== drafts.NOTHING_JUSTIFIED) return 'justified';
	const sealed = digest.readJson(text);
	const shape = digest.shapeOf(sealed);
	const difference = tamperedWith(sealed, await rebuilt(ctx, row, shape, answered));
	if (row.restoredAt === null) return difference;
	// What comes back has new rows. Where they are the very ones that were frozen, nothing ever came back: the mark is
	// false, and would keep a change in them from being found.
	if (difference === null && shape > LEGIBLE) return 'restoredAt';
	return tamperedWith(legible(sealed), await rebuilt(ctx, row, LEGIBLE, answered));
}

/** The shape that says of a version what anybody can read of it, and nothing of rows. */
const LEGIBLE = 2;

/** What open data brings back of it: the rows are new ones, and answers stand with the contributions. */
function legible(sealed: unknown): unknown {
	if (!digest.isRecord(sealed)) return sealed;
	const { answers: _a, decisions: _d, rows: _r, ...rest } = sealed;
	return { ...rest, shape: LEGIBLE };
}

/** What goes out with a version, besides itself. */
export interface Publication {
	numbers: VersionNumbers;
	understood: Understood;
	/** null: nobody took part whom it could stand for. */
	represented: Represented | null;
	/** null: there is no board. */
	board: BoardStatement | null;
	/** null: nobody has asked. */
	omitted: Omitted | null;
	answered: digest.Answered;
}

/**
 * Makes a draft, assembled in this transaction, the next version: nothing in it can change from here on. Publishing obeys
 * its own rule, calls this inside its transaction and records in the journal.
 */
export async function freeze(ctx: Ctx, draft: Version, publication: Publication): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const { id } = draft;
		obey(mayFreeze(draft));
		await drafts.sweepDropped(ctx.db, id);
		await drafts.releaseEditLocks(ctx.db, id);
		await drafts.freezeWordings(ctx.db, id, draft.consultationId, ctx.now);
		await drafts.freezeFields(ctx.db, id);
		await drafts.publish(ctx.db, id, {
			publishedAt: ctx.now,
			publishedBy: ctx.person?.id ?? null,
			numbers: JSON.stringify(VersionNumbers.parse(publication.numbers)),
			understood: JSON.stringify(Understood.parse(publication.understood)),
			represented: publication.represented && JSON.stringify(Represented.parse(publication.represented)),
			board: publication.board && JSON.stringify(BoardStatement.parse(publication.board)),
			omitted: publication.omitted && JSON.stringify(Omitted.parse(publication.omitted))
		});
		const row = found(await store.headById(ctx.db, id), 'version');
		const sent = await sentOut(ctx, id, publication.answered, digest.SHAPE_NOW);
		const frozen = digest.canonical(content(row, draft, digest.SHAPE_NOW, sent));
		await drafts.seal(ctx.db, id, { frozen, digest: digest.digestOf(frozen) });
	});
}

/** What a draft says now and would say if it went out, text and decisions; `revision` grows with every change of it. */
export async function draftContent(ctx: Ctx, draft: Version) {
	const row = found(await store.headById(ctx.db, draft.id), 'version');
	const said = content(row, draft, LEGIBLE);
	const {
		numbers: _n,
		publishedAt: _p,
		easy,
		waived,
		understood: _u,
		represented: _r,
		board: _b,
		omitted: _o,
		previous,
		...text
	} = said;
	const decisions = await amendments.decisionsIn(ctx, draft.id);
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

/** Ids of published versions, oldest first. Believes nothing else of their rows: somebody may have written anything there. */
export async function publishedIds({ db }: Ctx): Promise<string[]> {
	return (await store.publishedHeads(db, null)).map(({ id }) => id).reverse();
}

/**
 * Recomputes a published version. `answered`: what went out with it lies in a later room, which has to read it.
 * `expected`: what addenda say its digests are; without them, it has to be as it was sealed.
 */
export async function verifyVersion(
	ctx: Ctx,
	id: string,
	answered: digest.Answered,
	expected: digest.Expected | null = null
): Promise<Verified> {
	const row = found(await store.headById(ctx.db, id), 'version');
	const difference = await flaw(ctx, row, answered, expected ?? { first: row.digest ?? '', now: null });
	return difference === null ? { number: row.number, ok: true } : { number: row.number, ok: false, difference };
}

/** The very text the digest of a published version is of. */
export async function frozenText(ctx: Ctx, number: number): Promise<string> {
	const row = found(await store.headByNumber(ctx.db, number), 'version');
	return found(await store.frozenOf(ctx.db, row.id), 'version');
}

/** The text of a published version as addenda have made it; null: it is as it was sealed. */
export async function textNow(ctx: Ctx, number: number): Promise<string | null> {
	const row = found(await store.headByNumber(ctx.db, number), 'version');
	return (await store.textsOf(ctx.db, row.id))?.textNow ?? null;
}

/** Every published version as the text its digest is of, oldest first. */
export async function frozenTexts(ctx: Ctx) {
	return store.frozenTexts(ctx.db);
}
