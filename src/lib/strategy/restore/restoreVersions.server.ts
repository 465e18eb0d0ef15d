import { reserve } from '../../server/db/counters.ts';
import type { Ctx } from '../../server/ctx.ts';
import { newId } from '../../server/ids.ts';
import { digestOf } from '../frozen/versionDigest.ts';
import { SealedVersion, type SealedPoint } from '../frozen/frozenText.ts';
import * as restoring from './store.server.ts';

/** What versions speak of, by its public number. */
export interface Known {
	/** Fields by their titles. */
	fields: ReadonlyMap<string, string>;
	proposals: ReadonlyMap<number, string>;
}

export interface Restored {
	/** Versions by number. */
	versions: Map<number, { id: string; consultationId: string; publishedAt: string }>;
	points: Map<number, string>;
	/** The wording of a point in a version: `12 in 3`. */
	wordings: Map<string, string>;
}

interface Standing {
	id: string;
	words: string;
}

export interface SealedText {
	frozen: string;
	/** What its digest was, where words have been blackened since; null: it is that of the text. */
	digest: string | null;
	/** The text addenda have made of it; null: it is as it was sealed. */
	textNow: string | null;
}

/** Puts versions back from the texts they were sealed with, oldest first. Call it inside `transaction`. */
export async function restore(ctx: Ctx, texts: readonly SealedText[], known: Known): Promise<Restored> {
	const restored: Restored = { versions: new Map(), points: new Map(), wordings: new Map() };
	const standing = new Map<number, Standing>();
	let previousId: string | null = null;
	for (const { frozen, digest, textNow } of texts) {
		const sealed = SealedVersion.parse(JSON.parse(textNow ?? frozen));
		const id = newId(Date.parse(sealed.publishedAt));
		const version = { id, previousId, sealed, frozen, digest: digest ?? digestOf(frozen), textNow };
		await restoring.addVersion(ctx.db, version, ctx.now);
		const { number, consultation: consultationId, publishedAt } = sealed;
		restored.versions.set(number, { id, consultationId, publishedAt });
		await pointsOf(ctx, sealed, restored);
		for (const point of sealed.points) {
			const wordingId = await wordingOf(ctx, sealed, point, { standing, known, restored });
			restored.wordings.set(`${point.number} in ${sealed.number}`, wordingId);
			await restorePoint(ctx, { versionId: id, wordingId, sealed, point }, restored.points, known);
		}
		await dropsOf(ctx, id, sealed, restored.points);
		await reserve(ctx, 'version', sealed.number);
		previousId = id;
	}
	return restored;
}

/** Every point a version names, also where it only says what became of it. */
async function pointsOf(
	ctx: Ctx,
	{ points, drops, consultation, publishedAt }: SealedVersion,
	{ points: ids }: Restored
) {
	const named = [...points.flatMap(({ number, from }) => [number, ...from.map(({ point }) => point)])];
	for (const number of [...named, ...drops.map(({ point }) => point)]) {
		if (ids.has(number)) continue;
		const id = newId();
		ids.set(number, id);
		await restoring.addPoint(ctx.db, { id, number, consultationId: consultation, createdAt: publishedAt });
		await reserve(ctx, 'point', number);
	}
}

interface Around {
	standing: Map<number, Standing>;
	known: Known;
	restored: Restored;
}

/** The one it had before, as long as it says the same. */
async function wordingOf(
	ctx: Ctx,
	{ publishedAt }: SealedVersion,
	point: SealedPoint,
	around: Around
): Promise<string> {
	const { number, field, title, body } = point;
	const words = JSON.stringify([field, title, body]);
	const former = around.standing.get(number);
	if (former?.words === words) return former.id;
	const id = newId(Date.parse(publishedAt));
	const [pointId, fieldId] = [around.restored.points.get(number) ?? '', around.known.fields.get(field) ?? ''];
	await restoring.addWording(ctx.db, { id, pointId, fieldId, title, body, at: publishedAt });
	around.standing.set(number, { id, words });
	return id;
}

interface Place {
	versionId: string;
	wordingId: string;
	sealed: SealedVersion;
	point: SealedPoint;
}

async function restorePoint(ctx: Ctx, place: Place, points: ReadonlyMap<number, string>, known: Known): Promise<void> {
	const { versionId, wordingId, sealed, point } = place;
	const pointId = points.get(point.number) ?? '';
	const at = { versionId, pointId };
	const titles = [...new Set(sealed.points.map(({ field }) => field))];
	await restoring.addVersionPoint(ctx.db, {
		...{ ...at, wordingId, position: point.position, editorialNote: point.note },
		...{ fieldTitle: point.field, fieldPosition: titles.indexOf(point.field) }
	});
	for (const { proposal, relation, note } of point.sources) {
		await restoring.addSource(ctx.db, { ...at, proposalId: known.proposals.get(proposal) ?? '', relation, note });
	}
	for (const [order, measure] of point.measures.entries()) {
		// They are read in the order of their ids.
		await restoring.addMeasure(ctx.db, { ...at, ...measure, id: newId(Date.parse(sealed.publishedAt) + order) });
	}
	for (const { point: from, kind } of point.from) {
		await restoring.addLineage(ctx.db, { ...at, fromId: points.get(from) ?? '', kind, carried: '[]' });
	}
	if (point.why !== null) await restoring.addNote(ctx.db, { ...at, note: point.why });
	for (const { amendment, outcome } of point.amendments) {
		const amendmentId = await restoring.goneAmendment(ctx.db, {
			...{ number: amendment, id: newId(), consultationId: sealed.consultation, pointId, wordingId },
			at: sealed.publishedAt
		});
		await restoring.addAmendmentSource(ctx.db, { ...at, amendmentId, outcome });
		await reserve(ctx, 'amendment', amendment);
	}
}

async function dropsOf(ctx: Ctx, versionId: string, { drops }: SealedVersion, points: ReadonlyMap<number, string>) {
	for (const { point, reason } of drops)
		await restoring.addDrop(ctx.db, { versionId, pointId: points.get(point) ?? '', reason });
}
