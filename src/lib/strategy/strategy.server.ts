import type { Ctx } from '../server/ctx.ts';
import { found, NotFound } from '../verdict.ts';
import * as assemble from './assemble.server.ts';
import { mayReadDraft, maySee } from './draft.ts';
import * as store from './store.server.ts';
import type { Version, VersionHead } from './version.ts';

export { decideAmendment, decisionState, reopenAmendment, wordingNow, wordsOf } from './amending.server.ts';
export { lead, numbersOf } from './bundling.server.ts';
export { comparison, logOf, since, type Comparison, type Since } from './comparing.server.ts';
export { addPoint, changeHead, rewordPoint, startDraft } from './drafting.server.ts';
export { fitsIn } from './fits.server.ts';
export { freeze, frozenText, verify, wouldSay, type Verified } from './freezing.server.ts';
export { discardPoint, dropPoint, movePoint, restorePoint } from './placing.server.ts';
export { headingsOf, placesOf, pointByNumber, pointIn, subjectOf, upForVote } from './points.server.ts';
export { pointsNow } from './standing.server.ts';
export { leavePoint, handsIn, takePoint } from './holding.server.ts';
export { putMeasure, removeMeasure } from './measuring.server.ts';
export { mergePoint, splitPoint } from './splitting.server.ts';
export { takeBack } from './takingBack.server.ts';
export { waive, waiverState } from './waiving.server.ts';
export { addSources, removeSource, setEditorialNote, sourcedIn } from './sourcing.server.ts';

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
