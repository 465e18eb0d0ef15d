import { AuthorGroupName, type AuthorGroup } from '../people/person.ts';
import { authorKeys, NO_STATEMENT, recordOf } from '../profile/groups/group.ts';
import * as profile from '../profile/profile.server.ts';
import { count, cursor, instant } from '../cursor.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { isNumber } from '../server/db/counters.ts';
import { COUNTED_MAX } from '../server/db/fullTextSearch.ts';
import { NotFound } from '../verdict.ts';
import { searchParts } from './lists/searchText.ts';
import type { ListInput, Sort } from './proposal.ts';
import { read, type Proposal } from './reading.server.ts';
import * as listing from './lists/store.server.ts';
import * as store from './store.server.ts';

export { shown, type Proposal } from './reading.server.ts';
export { byNumbers, headings, newestPublic, type Heading } from './lists/headings.server.ts';
export { forget, own, withdraw } from './lifecycle/withdraw.server.ts';
export { giveTo, recordOnBehalf, type OnBehalf, type Speaker } from './onBehalf/onBehalf.server.ts';
export { forgetAllOf, supportsOf, unlinkAllOf } from './lifecycle/eraseAuthor.server.ts';
export { minePage } from './lists/ownProposals.server.ts';
export { dropDraftsBefore, emptyRejectedBefore } from './lifecycle/retention.server.ts';
export { countForEvaluation, forEvaluation, release, withhold } from './lifecycle/withhold.server.ts';
export { forgetResidences, lastResidence, ownResidences, residenceOf } from './residence/residence.server.ts';
export {
	allowFor,
	draft,
	formText,
	missingIn,
	removeDraft,
	saveDraft,
	saveStep,
	sendDraft,
	sentAs,
	submit,
	submitted
} from './writing/writing.server.ts';
export { amongPeers, openPeerPhases, othersAmongPeers, peerPage } from './peers/peers.server.ts';
export { ownSupports, support, supported, supportOf } from './supports/supports.server.ts';
export {
	countWaiting,
	forModeration,
	idOf,
	manyForModeration,
	screened,
	waiting,
	type ScreeningChange
} from './lifecycle/screening.server.ts';
export { publishedTogether } from './campaigns/campaigns.server.ts';
export { recogniseCampaigns } from './campaigns/recognise.server.ts';
export { formerSummaries, summarise, summariesOf } from './summaries/summaries.server.ts';
export {
	dropStaged,
	forgetImport,
	importedFrom,
	importedOriginal,
	importedWith,
	indexReleased,
	knownAlike,
	knownOriginIds,
	release as releaseImport,
	stage as stageImport,
	textsAfter,
	undoImport,
	withdrawImport,
	type ImportRow,
	type ImportedFrom
} from './imports/importProposals.server.ts';

export const PAGE = 20;

const byInstant = cursor({ value: instant, number: count });
const byCount = cursor({ value: count, number: count });

/** Where a page of the public list ended. `titled`, of the best hits: whether its title says what was asked for. */
function placeOf(sort: Sort, { publishedAt, supportCount, commentCount, number }: Proposal, titled: boolean): string {
	if (sort === 'newest') return listedFrom(publishedAt ?? '', number);
	const value = { supported: supportCount, discussed: commentCount, best: titled ? 1 : 0 }[sort];
	return byCount.write({ value, number });
}

/** The cursor of what was published before this moment, or at it with a smaller number. */
export const listedFrom = (publishedAt: string, number: number) => byInstant.write({ value: publishedAt, number });

/** One page of the public list. `next` is the cursor of the following page, or null. */
export async function list(
	ctx: Ctx,
	consultationId: string,
	ask: ListInput
): Promise<{ proposals: Proposal[]; next: string | null }> {
	const searched = ask.q !== undefined && searchParts(ask.q).length > 0;
	const sort = ask.sort === 'best' && !searched ? 'newest' : ask.sort;
	const after = (sort === 'newest' ? byInstant : byCount).read(ask.after);
	const rows = await listing.publishedPage(ctx.db, consultationId, ask, after, PAGE);
	const proposals = rows.slice(0, PAGE).map((row) => read(ctx, row));
	const last = proposals.at(-1);
	if (rows.length <= PAGE || !last) return { proposals, next: null };
	const parts = ask.sort === 'best' && ask.q ? searchParts(ask.q) : [];
	const titled = parts.length > 0 && (await listing.titledAmong(ctx.db, parts, last.number));
	return { proposals, next: placeOf(sort, last, titled) };
}

/** How many fit, counted up to `COUNTED_MAX` and one more. */
export async function countListed(ctx: Ctx, consultationId: string, ask: ListInput): Promise<number> {
	return listing.countPublished(ctx.db, consultationId, ask, COUNTED_MAX);
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
	const counts = recordOf(authorKeys((await profile.current(ctx)).groups), () => 0);
	for (const row of await listing.countsByGroup(ctx.db, consultationId)) {
		const group = AuthorGroupName.catch(NO_STATEMENT).parse(row.group);
		counts[group] = (counts[group] ?? 0) + Number(row.count);
	}
	return counts;
}
