import { canonical } from '../canonical.ts';
import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { newId } from '../server/ids.ts';
import { record } from '../server/journal/journal.server.ts';
import { all as inTurn, found, obey, Refused, type Verdict, yes } from '../verdict.ts';
import { mayPromiseAnswer } from './phases/answerPromise.ts';
import type { Consultation } from './consultation.ts';
import { consequencesOf, mayBelongToPeers, mayPlacePhase, mayRemovePhase, announcedChanges } from './phases/phases.ts';
import {
	mayAddField,
	mayAddQuestion,
	mayBeCalled,
	mayEndField,
	mayManageProcess,
	mayRemoveField,
	OrderedName,
	PartName,
	STATES,
	stateOfPhase,
	type Part,
	type StateOf
} from './process.ts';
import { changing, current } from './reading.server.ts';
import * as store from './writing.store.server.ts';
import { staffName } from '../texts/names.ts';

/** Every change of the process goes through here: the rule, the write, the history, the journal. */

/** `after` null: it is removed; `before` null: it was not there. */
interface Change<P extends Part = Part> {
	part: P;
	partId: string;
	after: StateOf<P> | null;
}
type AnyChange = { [P in Part]: Change<P> }[Part];

/** How a part stands now; null: there is none of this id. */
function standing(of: Consultation, part: Part, id: string): unknown {
	if (part === 'process') {
		const { title, lead, changeable, settled } = of;
		return { title, lead, changeable, settled };
	}
	if (part === 'order') return idsOf(of, OrderedName.parse(id));
	if (part === 'phase') {
		const phase = of.phases.find((one) => one.id === id);
		return phase ? stateOfPhase(phase) : null;
	}
	const entry = (part === 'field' ? of.allFields : of.allQuestions).find((one) => one.id === id);
	if (!entry) return null;
	const { id: _, ...state } = entry;
	return state;
}

export function idsOf(of: Consultation, ordered: store.Ordered): string[] {
	const lists = { fields: of.allFields, questions: of.allQuestions, phases: of.phases };
	return lists[ordered].map(({ id }) => id);
}

/** Whether this change is allowed, by what already rests on the thing changed. That the person is an admin was asked before. */
async function mayChange(ctx: Ctx, of: Consultation, change: AnyChange): Promise<Verdict> {
	const { part, partId: id, after } = change;
	if (part === 'phase') return mayChangePhase(ctx, of, id, after);
	if (part === 'field') return mayChangeField(ctx, of, id, after);
	if (part !== 'question' || after === null) return yes;
	const asked = of.allQuestions.some((one) => one.id === id && one.endedAt === null);
	return inTurn(
		mayBeCalled(of.allQuestions, { id, title: after.title }),
		asked || after.endedAt !== null ? yes : mayAddQuestion(of)
	);
}

async function mayChangeField(
	ctx: Ctx,
	of: Consultation,
	id: string,
	after: StateOf<'field'> | null
): Promise<Verdict> {
	if (after === null) return mayRemoveField(of, id, await store.usesOfField(ctx.db, id));
	const known = of.allFields.some((one) => one.id === id);
	return inTurn(
		known ? yes : mayAddField(of),
		mayBeCalled(of.allFields, { id, title: after.title }),
		after.endedAt === null ? yes : mayEndField(of, id)
	);
}

async function mayChangePhase(
	ctx: Ctx,
	of: Consultation,
	id: string,
	after: StateOf<'phase'> | null
): Promise<Verdict> {
	const phase = of.phases.find((one) => one.id === id);
	if (after === null) return mayRemovePhase(found(phase, 'phase'), await store.usesOfPhase(ctx.db, id), ctx.now);
	const others = of.phases.filter((one) => one.id !== id);
	return inTurn(
		mayBeCalled(others, { id, title: after.title }),
		mayBelongToPeers(phase ?? null, after, ctx.now),
		mayPlacePhase(of, id, after),
		mayPromiseAnswer(after.answerBy, after)
	);
}

async function write(ctx: Ctx, of: Consultation, change: AnyChange): Promise<void> {
	const place = { id: change.partId, consultationId: of.id };
	switch (change.part) {
		case 'process':
			if (change.after) await store.changeConsultation(ctx.db, of.id, change.after);
			return;
		case 'order':
			return store.putInOrder(ctx.db, OrderedName.parse(change.partId), change.after ?? []);
		case 'field':
			if (change.after) return store.putField(ctx.db, { ...place, ...change.after });
			return store.dropField(ctx.db, place.id);
		case 'question':
			if (change.after) return store.putQuestion(ctx.db, { ...place, ...change.after });
			return store.dropQuestion(ctx.db, place.id);
		case 'phase':
			return writePhase(ctx, of, place.id, change.after);
	}
}

async function writePhase(ctx: Ctx, of: Consultation, id: string, after: StateOf<'phase'> | null): Promise<void> {
	if (!after) return store.dropPhase(ctx.db, id);
	const { actions, groups, peerGroup = null, ...phase } = after;
	const was = of.phases.find((one) => one.id === id);
	const same = was?.endsAt === after.endsAt;
	// Since when its votes are over, should somebody have put its end into the past: the time of grace begins then.
	const endChangedAt = !was || after.endsAt > ctx.now ? null : same ? (was.endChangedAt ?? null) : ctx.now;
	await store.putPhase(ctx.db, { id, consultationId: of.id, ...phase, peerGroup, endChangedAt }, { actions, groups });
}

/** What a part is called, for journal and history. */
function titleIn(state: unknown): string {
	return typeof state === 'object' && state !== null && 'title' in state ? String(state.title) : '';
}

/**
 * Obeys the rule of this change, writes it and keeps it in the history. Does nothing where nothing changes. Call it inside
 * `transaction`. Who may do it, the caller has asked.
 */
export async function apply(ctx: Ctx, of: Consultation, change: AnyChange): Promise<void> {
	const before = standing(of, change.part, change.partId);
	if (canonical(before) === canonical(change.after)) return;
	obey(await mayChange(ctx, of, change));
	changing(ctx);
	await write(ctx, of, change);
	const { part, partId, after } = change;
	const json = (state: unknown) => (state === null ? null : canonical(state));
	await store.addEdit(ctx.db, {
		...{ id: newId(Date.parse(ctx.now)), consultationId: of.id, part, partId },
		...{ before: json(before), after: json(after), by: ctx.person?.id ?? null, at: ctx.now }
	});
	const details = { part, title: titleIn(after ?? before) };
	const verb = part === 'phase' && before !== null && after !== null ? 'phase.changed' : 'consultation.changed';
	await record(ctx, { verb, subjectId: partId, consultationId: of.id, details });
	if (part === 'phase' && after) await recordAnnouncedChanges(ctx, of, partId, after);
}

/** Whoever relied on what was announced reads in the chronicle that it is otherwise. */
async function recordAnnouncedChanges(ctx: Ctx, of: Consultation, id: string, after: StateOf<'phase'>): Promise<void> {
	const phase = of.phases.find((one) => one.id === id);
	if (!phase) return;
	for (const verb of announcedChanges(phase, after, ctx.now))
		await record(ctx, { verb, subjectId: id, consultationId: of.id, details: { kind: phase.slug } });
}

export interface Edit {
	id: string;
	part: Part;
	partId: string;
	/** Parsed JSON; null: it was not there. */
	before: unknown;
	after: unknown;
	by: string | null;
	at: string;
	undoneAt: string | null;
	/** Whether the part stands as this edit left it: only then it can be undone. */
	newest: boolean;
}

const HISTORY_MAX = 200;
const parsed = (json: string | null): unknown => (json === null ? null : JSON.parse(json));

/** What was changed, newest first. For admins. */
export async function history(ctx: Ctx): Promise<Edit[]> {
	obey(mayManageProcess(ctx.person));
	const of = await current(ctx);
	return (await store.editRows(ctx.db, of.id, HISTORY_MAX)).map(({ before, after, part, ...edit }) => {
		const name = PartName.parse(part);
		const now = canonical(standing(of, name, edit.partId));
		const newest = edit.undoneAt === null && now === canonical(parsed(after));
		return { ...edit, by: staffName(edit.by), part: name, before: parsed(before), after: parsed(after), newest };
	});
}

/**
 * Puts back what stood before an edit. Refused: editOutdated, where something else stands there by now; undoByDates, where
 * people would notice at once: that is confirmed where phases are moved; whatever the change itself would be refused for.
 */
export async function undo(ctx: Ctx, editId: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayManageProcess(ctx.person));
		const edit = found(await store.editRow(ctx.db, editId), 'edit');
		const of = await current(ctx);
		const part = PartName.parse(edit.part);
		const now = standing(of, part, edit.partId);
		const outdated = edit.undoneAt !== null || canonical(now) !== canonical(parsed(edit.after));
		if (outdated || edit.consultationId !== of.id) throw new Refused('editOutdated');
		await expectNoConsequences(ctx, of, edit.partId, part === 'phase' ? parsed(edit.before) : null);
		await apply(ctx, of, changeOf(part, edit.partId, parsed(edit.before)));
		await store.markUndone(ctx.db, editId, ctx.now);
	});
}

async function expectNoConsequences(ctx: Ctx, of: Consultation, id: string, before: unknown): Promise<void> {
	const phase = of.phases.find((one) => one.id === id);
	if (before === null || !phase) return;
	const form = STATES.phase.parse(before);
	if (consequencesOf(phase, form, ctx.now).length > 0) throw new Refused('undoByDates');
}

function changeOf(part: Part, partId: string, after: unknown): AnyChange {
	const state = <P extends Part>(name: P, schema: { parse(value: unknown): StateOf<P> }): Change<P> => ({
		...{ part: name, partId },
		after: after === null ? null : schema.parse(after)
	});
	switch (part) {
		case 'process':
			return state('process', STATES.process);
		case 'field':
			return state('field', STATES.field);
		case 'question':
			return state('question', STATES.question);
		case 'phase':
			return state('phase', STATES.phase);
		case 'order':
			return state('order', STATES.order);
	}
}
