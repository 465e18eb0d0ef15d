import { z } from 'zod';
import type { Ctx } from '../server/ctx.ts';
import { Refused } from '../verdict.ts';
import { ACTIONS, type Action, type ActionGroups, type Consultation, type Phase } from './consultation.ts';
import * as store from './store.server.ts';

const ActionName = z.enum(ACTIONS);

/**
 * What was read once for a web request, or once for everything that shares a transaction: a page and the rules behind
 * it ask again and again. Whatever changes consultations takes its transaction out (`changing`).
 */
const known = new WeakMap<object, Promise<Consultation[]>>();
const changed = new WeakSet<object>();

/** Call it before a write, in its transaction. */
export function changing(ctx: Ctx): void {
	known.delete(ctx.db);
	changed.add(ctx.db);
}

/** The process first; what else there is comes from before there was only one, and is only read. */
export async function all(ctx: Ctx): Promise<Consultation[]> {
	const shared = ctx.db.isTransaction ? ctx.db : ctx.via === 'web' ? ctx : null;
	if (!shared || changed.has(shared)) return readAll(ctx);
	const reading = known.get(shared) ?? readAll(ctx);
	known.set(shared, reading);
	return reading;
}

async function readAll(ctx: Ctx): Promise<Consultation[]> {
	const rows = await store.consultationRows(ctx.db);
	const phases = await readPhases(ctx);
	const [fields, questions] = [await store.fieldRows(ctx.db), await store.questionRows(ctx.db)];
	const isOf = (id: string) => (row: { consultationId: string }) => row.consultationId === id;
	return rows.map(({ sole: _, ...row }) => {
		const allFields = fields.filter(isOf(row.id)).map(({ consultationId: _, position: __, ...field }) => field);
		const allQuestions = questions.filter(isOf(row.id)).map(({ id, title, endedAt }) => ({ id, title, endedAt }));
		return {
			...row,
			...{ allFields, allQuestions },
			fields: allFields.filter(({ endedAt }) => endedAt === null),
			questions: allQuestions.flatMap(({ title, endedAt }) => (endedAt === null ? [title] : [])),
			phases: phases.filter(isOf(row.id)).map(({ consultationId: _, ...phase }) => phase)
		};
	});
}

async function readPhases(ctx: Ctx): Promise<(Phase & { consultationId: string })[]> {
	const [phases, actions, groups] = [
		await store.phaseRows(ctx.db),
		await store.actionRows(ctx.db),
		await store.groupRows(ctx.db)
	];
	return phases.map((phase) => {
		const mine = ({ phaseId }: { phaseId: string }) => phaseId === phase.id;
		const named = groups.filter(mine);
		const open = actions.filter(mine).map((row): Action => ActionName.parse(row.action));
		return { ...phase, actions: open, groups: groupsOf(open, named) };
	});
}

/** By action; an action without rows is for everybody. */
function groupsOf(actions: readonly Action[], rows: readonly { action: string; group: string }[]): ActionGroups {
	return Object.fromEntries(
		actions.flatMap((action) => {
			const groups = rows.filter((row) => row.action === action).map(({ group }) => group);
			return groups.length > 0 ? [[action, groups]] : [];
		})
	);
}

/** The process of this installation. Refused: noConsultation, where there is none yet. */
export async function current(ctx: Ctx): Promise<Consultation> {
	const [process] = await all(ctx);
	if (!process) throw new Refused('noConsultation');
	return process;
}
