import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { newId } from '../server/ids.ts';
import { record } from '../server/journal/journal.server.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { found, NotFound, obey } from '../verdict.ts';
import { isOverdue, mayReport, StatusName, type Update, type UpdateInput } from './promise.ts';
import * as store from './store.server.ts';

/** So many reports on one point are shown; the journal keeps all. */
const SHOWN = 50;

function read({ id, status, responsible, reviewOn, text, at }: Omit<store.UpdateRow, 'writtenBy'>): Update {
	return { id, status: StatusName.parse(status), responsible, reviewOn, text, at };
}

/**
 * Says how a published point stands. Nothing said before changes. The same form sent twice is one report. NotFound: the
 * point was never published.
 */
export async function report(ctx: Ctx, number: number, form: UpdateInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayReport(ctx.person));
		const point = await strategy.pointByNumber(ctx, number);
		const shown = found(
			point.wordings.find((wording) => wording.publishedAt !== null),
			'point'
		);
		const known = await store.byId(ctx.db, form.id);
		if (known && known.pointId !== point.id) throw new NotFound('point');
		if (known) return;
		await store.add(ctx.db, { ...form, pointId: point.id, writtenBy: ctx.person?.id ?? null, at: ctx.now });
		const { consultationId } = point;
		const details = { number, title: shown.title, status: form.status };
		await record(ctx, { verb: 'promise.reported', subjectId: point.id, consultationId, details });
	});
}

/** Newest first; the first is how the point stands. */
export async function updatesOf(ctx: Ctx, pointId: string): Promise<(Update & { overdue: boolean })[]> {
	const rows = (await store.ofPoint(ctx.db, pointId, SHOWN)).map(read);
	return rows.map((row, place) => ({ ...row, overdue: place === 0 && isOverdue(row, ctx.now) }));
}

export interface Standing {
	number: number;
	title: string;
	field: string;
	/** null: nothing was said so far. */
	update: Update | null;
	overdue: boolean;
}

/** Every point of the newest version with how it stands, in the order of the document; empty before the first. */
export async function overview(ctx: Ctx, consultationId: string): Promise<Standing[]> {
	const version = await strategy.latest(ctx, consultationId);
	if (!version) return [];
	const rows = await store.newest(
		ctx.db,
		version.points.map((point) => point.pointId)
	);
	const newest = new Map(rows.map((row) => [row.pointId, read(row)]));
	return version.points.map(({ pointId, number, title, field }) => {
		const update = newest.get(pointId) ?? null;
		return { number, title, field, update, overdue: update !== null && isOverdue(update, ctx.now) };
	});
}

/** Everything that was said about published points, oldest first. */
export async function everything(ctx: Ctx, consultationId: string): Promise<(Update & { point: number })[]> {
	return (await store.all(ctx.db, consultationId)).map(({ number, ...row }) => ({ ...read(row), point: number }));
}

/** Puts back what was said about a point. Call it inside `transaction`. */
export async function restore(ctx: Ctx, rows: readonly (Omit<Update, 'id'> & { pointId: string })[]): Promise<void> {
	for (const row of rows) await store.add(ctx.db, { ...row, id: newId(Date.parse(row.at)), writtenBy: null });
}
