import type { Ctx } from '../../server/ctx.ts';
import { found, NotFound } from '../../verdict.ts';
import * as assemble from './assembleVersion.server.ts';
import { changelog, type LogEntry } from './changeLog.ts';
import { compare, fates, summary, type Change, type Fate, type Hints, type Summary } from './pointChanges.ts';
import { maySee } from '../drafts/draft.ts';
import { LineageName } from '../points/point.ts';
import * as lineage from '../lineage/store.server.ts';
import * as measures from '../measures/store.server.ts';
import * as store from './store.server.ts';
import type { Version, VersionHead } from './version.ts';

export interface Comparison {
	/** The older one. */
	before: VersionHead;
	after: VersionHead;
	changes: (Change & { drop: { versionNumber: number; reason: string } | null; from: number[]; into: number[] })[];
	summary: Summary;
}

async function headFor(ctx: Ctx, number: number): Promise<store.HeadRow> {
	const row = found(await store.headByNumber(ctx.db, number), 'version');
	if (!maySee(ctx.person, row)) throw new NotFound('version');
	return row;
}

/** Any two versions of a consultation, in whatever order they are named. */
export async function comparison(ctx: Ctx, one: number, other: number): Promise<Comparison> {
	const before = await headFor(ctx, Math.min(one, other));
	const after = await headFor(ctx, Math.max(one, other));
	if (before.consultationId !== after.consultationId) throw new NotFound('version');
	const between = await versionsBetween(ctx, before, after);
	const kin = await lineage.inVersions(ctx.db, between);
	const hints = await hintsFor(ctx, kin, before.id, after.id);
	const changes = compare(
		await store.pointsOfVersion(ctx.db, before.id),
		await store.pointsOfVersion(ctx.db, after.id),
		hints
	);
	const drops = await dropsBetween(ctx, between);
	return {
		before: assemble.read(before),
		after: assemble.read(after),
		changes: changes.map((change) => ({
			...change,
			drop: drops.get(change.pointId) ?? null,
			from: kin.filter((one) => one.pointId === change.pointId).map((one) => one.fromNumber),
			into: kin.filter((one) => one.fromId === change.pointId).map((one) => one.number)
		})),
		summary: summary(changes.map((change) => change.fate))
	};
}

/** Ids of the versions after the one, up to the other. */
async function versionsBetween(ctx: Ctx, before: store.HeadRow, after: store.HeadRow): Promise<string[]> {
	const published = await store.publishedHeads(ctx.db, before.consultationId);
	const between = published.filter(({ number }) => number > before.number && number <= after.number);
	return [...new Set([...between.map(({ id }) => id), after.id])];
}

type Kin = Awaited<ReturnType<typeof lineage.inVersions>>;

async function hintsFor(ctx: Ctx, kin: Kin, before: string, after: string): Promise<Hints> {
	const [old, young] = [await measures.ofVersion(ctx.db, before), await measures.ofVersion(ctx.db, after)];
	const told = (rows: typeof old, pointId: string) =>
		JSON.stringify(rows.filter((row) => row.pointId === pointId).map(({ pointId: _p, id: _i, ...row }) => row));
	return {
		lineage: kin.map(({ pointId, fromId, kind }) => ({ pointId, fromId, kind: LineageName.parse(kind) })),
		apart: (pointId) => told(old, pointId) !== told(young, pointId)
	};
}

/** Why each point went, in the last version that let it go. */
async function dropsBetween(ctx: Ctx, between: readonly string[]) {
	const rows = await store.drops(ctx.db, between);
	return new Map(rows.map(({ pointId, versionNumber, reason }) => [pointId, { versionNumber, reason }]));
}

export interface Since {
	/** Number of the version before. */
	number: number;
	/** By point id, also those that were dropped. */
	fates: Map<string, Fate>;
	summary: Summary;
}

/** What became of every point since the version before; null for the first. */
export async function since(ctx: Ctx, version: VersionHead): Promise<Since | null> {
	if (version.previousId === null || version.previousNumber === null) return null;
	const before = await store.pointsOfVersion(ctx.db, version.previousId);
	const kin = await lineage.inVersions(ctx.db, [version.id]);
	const hints = await hintsFor(ctx, kin, version.previousId, version.id);
	const all = fates(before, await store.pointsOfVersion(ctx.db, version.id), hints);
	return { number: version.previousNumber, fates: all, summary: summary(all.values()) };
}

/** What changed since the version before, and why; empty for the first. */
export async function logOf(ctx: Ctx, version: Version, former: Since | null): Promise<LogEntry[]> {
	if (version.previousId === null || former === null) return [];
	const before = await assemble.points(ctx, version.previousId);
	return changelog(before, version.points, version.drops, former.fates);
}
