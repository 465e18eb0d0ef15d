import { nextNumber } from '#lib/server/db/counters.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { newId } from '#lib/server/ids.ts';
import type { TestApp } from '../machine/testApp.ts';

/** A strategy put together row by row, for tests of rooms that only read it. */
export interface DraftedPoint {
	id: string;
	number: number;
	wordingId: string;
}

export interface Drafted {
	id: string;
	number: number;
	points: DraftedPoint[];
}

interface Wanted {
	/** A point that exists already: it gets a new wording. */
	point?: DraftedPoint;
	sources?: readonly string[];
	/** Without one given: there is one. null: none. */
	note?: string | null;
}

const UNPUBLISHED = {
	waived: JSON.stringify({ understood: 'Nur ein Test.', easy: 'Nur ein Test.' }),
	previousId: null,
	createdBy: null,
	publishedAt: null,
	publishedBy: null,
	numbers: null,
	digest: null,
	frozen: null
};

/** A draft with these points; each rests on its sources or on a note. */
export async function draft(testApp: TestApp, wanted: readonly Wanted[] = [{}]): Promise<Drafted> {
	return transaction(testApp.as(null), async (ctx) => {
		const { consultationId } = testApp;
		const version = { id: newId(), number: await nextNumber(ctx, 'version') };
		const text = { kind: 'draft', title: 'Strategie gegen Armut', preamble: '' };
		await ctx.db
			.insertInto('versions')
			.values({ ...version, ...UNPUBLISHED, ...text, consultationId, createdAt: ctx.now })
			.execute();
		const points: DraftedPoint[] = [];
		for (const want of wanted) {
			const head = want.point ?? (await addPoint(ctx, consultationId));
			const point = { id: head.id, number: head.number, wordingId: await addWording(ctx, testApp.fieldIds[0], head) };
			await place(ctx, version.id, point, points.length, want);
			points.push(point);
		}
		return { ...version, points };
	});
}

async function addPoint(ctx: Ctx, consultationId: string): Promise<{ id: string; number: number }> {
	const point = { id: newId(), number: await nextNumber(ctx, 'point') };
	await ctx.db
		.insertInto('points')
		.values({ ...point, consultationId, createdAt: ctx.now })
		.execute();
	return point;
}

async function addWording(ctx: Ctx, fieldId: string, point: { id: string; number: number }): Promise<string> {
	const id = newId();
	const text = { title: `Punkt ${point.number}`, body: 'Das Land hilft.' };
	await ctx.db
		.insertInto('wordings')
		.values({ id, pointId: point.id, fieldId, ...text, writtenBy: null, writtenAt: ctx.now, frozenAt: null })
		.execute();
	return id;
}

async function place(ctx: Ctx, versionId: string, point: DraftedPoint, position: number, want: Wanted): Promise<void> {
	const editorialNote = want.note === undefined ? 'Aus der Eröffnung.' : want.note;
	await ctx.db
		.insertInto('versionPoints')
		.values({ versionId, pointId: point.id, wordingId: point.wordingId, position, editorialNote })
		.execute();
	for (const proposalId of want.sources ?? []) {
		await ctx.db
			.insertInto('sources')
			.values({ versionId, pointId: point.id, proposalId, relation: 'adopts', note: null })
			.execute();
	}
}

/** As if it had been published now, without any of the questions publishing asks. */
export async function declarePublished(testApp: TestApp, version: Drafted): Promise<void> {
	await transaction(testApp.as(null), async ({ db }) => {
		await db.updateTable('versions').set({ publishedAt: testApp.now }).where('id', '=', version.id).execute();
		const wordings = version.points.map((point) => point.wordingId);
		if (wordings.length === 0) return;
		await db.updateTable('wordings').set({ frozenAt: testApp.now }).where('id', 'in', wordings).execute();
	});
}

/** A published version with one point. */
export async function publishedPoint(testApp: TestApp): Promise<DraftedPoint> {
	const version = await draft(testApp);
	await declarePublished(testApp, version);
	const [point] = version.points;
	if (!point) throw new Error('a version without a point');
	return point;
}
