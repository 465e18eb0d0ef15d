import type { Subject } from '../../comments/comment.ts';
import type { Ctx } from '../../server/ctx.ts';
import { isNumber } from '../../server/db/counters.ts';
import { transactionMemo } from '../../server/performance/transactionMemo.ts';
import { found, NotFound, obey, Refused } from '../../verdict.ts';
import * as assemble from '../versions/assembleVersion.server.ts';
import { mayReadDraft, maySee } from '../drafts/draft.ts';
import { isOpen, LineageName, RelationName, type Point, type VersionPoint, type PointPlace } from './point.ts';
import * as lineageStore from '../lineage/store.server.ts';
import * as pointStore from './store.server.ts';
import * as store from '../versions/store.server.ts';

/** Points through all versions. */

/** One point as it stands in a version that the one who asks may see, or null. */
export async function pointIn(ctx: Ctx, versionId: string, pointId: string): Promise<VersionPoint | null> {
	const row = await store.headById(ctx.db, versionId);
	if (!row || !maySee(ctx.person, row)) return null;
	return (await assemble.points(ctx, versionId, pointId))[0] ?? null;
}

/** What was split and merged in published versions. */
async function kinOf(ctx: Ctx, pointId: string): Promise<Point['kin']> {
	const rows = await lineageStore.ofPoint(ctx.db, pointId);
	return rows.map((row) => ({ ...row, kind: LineageName.parse(row.kind) }));
}

/** A point that ever stood in a published version; staff also find one that only stands in the draft. */
export async function pointByNumber(ctx: Ctx, number: number): Promise<Point> {
	const point = found(await pointStore.byNumber(ctx.db, number), 'point');
	const everywhere = await pointStore.appearances(ctx.db, point.id);
	const published = everywhere.filter((row) => row.publishedAt !== null);
	const shown = published.length > 0 ? published : mayReadDraft(ctx.person).ok ? everywhere : [];
	if (shown.length === 0) throw new NotFound('point');
	const newest = await store.newestHead(ctx.db, point.consultationId);
	const wordings = assemble.wordings(shown, newest?.id ?? null);
	const current = wordings.find((wording) => wording.current) ?? null;
	const drop = current ? null : ((await pointStore.dropOf(ctx.db, point.id)) ?? null);
	return { ...point, wordings, current, drop, kin: await kinOf(ctx, point.id) };
}

/** As it stands today, with what is behind it; a dropped point as it stood last. */
export async function pointToday(ctx: Ctx, { id, current, wordings }: Point) {
	const shown = current ?? wordings[0];
	const number = shown?.versionNumbers.at(-1);
	const head = number === undefined ? undefined : await store.headByNumber(ctx.db, number);
	const inVersion = head && (await pointIn(ctx, head.id, id));
	return {
		title: shown?.title ?? '',
		body: shown?.body ?? '',
		field: shown?.field ?? '',
		versionNumbers: shown?.versionNumbers ?? [],
		versionNumber: head?.number ?? null,
		published: Boolean(head?.publishedAt),
		sources: inVersion?.sources ?? [],
		amendments: inVersion?.amendments ?? [],
		measures: inVersion?.measures ?? [],
		note: inVersion?.editorialNote ?? null
	};
}

const standing = transactionMemo<Map<number, { id: string; consultationId: string; wordingId: string }>>();

/**
 * What can be voted on: a point and its current wording (null: dropped). One query for all votes that share a
 * transaction; only a point that does not stand in the newest version takes the long way.
 */
export async function upForVote(
	ctx: Ctx,
	number: number
): Promise<{ id: string; consultationId: string; wordingId: string | null }> {
	if (!isNumber(number)) throw new NotFound('point');
	const all = await standing(ctx, '', async () => {
		return new Map((await pointStore.standingNow(ctx.db, {})).map(({ number, ...point }) => [number, point]));
	});
	const stands = all.get(number);
	if (stands) return stands;
	const { id, consultationId, current } = await pointByNumber(ctx, number);
	return { id, consultationId, wordingId: current?.wordingId ?? null };
}

/** What a meeting of this process spoke about: a point as it stands now. Refused: pointDropped. Throws `NotFound`. */
export async function standingPoint(
	ctx: Ctx,
	number: number,
	consultation: string
): Promise<{ pointId: string; wordingId: string }> {
	const { id: pointId, consultationId, wordingId } = await upForVote(ctx, number);
	if (consultationId !== consultation) throw new NotFound('point');
	if (wordingId === null) throw new Refused('pointDropped');
	return { pointId, wordingId };
}

/** What a comment on a point is about: the wording that stands now. */
export async function subjectOf(ctx: Ctx, number: number): Promise<Subject> {
	const point = await pointByNumber(ctx, number);
	obey(isOpen(point));
	const current = found(point.current, 'wording');
	return { kind: 'point', id: point.id, wordingId: current.wordingId, consultationId: point.consultationId };
}

/** Where contributions stand behind points of published versions: one place for every point. */
export async function placesOf(ctx: Ctx, proposalIds: readonly string[]): Promise<Map<string, PointPlace[]>> {
	const places = new Map<string, PointPlace[]>();
	for (const { proposalId, ...row } of await pointStore.places(ctx.db, proposalIds)) {
		const known = places.get(proposalId) ?? [];
		const before = known.find((place) => place.pointNumber === row.pointNumber);
		const others = known.filter((place) => place !== before);
		const since = before?.since ?? row.versionNumber;
		places.set(proposalId, [...others, { ...row, relation: RelationName.parse(row.relation), since }]);
	}
	return places;
}

/** Number and title of the points behind these wordings: what somebody read who commented or voted on them. */
export async function headingsOf(
	ctx: Ctx,
	wordingIds: readonly string[]
): Promise<Map<string, { number: number; title: string; newest: boolean }>> {
	const rows = await pointStore.headings(ctx.db, wordingIds);
	return new Map(
		rows.map(({ wordingId, newestId, ...heading }) => [wordingId, { ...heading, newest: newestId === wordingId }])
	);
}
