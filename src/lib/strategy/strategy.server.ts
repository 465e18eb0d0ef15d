import type { Subject } from '../comments/comment.ts';
import { together } from '../server/db/together.ts';
import type { Ctx } from '../server/ctx.ts';
import { found, NotFound, obey, Refused } from '../verdict.ts';
import * as assemble from './assemble.server.ts';
import { mayReadDraft, mayFreeze } from './draft.ts';
import * as drafts from './draft.store.server.ts';
import * as freezing from './freezing.server.ts';
import { RelationName, type Place, type Point, type VersionPoint } from './point.ts';
import * as store from './store.server.ts';
import { VersionNumbers, type Version, type VersionHead } from './version.ts';

const maySee = (ctx: Ctx, row: { publishedAt: string | null }) =>
	row.publishedAt !== null || mayReadDraft(ctx.person).ok;

/** A published version; staff also find the draft. */
export async function version(ctx: Ctx, number: number): Promise<Version> {
	const row = found(await store.headByNumber(ctx.db, number), 'version');
	if (!maySee(ctx, row)) throw new NotFound('version');
	return assemble.whole(ctx, row);
}

/** The same by id. */
export async function versionById(ctx: Ctx, id: string): Promise<Version> {
	const row = found(await store.headById(ctx.db, id), 'version');
	if (!maySee(ctx, row)) throw new NotFound('version');
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

/** One point as it stands in a version that the one who asks may see, or null. */
export async function pointIn(ctx: Ctx, versionId: string, pointId: string): Promise<VersionPoint | null> {
	const row = await store.headById(ctx.db, versionId);
	if (!row || !maySee(ctx, row)) return null;
	return (await assemble.points(ctx, versionId, pointId))[0] ?? null;
}

/** A point that ever stood in a published version; staff also find one that only stands in the draft. */
export async function pointByNumber(ctx: Ctx, number: number): Promise<Point> {
	const point = found(await store.pointByNumber(ctx.db, number), 'point');
	const everywhere = await store.appearances(ctx.db, point.id);
	const published = everywhere.filter((row) => row.publishedAt !== null);
	const shown = published.length > 0 ? published : mayReadDraft(ctx.person).ok ? everywhere : [];
	if (shown.length === 0) throw new NotFound('point');
	const newest = await store.newestHead(ctx.db, point.consultationId);
	const wordings = assemble.wordings(shown, newest?.id ?? null);
	const current = wordings.find((wording) => wording.current) ?? null;
	const drop = current ? null : ((await store.dropOf(ctx.db, point.id)) ?? null);
	return { ...point, wordings, current, drop };
}

/** What a comment on a point is about: the wording that stands now. */
export async function subjectOf(ctx: Ctx, number: number): Promise<Subject> {
	const point = await pointByNumber(ctx, number);
	if (point.drop) throw new Refused('pointDropped');
	const current = found(point.current, 'wording');
	return { kind: 'point', id: point.id, wordingId: current.wordingId, consultationId: point.consultationId };
}

/** Where contributions stand behind points of published versions: one place for every point. */
export async function placesOf(ctx: Ctx, proposalIds: readonly string[]): Promise<Map<string, Place[]>> {
	const places = new Map<string, Place[]>();
	for (const { proposalId, ...row } of await store.places(ctx.db, proposalIds)) {
		const known = places.get(proposalId) ?? [];
		const before = known.find((place) => place.pointNumber === row.pointNumber);
		const others = known.filter((place) => place !== before);
		const since = before?.since ?? row.versionNumber;
		places.set(proposalId, [...others, { ...row, relation: RelationName.parse(row.relation), since }]);
	}
	return places;
}

/**
 * Makes a draft the next version: nothing in it can change from here on. Publishing obeys its own rule, calls this
 * inside its transaction and records in the journal.
 */
export async function freeze(ctx: Ctx, versionId: string, numbers: VersionNumbers): Promise<void> {
	await together(ctx, async (ctx) => {
		const draft = found(await store.headById(ctx.db, versionId), 'version');
		obey(mayFreeze(draft));
		await drafts.sweepDropped(ctx.db, draft.id);
		await drafts.freezeWordings(ctx.db, draft.id, draft.consultationId, ctx.now);
		await drafts.publish(ctx.db, draft.id, {
			publishedAt: ctx.now,
			publishedBy: ctx.person?.id ?? null,
			numbers: JSON.stringify(VersionNumbers.parse(numbers))
		});
		await drafts.seal(ctx.db, draft.id, await freezing.seal(ctx, draft.id));
	});
}

export interface Verified {
	number: number;
	ok: boolean;
	/** Where the first difference is, e.g. `points[3].body`; `digest` when the frozen text itself was touched. */
	difference?: string;
}

/** Recomputes every published version, oldest first. */
export async function verify(ctx: Ctx): Promise<Verified[]> {
	const verified: Verified[] = [];
	for (const row of (await store.publishedHeads(ctx.db, null)).reverse()) {
		const difference = await freezing.flaw(ctx, row);
		verified.push(
			difference === null ? { number: row.number, ok: true } : { number: row.number, ok: false, difference }
		);
	}
	return verified;
}

/** The very text the digest of a published version is of. */
export async function frozenText(ctx: Ctx, number: number): Promise<string> {
	const row = found(await store.headByNumber(ctx.db, number), 'version');
	return found(row.frozen, 'version');
}
