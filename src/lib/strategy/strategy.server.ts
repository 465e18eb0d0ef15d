import type { Ctx } from '../server/ctx.ts';
import { found, NotFound } from '../verdict.ts';
import * as assemble from './versions/assembleVersion.server.ts';
import { mayReadDraft, maySee } from './drafts/draft.ts';
import * as store from './versions/store.server.ts';
import type { Version, VersionHead } from './versions/version.ts';

export {
	decideAmendment,
	decisionState,
	reopenAmendment,
	wordingNow
} from './amendmentDecisions/decideAmendment.server.ts';
export { linkClusterToPoint, numbersOf } from './clusterLinks/linkClusterToPoint.server.ts';
export { comparison, logOf, since } from './versions/compareVersions.server.ts';
export { addPoint, changeHead, rewordPoint, startDraft } from './drafts/drafts.server.ts';
export {
	amendmentConflicts,
	amendmentsOn,
	changeOf,
	differenceOf
} from './amendmentDecisions/amendmentConflicts.server.ts';
export {
	freeze,
	frozenText,
	textNow,
	publishedIds,
	verifyVersion,
	draftContent,
	type Verified
} from './frozen/freeze.server.ts';
export { discardPoint, dropPoint, movePoint, restorePoint } from './drafts/movePoint.server.ts';
export {
	headingsOf,
	placesOf,
	pointByNumber,
	pointIn,
	pointToday,
	standingPoint,
	subjectOf,
	upForVote
} from './points/points.server.ts';
export { currentPoints, neighbours } from './points/currentPoints.server.ts';
export { unlockPoint, editLocksIn, lockPoint } from './editLocks/editLocks.server.ts';
export { correctPassage, sealAnew } from './addenda/addenda.server.ts';
export { measuresIn, putMeasure, removeMeasure, type StandingMeasure } from './measures/measures.server.ts';
export { mergePoint, splitPoint } from './lineage/splitPoint.server.ts';
export { undoClusterLink } from './clusterLinks/undoClusterLink.server.ts';
export { justify, waive, waiverState } from './drafts/waivers.server.ts';
export { addSources, removeSource, setEditorialNote, sourcedIn } from './sources/sources.server.ts';

/** A published version; staff also find the draft. */
export async function version(ctx: Ctx, number: number): Promise<Version> {
	const row = found(await store.headByNumber(ctx.db, number), 'version');
	if (!maySee(ctx.person, row)) throw new NotFound('version');
	return assemble.whole(ctx, row);
}

/** The same without its points. */
export async function headByNumber(ctx: Ctx, number: number): Promise<VersionHead> {
	const row = found(await store.headByNumber(ctx.db, number), 'version');
	if (!maySee(ctx.person, row)) throw new NotFound('version');
	return assemble.read(row);
}

/** The same by id. */
export async function versionById(ctx: Ctx, id: string): Promise<Version> {
	const row = found(await store.headById(ctx.db, id), 'version');
	if (!maySee(ctx.person, row)) throw new NotFound('version');
	return assemble.whole(ctx, row);
}

/** Published ones, newest first; of one consultation or of all. */
export async function versions(ctx: Ctx, consultationId: string | null = null): Promise<VersionHead[]> {
	return (await store.publishedHeads(ctx.db, consultationId)).map(assemble.read);
}

/** What points have said in published versions, the oldest first. `db`: it is asked where nobody asks for anything yet. */
export const publishedWordings = (db: Ctx['db']) => store.publishedWordings(db);

/** How many points stand in each. */
export async function sizes(ctx: Ctx, versionIds: readonly string[]): Promise<Map<string, number>> {
	return new Map((await store.sizes(ctx.db, versionIds)).map((row) => [row.versionId, row.points]));
}

/** The newest published version, or null before the first. */
export async function latest(ctx: Ctx, consultationId: string): Promise<Version | null> {
	const row = await store.newestHead(ctx.db, consultationId);
	return row ? assemble.whole(ctx, row) : null;
}

/** The newest published version without its points: what most pages need of it. */
export async function latestHead(ctx: Ctx, consultationId: string): Promise<VersionHead | null> {
	const row = await store.newestHead(ctx.db, consultationId);
	return row ? assemble.read(row) : null;
}

/** The draft at work, for staff; null for everybody else and when there is none. */
export async function draftOf(ctx: Ctx, consultationId: string): Promise<Version | null> {
	if (!mayReadDraft(ctx.person).ok) return null;
	const row = await store.draftHead(ctx.db, consultationId);
	return row ? assemble.whole(ctx, row) : null;
}

/** The draft for a room that has asked who may read it: members of the board are no staff. */
export async function draftUnder(ctx: Ctx, consultationId: string): Promise<Version | null> {
	const row = await store.draftHead(ctx.db, consultationId);
	return row ? assemble.whole(ctx, row) : null;
}

/** What fields were called in published versions before they got the title they have today, by field, oldest first. */
export async function formerFieldTitles(ctx: Ctx): Promise<Map<string, string[]>> {
	const former = new Map<string, string[]>();
	for (const { fieldId, title } of await store.formerFieldTitles(ctx.db)) {
		former.set(fieldId, [...new Set([...(former.get(fieldId) ?? []), title])]);
	}
	return former;
}
