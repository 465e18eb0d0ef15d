import { OutcomeName } from '../../amendments/amendment.ts';
import * as amendments from '../../amendments/amendments.server.ts';
import * as proposals from '../../proposals/proposals.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import { found } from '../../verdict.ts';
import {
	LineageName,
	RelationName,
	type AmendmentSource,
	type PointWording,
	type Source,
	type VersionPoint
} from '../points/point.ts';
import * as lineage from '../lineage/store.server.ts';
import { CompetenceName } from '../measures/measure.ts';
import * as measureStore from '../measures/store.server.ts';
import * as behind from '../amendmentDecisions/store.server.ts';
import type * as pointStore from '../points/store.server.ts';
import * as store from './store.server.ts';
import { BoardStatement } from './board/boardStatement.ts';
import { Understood, Waived } from './comprehension.ts';
import { Omitted } from './omitted.ts';
import { Justified, Represented } from './represented.ts';
import { KindName, VersionNumbers, type Drop, type Version, type VersionHead } from './version.ts';

export function readWaived(text: string): Waived {
	return Waived.parse(JSON.parse(text));
}

/** From rows to the nouns of this room. Asks nothing about who may see them: that is the door's. */
export function read(row: store.HeadRow): VersionHead {
	const { headRevision: _h, restoredAt: _r, ...head } = row;
	return {
		...head,
		kind: KindName.parse(row.kind),
		waived: readWaived(row.waived),
		understood: row.understood === null ? null : Understood.parse(JSON.parse(row.understood)),
		represented: row.represented === null ? null : Represented.parse(JSON.parse(row.represented)),
		board: row.board === null ? null : BoardStatement.parse(JSON.parse(row.board)),
		omitted: row.omitted === null ? null : Omitted.parse(JSON.parse(row.omitted)),
		justified: Justified.parse(JSON.parse(row.justified)),
		numbers: row.numbers === null ? null : VersionNumbers.parse(JSON.parse(row.numbers))
	};
}

async function sourcesByPoint(ctx: Ctx, versionId: string, pointId: string | null): Promise<Map<string, Source[]>> {
	const rows = await store.sources(ctx.db, versionId, pointId);
	const headings = await proposals.headings(ctx, [...new Set(rows.map((row) => row.proposalId))]);
	const known = new Map(headings.map((heading) => [heading.id, heading]));
	const byPoint = new Map<string, Source[]>();
	for (const { pointId, proposalId, relation, note } of rows) {
		const { number, title, language, group, published } = found(known.get(proposalId), 'source');
		const named = { proposalId, proposalNumber: number, title, language, authorGroup: group, published };
		const list = byPoint.get(pointId) ?? [];
		byPoint.set(pointId, [...list, { ...named, relation: RelationName.parse(relation), note }]);
	}
	for (const list of byPoint.values()) list.sort((a, b) => a.proposalNumber - b.proposalNumber);
	return byPoint;
}

async function amendmentsByPoint(
	ctx: Ctx,
	versionId: string,
	pointId: string | null
): Promise<Map<string, AmendmentSource[]>> {
	const rows = await behind.ofVersion(ctx.db, versionId, pointId);
	const outcomes = new Map(rows.map((row) => [row.amendmentId, row]));
	const byPoint = new Map<string, AmendmentSource[]>();
	const all = await amendments.headings(
		ctx,
		rows.map((row) => row.amendmentId)
	);
	for (const { id, number, state, authorName: name, authorGroup: group } of all) {
		const { pointId, outcome } = found(outcomes.get(id), 'amendment');
		const by = state === 'published' ? { name, group } : null;
		const source = { amendmentId: id, number, outcome: OutcomeName.parse(outcome), by };
		byPoint.set(pointId, [...(byPoint.get(pointId) ?? []), source]);
	}
	return byPoint;
}

/** What else a version says of its points: what is to be done, where they come from, why they changed. */
async function grounds(ctx: Ctx, versionId: string, pointId: string | null) {
	const measures = await measureStore.ofVersion(ctx.db, versionId, pointId);
	const from = await lineage.inVersions(ctx.db, [versionId]);
	const notes = await lineage.notes(ctx.db, versionId);
	return (id: string): Pick<VersionPoint, 'measures' | 'from' | 'why'> => ({
		measures: measures
			.filter((one) => one.pointId === id)
			.map(({ id, text, responsible, competence }) => {
				return { id, text, responsible, competence: CompetenceName.parse(competence) };
			}),
		from: from
			.filter((one) => one.pointId === id)
			.map(({ fromNumber, kind }) => ({ number: fromNumber, kind: LineageName.parse(kind) })),
		why: notes.find((one) => one.pointId === id)?.note ?? null
	});
}

export async function drops(ctx: Ctx, versionId: string): Promise<Drop[]> {
	const merges = (await lineage.inVersions(ctx.db, [versionId])).filter((one) => one.kind === 'merge');
	return (await store.drops(ctx.db, [versionId])).map(({ pointId, number, title, reason }) => ({
		...{ pointId, number, title: title ?? '', reason },
		into: merges.filter((one) => one.fromId === pointId).map((one) => one.number)
	}));
}

/** All points of a version, or the one. */
export async function points(ctx: Ctx, versionId: string, pointId: string | null = null): Promise<VersionPoint[]> {
	const rows = await store.pointsOfVersion(ctx.db, versionId, pointId);
	const sources = await sourcesByPoint(ctx, versionId, pointId);
	const amended = await amendmentsByPoint(ctx, versionId, pointId);
	const more = await grounds(ctx, versionId, pointId);
	return rows.map(({ frozenAt, revision: _, ...row }) => ({
		...row,
		own: frozenAt === null,
		sources: sources.get(row.pointId) ?? [],
		amendments: amended.get(row.pointId) ?? [],
		...more(row.pointId)
	}));
}

export async function whole(ctx: Ctx, row: store.HeadRow): Promise<Version> {
	return { ...read(row), points: await points(ctx, row.id), drops: await drops(ctx, row.id) };
}

type Appearance = Awaited<ReturnType<typeof pointStore.appearances>>[number];

/** A wording may stand in several versions; it is told once, with the first. Newest first. */
export function wordings(appearances: readonly Appearance[], newestId: string | null): PointWording[] {
	const byId = new Map<string, PointWording>();
	for (const { versionId, ...row } of appearances) {
		const current = versionId === newestId;
		const known = byId.get(row.wordingId);
		if (known) {
			known.versionNumbers.push(row.versionNumber);
			known.current ||= current;
		} else byId.set(row.wordingId, { ...row, versionNumbers: [row.versionNumber], current });
	}
	return [...byId.values()].reverse();
}
