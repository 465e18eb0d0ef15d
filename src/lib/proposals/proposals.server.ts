import { AuthorGroupName, type AuthorGroup } from '../people/person.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { isNumber } from '../server/db/counters.ts';
import { COUNTED_MOST } from '../server/db/texts.ts';
import { NotFound } from '../verdict.ts';
import { Cursor } from './cursor.ts';
import { searchParts } from './fold.ts';
import type { ListInput } from './proposal.ts';
import { read, type Proposal } from './reading.server.ts';
import * as listing from './list.store.server.ts';
import * as store from './store.server.ts';

export type { Proposal } from './reading.server.ts';
export { byNumbers, headings, type Heading } from './headings.server.ts';
export { forget, own, withdraw } from './withdrawing.server.ts';
export { giveTo, putDown, type Dictated, type Speaker } from './dictated.server.ts';
export { forgetAllOf, supportsOf, unlinkAllOf } from './leaving.server.ts';
export { minePage } from './own.server.ts';
export { dropDraftsBefore, emptyRejectedBefore } from './retention.server.ts';
export { countForEvaluation, forEvaluation, release, withhold } from './withholding.server.ts';
export { forgetResidences, lastResidence, ownResidences, residenceOf } from './residence.server.ts';
export { draft, removeDraft, saveDraft, sentAs, submit } from './writing.server.ts';
export { ownSupports, support, supported } from './supporting.server.ts';
export { countWaiting, forModeration, manyForModeration, screened, waiting, type Deed } from './screening.server.ts';
export { formerSummaries, summarise, summariesOf } from './summary.server.ts';
export {
	importedOriginal,
	knownAlike,
	knownOriginIds,
	takeBack,
	takenOverFrom,
	takeOver,
	type ImportRow,
	type TakenOver
} from './taking.server.ts';

export const PAGE = 20;

/** One page of the public list. `next` is the cursor of the following page, or null. */
export async function list(
	ctx: Ctx,
	consultationId: string,
	ask: ListInput
): Promise<{ proposals: Proposal[]; next: string | null }> {
	const searched = ask.q !== undefined && searchParts(ask.q).length > 0;
	const cursor = Cursor.read(ask.sort === 'best' && !searched ? 'newest' : ask.sort, ask.after);
	const rows = await listing.publishedPage(ctx.db, consultationId, ask, cursor, PAGE);
	const proposals = rows.slice(0, PAGE).map((row) => read(ctx, row));
	const last = proposals.at(-1);
	if (rows.length <= PAGE || !last) return { proposals, next: null };
	const parts = ask.sort === 'best' && ask.q ? searchParts(ask.q) : [];
	const titled = parts.length > 0 && (await listing.titledAmong(ctx.db, parts, last.number));
	return {
		proposals,
		next: Cursor.write(ask.sort === 'best' && parts.length === 0 ? 'newest' : ask.sort, last, titled)
	};
}

/** How many fit, counted up to `COUNTED_MOST` and one more. */
export async function countListed(ctx: Ctx, consultationId: string, ask: ListInput): Promise<number> {
	return listing.countPublished(ctx.db, consultationId, ask, COUNTED_MOST);
}

/** What the one who asks may see: what is published, its tombstone, and one's own. Everything else is not found. */
export async function byNumber(ctx: Ctx, number: number): Promise<Proposal> {
	const row = isNumber(number) ? await store.rowByNumber(ctx.db, number) : undefined;
	const proposal = row ? read(ctx, row) : null;
	if (!proposal || !(isPublic(proposal) || proposal.mine)) throw new NotFound('proposal');
	return proposal;
}

/** What was public once and taken back keeps its address: others refer to it. */
function isPublic({ state, publishedAt }: Proposal): boolean {
	return state === 'published' || (state === 'withdrawn' && publishedAt !== null);
}

/** Several published ones by id, e.g. the sources of a point; hidden ones are left out. */
export async function published(ctx: Ctx, ids: readonly string[]): Promise<Proposal[]> {
	const rows = await store.rowsById(ctx.db, ids);
	return rows.map((row) => read(ctx, row)).filter((proposal) => proposal.state === 'published');
}

/** All of one's own, drafts included, newest first. */
export async function mine(ctx: Ctx): Promise<Proposal[]> {
	const person = signedIn(ctx);
	const rows = await store.rowsOfAuthor(ctx.db, person.id);
	return rows.map((row) => read(ctx, row));
}

/** Comments keep their count here, in their own transaction. */
export async function countComment(ctx: Ctx, id: string, change: 1 | -1): Promise<void> {
	await store.addToCount(ctx.db, id, 'commentCount', change);
}

/** Ids of everything a version of this consultation has to answer, in order of number; of one field, with these words. */
export async function inScope(
	ctx: Ctx,
	consultationId: string,
	ask: { field?: string; q?: string } = {}
): Promise<string[]> {
	return listing.idsInScope(ctx.db, consultationId, ask);
}

/** Published contributions by the group frozen in them. */
export async function countByGroup(ctx: Ctx, consultationId: string): Promise<Record<AuthorGroup, number>> {
	const counts = { affected: 0, practice: 0, research: 0, none: 0, organisation: 0 };
	for (const row of await listing.countsByGroup(ctx.db, consultationId)) {
		counts[AuthorGroupName.catch('none').parse(row.group)] += Number(row.count);
	}
	return counts;
}
