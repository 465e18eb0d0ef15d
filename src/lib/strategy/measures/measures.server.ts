import type { Ctx } from '../../server/ctx.ts';
import { NotFound } from '../../verdict.ts';
import { revisePoint, type StandingRow } from '../drafts/revision.server.ts';
import type { HeadRow } from '../versions/store.server.ts';
import { CompetenceName, type Measure, type MeasureInput, type MeasureMark } from './measure.ts';
import * as measures from './store.server.ts';

/** A measure with the point of the version it stands at. */
export type StandingMeasure = Measure & { point: number; title: string; field: string };

/** All measures of a version that stand in it, in the order of the document. */
export async function measuresIn(ctx: Ctx, versionId: string): Promise<StandingMeasure[]> {
	const rows = await measures.standing(ctx.db, versionId);
	return rows.map((row) => ({ ...row, competence: CompetenceName.parse(row.competence) }));
}

/** A new measure for a point, or other words for one. */
export async function putMeasure(ctx: Ctx, number: number, form: MeasureInput): Promise<void> {
	const plan = async (ctx: Ctx, draft: HeadRow, point: StandingRow) => {
		const { id, text, responsible, competence } = form;
		const all = await measures.ofVersion(ctx.db, draft.id);
		const known = all.find((one) => one.id === id);
		if (known && known.pointId !== point.pointId) throw new NotFound('measure');
		const same = known?.text === text && known.responsible === responsible && known.competence === competence;
		const row = { versionId: draft.id, id, pointId: point.pointId, text, responsible, competence };
		return same ? null : () => measures.put(ctx.db, row);
	};
	await revisePoint(ctx, form, number, 'measure', plan, async (ctx, draft) => {
		const known = (await measures.ofVersion(ctx.db, draft.id)).find((one) => one.id === form.id);
		return { text: known?.text ?? '', responsible: known?.responsible ?? '' };
	});
}

export async function removeMeasure(ctx: Ctx, number: number, form: MeasureMark): Promise<void> {
	await revisePoint(ctx, form, number, 'measure', async (ctx, draft, point) => {
		const known = await measures.ofVersion(ctx.db, draft.id, point.pointId);
		if (!known.some((one) => one.id === form.measure)) return null;
		return () => measures.remove(ctx.db, draft.id, form.measure);
	});
}
