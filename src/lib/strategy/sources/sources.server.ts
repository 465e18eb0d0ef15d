import * as proposals from '../../proposals/proposals.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import { Refused } from '../../verdict.ts';
import { revisePoint, type StandingRow } from '../drafts/revision.server.ts';
import { maySee } from '../drafts/draft.ts';
import * as points from '../drafts/points.store.server.ts';
import { type NoteInput, type Relation, type SourceInput, type SourcesInput, RelationName } from '../points/point.ts';
import * as sourcedStore from './store.server.ts';
import * as store from '../versions/store.server.ts';
import { rowsOfSources } from './store.server.ts';

/** The verbs of a draft about why a point stands there: its sources, or an editorial note. */
interface Wanted {
	from: readonly number[];
	relation: Relation;
	note: string;
}

/** The contributions meant by these numbers, as rows; refused when one of them is not public. */
async function rowsFor(ctx: Ctx, draft: store.HeadRow, pointId: string, wanted: Wanted): Promise<points.SourceRow[]> {
	const known = await proposals.byNumbers(ctx, draft.consultationId, wanted.from);
	const missing = wanted.from.filter((number) => !known.some((one) => one.number === number));
	if (missing.length > 0) throw new Refused('sourceUnknown', { numbers: missing.join(', ') });
	const shared = { versionId: draft.id, pointId, relation: wanted.relation, note: wanted.note || null };
	return known.map(({ id }) => ({ ...shared, proposalId: id }));
}

export async function put(ctx: Ctx, draft: store.HeadRow, pointId: string, wanted: Wanted): Promise<void> {
	await points.putSources(ctx.db, await rowsFor(ctx, draft, pointId, wanted));
}

/** Puts contributions behind a point, all with this relation and note; one that is there already gets the new ones. */
export async function addSources(ctx: Ctx, number: number, form: SourcesInput): Promise<void> {
	await revisePoint(ctx, form, number, 'source', async (ctx, draft, point) => {
		const rows = await rowsFor(ctx, draft, point.pointId, form);
		const known = await store.sources(ctx.db, draft.id, point.pointId);
		const there = (row: points.SourceRow) =>
			known.some((one) => one.proposalId === row.proposalId && one.relation === row.relation && one.note === row.note);
		return rows.every(there) ? null : () => points.putSources(ctx.db, rows);
	});
}

/** Takes a contribution away from behind a point. */
export async function removeSource(ctx: Ctx, number: number, form: SourceInput): Promise<void> {
	await revisePoint(ctx, form, number, 'source', async (ctx, draft, point) => {
		const known = await store.sources(ctx.db, draft.id, point.pointId);
		// Also one that is hidden meanwhile: the number is enough to take it away.
		const headings = await proposals.headings(
			ctx,
			known.map((one) => one.proposalId)
		);
		const source = headings.find((one) => one.number === form.proposal);
		return source ? () => points.removeSource(ctx.db, draft.id, point.pointId, source.id) : null;
	});
}

/** Why a point stands there without a contribution behind it; empty: no note. */
export async function setEditorialNote(ctx: Ctx, number: number, form: NoteInput): Promise<void> {
	const editorialNote = form.editorialNote || null;
	const plan = async (ctx: Ctx, draft: store.HeadRow, point: StandingRow) =>
		point.editorialNote === editorialNote
			? null
			: () => points.setInVersion(ctx.db, draft.id, point.pointId, { editorialNote });
	await revisePoint(ctx, form, number, 'note', plan, async (_ctx, _draft, point) => {
		return { editorialNote: point.editorialNote ?? '' };
	});
}

/** Which of these contributions stand behind points of this version, and behind which (by number). */
export async function sourcedIn(
	ctx: Ctx,
	versionId: string,
	proposalIds: readonly string[]
): Promise<Map<string, number[]>> {
	const behind = new Map<string, number[]>();
	const version = await store.headById(ctx.db, versionId);
	if (!version || !maySee(ctx.person, version)) return behind;
	for (const { proposalId, number } of await sourcedStore.sourced(ctx.db, versionId, proposalIds)) {
		behind.set(proposalId, [...(behind.get(proposalId) ?? []), number]);
	}
	return behind;
}

export interface PointOfSource {
	number: number;
	title: string;
	relation: Relation;
}

/** Which points of one version these contributions stand behind, and how. The version must be known to be readable. */
export async function pointsOfSources(
	ctx: Ctx,
	versionId: string,
	proposalIds: readonly string[]
): Promise<Map<string, PointOfSource[]>> {
	const found = new Map<string, PointOfSource[]>();
	for (const { proposalId, relation, number, title } of await rowsOfSources(ctx.db, versionId, proposalIds)) {
		const standing = { number, title, relation: RelationName.parse(relation) };
		found.set(proposalId, [...(found.get(proposalId) ?? []), standing]);
	}
	return found;
}
