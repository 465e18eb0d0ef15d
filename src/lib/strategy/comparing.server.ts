import type { Ctx } from '../server/ctx.ts';
import { found, NotFound } from '../verdict.ts';
import * as assemble from './assemble.server.ts';
import { compare, fates, summary, type Change, type Fate, type Summary } from './changes.ts';
import { maySee } from './draft.ts';
import * as store from './store.server.ts';
import type { VersionHead } from './version.ts';

export interface Comparison {
	/** The older one. */
	before: VersionHead;
	after: VersionHead;
	changes: (Change & { drop: { versionNumber: number; reason: string } | null })[];
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
	const changes = compare(await store.standing(ctx.db, before.id), await store.standing(ctx.db, after.id));
	const drops = await dropsBetween(ctx, before, after);
	return {
		before: assemble.read(before),
		after: assemble.read(after),
		changes: changes.map((change) => ({ ...change, drop: drops.get(change.pointId) ?? null })),
		summary: summary(changes.map((change) => change.fate))
	};
}

/** Why each point went, in the last version that let it go. */
async function dropsBetween(ctx: Ctx, before: store.HeadRow, after: store.HeadRow) {
	const published = await store.publishedHeads(ctx.db, before.consultationId);
	const between = published.filter(({ number }) => number > before.number && number <= after.number);
	const rows = await store.drops(ctx.db, [...new Set([...between.map(({ id }) => id), after.id])]);
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
	const before = await store.standing(ctx.db, version.previousId);
	const all = fates(before, await store.standing(ctx.db, version.id));
	return { number: version.previousNumber, fates: all, summary: summary(all.values()) };
}
