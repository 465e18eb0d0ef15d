import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { newId } from '../server/ids.ts';
import { record } from '../server/journal/journal.server.ts';
import { found, obey } from '../verdict.ts';
import type { Action, ActionGroups, Consultation } from './consultation.ts';
import { mayEstablish, mayManageProcess } from './process.ts';
import { all, changing } from './reading.server.ts';
import * as store from './store.server.ts';
import * as writing from './writing.store.server.ts';

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
export { changedBy } from './preview.server.ts';
export { history, undo } from './edits.server.ts';
export * as process from './process.server.ts';
export { all, current } from './reading.server.ts';

/** The process of this installation, or null where there is none yet. */
export async function find(ctx: Ctx): Promise<Consultation | null> {
	const [process] = await all(ctx);
	return process ?? null;
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
	changeable?: string;
	settled?: string;
	questions: readonly string[];
	fields: readonly { slug: string; title: string; lead: string }[];
	phases: readonly {
		slug: string;
		title: string;
		asks?: string;
		answerBy?: string | null;
		peerGroup?: string | undefined;
		beginsAt: string;
		endsAt: string;
		actions: readonly Action[];
		groups?: ActionGroups;
	}[];
}

/** Sets up the process with its fields, questions and phases. Returns its id. Refused: processThere. */
export async function establish(ctx: Ctx, input: NewConsultation): Promise<string> {
	return transaction(ctx, async (ctx) => {
		obey(mayEstablish((await find(ctx))?.title ?? null));
		return put(ctx, input, 0);
	});
}

/** The same in the browser, by an admin. */
export async function establishByAdmin(ctx: Ctx, input: NewConsultation): Promise<string> {
	return transaction(ctx, async (ctx) => {
		obey(mayManageProcess(ctx.person));
		return establish(ctx, input);
	});
}

/**
 * Puts back what an edition tells of. An edition from before there was only one process may tell of several: the first is
 * the process, the others are only read.
 */
export async function restore(ctx: Ctx, input: NewConsultation, position: number): Promise<string> {
	return put(ctx, input, position);
}

const byBegin = (one: { beginsAt: string }, other: { beginsAt: string }) => (one.beginsAt < other.beginsAt ? -1 : 1);

async function put(ctx: Ctx, input: NewConsultation, position: number): Promise<string> {
	const millis = Date.parse(ctx.now);
	const { fields, phases, questions, id = newId(millis), changeable = '', settled = '', slug, title, lead } = input;
	changing(ctx);
	const sole = position === 0 ? 1 : null;
	await store.addConsultation(ctx.db, { id, slug, title, lead, changeable, settled, position, sole }, ctx.now);
	const place = () => ({ id: newId(millis), consultationId: id });
	for (const field of fields) await writing.putField(ctx.db, { ...place(), ...field, endedAt: null });
	for (const title of questions) await writing.putQuestion(ctx.db, { ...place(), title, endedAt: null });
	for (const { actions, groups = {}, asks = '', answerBy = null, ...phase } of phases.toSorted(byBegin)) {
		const row = { ...place(), ...phase, asks, answerBy, endChangedAt: null, peerGroup: phase.peerGroup ?? null };
		await writing.putPhase(ctx.db, row, { actions, groups });
	}
	await record(ctx, { verb: 'consultation.established', subjectId: id, consultationId: id });
	return id;
}

/** A chore: tells the journal once of every phase that has begun. Returns how many. */
export async function announcePhases(ctx: Ctx): Promise<number> {
	return transaction(ctx, async (ctx) => {
		const begun = await store.unannounced(ctx.db, ctx.now);
		for (const phase of begun) {
			await store.markAnnounced(ctx.db, phase.id, ctx.now);
			await record(ctx, {
				verb: 'phase.began',
				subjectId: phase.id,
				consultationId: phase.consultationId,
				details: { kind: phase.slug }
			});
		}
		return begun.length;
	});
}

/** For votes, when a phase is over: from now on it cannot be voted in again. Call it inside `transaction`. */
export async function sealBallots(ctx: Ctx, phaseId: string): Promise<void> {
	changing(ctx);
	await store.sealBallots(ctx.db, phaseId, ctx.now);
}

/** Of a consultation that is put back: the journal tells of the beginning of these phases already. */
export async function phasesAnnounced(ctx: Ctx, phaseIds: readonly string[]): Promise<void> {
	for (const id of phaseIds) await store.markAnnounced(ctx.db, id, ctx.now);
}

/** Who has changed the process is kept as long as everything else that staff did. */
export async function forgetEditorsBefore(ctx: Ctx, limit: string): Promise<void> {
	await writing.forgetEditorsBefore(ctx.db, limit);
}

/** By short name, what the phases of the process are called today: what is written down speaks of them by that. */
export async function phaseTitles(ctx: Ctx): Promise<ReadonlyMap<string, string>> {
	return new Map(
		(await all(ctx)).toReversed().flatMap(({ phases }) => phases.map(({ slug, title }) => [slug, title] as const))
	);
}
