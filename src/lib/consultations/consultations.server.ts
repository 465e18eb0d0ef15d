import type { Ctx } from '../server/ctx.ts';
import { together } from '../server/db/together.ts';
import { newId } from '../server/ids.ts';
import { record } from '../server/journal/journal.server.ts';
import { found, Refused } from '../verdict.ts';
import type { Action, Consultation, PhaseKind } from './consultation.ts';
import { all, changing } from './reading.server.ts';
import * as store from './store.server.ts';

export {
	approvePhase,
	askForPhase,
	changePhase,
	changeSeenPhase,
	expectPhase,
	managed,
	managedPhase,
	phaseState,
	plannedChange,
	takeBackForPhase
} from './changing.server.ts';
export { all } from './reading.server.ts';

/** The consultation that the start page and all addresses without `?verfahren=` speak of. Refused: noConsultation. */
export async function leading(ctx: Ctx): Promise<Consultation> {
	const [first] = await all(ctx);
	if (!first) throw new Refused('noConsultation');
	return first;
}

/** By slug; without one, the leading consultation. */
export async function bySlug(ctx: Ctx, slug: string | null): Promise<Consultation> {
	if (slug === null) return leading(ctx);
	return found(
		(await all(ctx)).find((one) => one.slug === slug),
		'consultation'
	);
}

export async function byId(ctx: Ctx, id: string): Promise<Consultation> {
	return found(
		(await all(ctx)).find((one) => one.id === id),
		'consultation'
	);
}

export interface NewConsultation {
	/** Only of one that is put back as it was. */
	id?: string;
	slug: string;
	title: string;
	lead: string;
	questions: readonly string[];
	position: number;
	fields: readonly { slug: string; title: string; lead: string }[];
	phases: readonly { kind: PhaseKind; beginsAt: string; endsAt: string; actions: readonly Action[] }[];
}

/** Sets up a consultation with its fields and phases; used by commands. Returns its id. */
export async function establish(ctx: Ctx, input: NewConsultation): Promise<string> {
	return together(ctx, async (ctx) => {
		const millis = Date.parse(ctx.now);
		const { fields, phases, id = newId(millis), ...row } = input;
		changing(ctx);
		await store.addConsultation(ctx.db, { id, ...row }, ctx.now);
		for (const [position, field] of fields.entries()) {
			await store.addField(ctx.db, { id: newId(millis), consultationId: id, ...field, position });
		}
		for (const { actions, ...phase } of phases) {
			await store.putPhase(ctx.db, { id: newId(millis), consultationId: id, ...phase }, actions);
		}
		await record(ctx, { verb: 'consultation.established', subjectId: id, consultationId: id });
		return id;
	});
}

/** A chore: tells the journal once of every phase that has begun. Returns how many. */
export async function announcePhases(ctx: Ctx): Promise<number> {
	return together(ctx, async (ctx) => {
		const begun = await store.unannounced(ctx.db, ctx.now);
		for (const phase of begun) {
			await store.markAnnounced(ctx.db, phase.id, ctx.now);
			await record(ctx, {
				verb: 'phase.began',
				subjectId: phase.id,
				consultationId: phase.consultationId,
				details: { kind: phase.kind }
			});
		}
		return begun.length;
	});
}

/** For votes, when a phase is over: from now on it cannot be voted in again. Call it inside `together`. */
export async function sealBallots(ctx: Ctx, phaseId: string): Promise<void> {
	changing(ctx);
	await store.sealBallots(ctx.db, phaseId, ctx.now);
}

/** Of a consultation that is put back: the journal tells of the beginning of these phases already. */
export async function toldBegun(ctx: Ctx, phaseIds: readonly string[]): Promise<void> {
	for (const id of phaseIds) await store.markAnnounced(ctx.db, id, ctx.now);
}
