import { z } from 'zod';
import type { Ctx } from '../server/ctx.ts';
import { ACTIONS, PHASES, type Action, type Consultation, type Phase } from './consultation.ts';
import * as store from './store.server.ts';

const Questions = z.array(z.string());
const KindName = z.enum(PHASES);
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

/** Every consultation with its phases and fields; the leading one first. */
export async function all(ctx: Ctx): Promise<Consultation[]> {
	const shared = ctx.db.isTransaction ? ctx.db : ctx.via === 'web' ? ctx : null;
	if (!shared || changed.has(shared)) return readAll(ctx);
	const reading = known.get(shared) ?? readAll(ctx);
	known.set(shared, reading);
	return reading;
}

async function readAll(ctx: Ctx): Promise<Consultation[]> {
	const [rows, phases, actions, fields] = [
		await store.consultationRows(ctx.db),
		await store.phaseRows(ctx.db),
		await store.actionRows(ctx.db),
		await store.fieldRows(ctx.db)
	];
	const actionsOf = (phaseId: string): Action[] =>
		actions.filter((row) => row.phaseId === phaseId).map((row) => ActionName.parse(row.action));
	const phasesOf = (id: string): Phase[] =>
		phases
			.filter((phase) => phase.consultationId === id)
			.map(({ consultationId: _, ...phase }) => ({
				...phase,
				kind: KindName.parse(phase.kind),
				actions: actionsOf(phase.id)
			}));
	return rows.map((row) => ({
		...row,
		questions: Questions.parse(JSON.parse(row.questions)),
		phases: phasesOf(row.id),
		fields: fields
			.filter((field) => field.consultationId === row.id)
			.map(({ id, slug, title, lead }) => ({ id, slug, title, lead }))
	}));
}
