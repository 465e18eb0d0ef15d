import { expectSeen, type State } from '../editState.ts';
import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { newId } from '../server/ids.ts';
import { found, obey } from '../verdict.ts';
import type { Consultation, Phase } from './consultation.ts';
import { apply, idsOf } from './edits.server.ts';
import type { NewPhaseInput, PhaseWords } from './phases/phases.ts';
import { slugFor } from '../slug.ts';
import { mayManageProcess, movedIn, stateOfPhase, type StateOf } from './process.ts';
import { current } from './reading.server.ts';
import type { Ordered } from './writing.store.server.ts';
import * as writing from './writing.store.server.ts';

/** The process is changed while it runs: what it says of itself, its fields, questions and phases. By admins. */

/** The process, for those who may change it. */
export async function tended(ctx: Ctx): Promise<Consultation> {
	obey(mayManageProcess(ctx.person));
	return current(ctx);
}

/** By field: how many contributions and wordings are about it. What something is about is ended, not removed. */
export async function usesOfFields(ctx: Ctx): Promise<Map<string, number>> {
	const { allFields } = await tended(ctx);
	const uses = allFields.map(async ({ id }) => [id, await writing.usesOfField(ctx.db, id)] as const);
	return new Map(await Promise.all(uses));
}

export async function usesOfPhase(ctx: Ctx, phaseId: string): Promise<number> {
	return writing.usesOfPhase(ctx.db, phaseId);
}

type Tended = (ctx: Ctx, of: Consultation) => Promise<void>;
const tending = (ctx: Ctx, work: Tended) => transaction(ctx, async (ctx) => work(ctx, await tended(ctx)));

/** What the form of the process shows, by field. */
export const processState = ({ title, lead, changeable, settled }: Consultation) => ({
	...{ title, lead, changeable, settled }
});

export async function changeWords(ctx: Ctx, { seen, ...form }: StateOf<'process'> & { seen?: string }): Promise<void> {
	await tending(ctx, async (ctx, of) => {
		expectSeen('process', seen, processState(of));
		await apply(ctx, of, { part: 'process', partId: of.id, after: form });
	});
}

export async function addField(ctx: Ctx, { title, lead }: { title: string; lead: string }): Promise<void> {
	await tending(ctx, async (ctx, of) => {
		const taken = new Set(of.allFields.map(({ slug }) => slug));
		const after = { slug: slugFor(title, taken, 'thema'), title, lead, endedAt: null };
		await apply(ctx, of, { part: 'field', partId: newId(Date.parse(ctx.now)), after });
	});
}

/** What the form of a field shows. */
export const fieldState = ({ title, lead }: { title: string; lead: string }): State => ({ title, lead });

export async function changeField(
	ctx: Ctx,
	id: string,
	{ seen, ...form }: { title: string; lead: string; seen?: string }
): Promise<void> {
	await tending(ctx, async (ctx, of) => {
		const field = fieldOf(of, id);
		expectSeen('field', seen, fieldState(field));
		await apply(ctx, of, { part: 'field', partId: id, after: { ...withoutId(field), ...form } });
	});
}

/** From now on nothing new is written about it; what was written stays. `ends` false: it is chosen again. */
export async function endField(ctx: Ctx, id: string, ends: boolean): Promise<void> {
	await tending(ctx, async (ctx, of) => {
		const after = { ...withoutId(fieldOf(of, id)), endedAt: ends ? ctx.now : null };
		await apply(ctx, of, { part: 'field', partId: id, after });
	});
}

/** Refused: fieldUsed, fieldLast. */
export async function removeField(ctx: Ctx, id: string): Promise<void> {
	await tending(ctx, async (ctx, of) => {
		fieldOf(of, id);
		await apply(ctx, of, { part: 'field', partId: id, after: null });
	});
}

export async function addQuestion(ctx: Ctx, { title }: { title: string }): Promise<void> {
	await tending(ctx, async (ctx, of) => {
		const after = { title, endedAt: null };
		await apply(ctx, of, { part: 'question', partId: newId(Date.parse(ctx.now)), after });
	});
}

export const questionState = ({ title }: { title: string }): State => ({ title });

export async function changeQuestion(ctx: Ctx, id: string, form: { title: string; seen?: string }): Promise<void> {
	await tending(ctx, async (ctx, of) => {
		const question = questionOf(of, id);
		expectSeen('question', form.seen, questionState(question));
		const after = { title: form.title, endedAt: question.endedAt };
		await apply(ctx, of, { part: 'question', partId: id, after });
	});
}

export async function endQuestion(ctx: Ctx, id: string, ends: boolean): Promise<void> {
	await tending(ctx, async (ctx, of) => {
		const after = { title: questionOf(of, id).title, endedAt: ends ? ctx.now : null };
		await apply(ctx, of, { part: 'question', partId: id, after });
	});
}

export async function removeQuestion(ctx: Ctx, id: string): Promise<void> {
	await tending(ctx, async (ctx, of) => {
		questionOf(of, id);
		await apply(ctx, of, { part: 'question', partId: id, after: null });
	});
}

/** Returns its id. Refused: phaseOverlap, answerTooEarly, titleTaken. */
export async function addPhase(ctx: Ctx, form: NewPhaseInput): Promise<string> {
	const id = newId(Date.parse(ctx.now));
	await tending(ctx, async (ctx, of) => {
		const taken = new Set(of.phases.map(({ slug }) => slug));
		const phase = { id, slug: slugFor(form.title, taken, 'phase'), ...form };
		await apply(ctx, of, { part: 'phase', partId: id, after: stateOfPhase(phase) });
		await placeByDate(ctx, id, form.beginsAt);
	});
	return id;
}

/** Among those in the order of their days, a new one stands where its first day belongs. */
async function placeByDate(ctx: Ctx, id: string, beginsAt: string): Promise<void> {
	const { phases } = await current(ctx);
	const others = phases.filter((one) => one.id !== id);
	const before = others.filter((one) => one.beginsAt <= beginsAt).at(-1);
	const at = before ? others.indexOf(before) + 1 : 0;
	const ids = others.map((one) => one.id);
	await writing.putInOrder(ctx.db, 'phases', ids.toSpliced(at, 0, id));
}

/** What the form of a phase's words shows. */
export const phaseWordsState = ({
	title,
	asks = '',
	answerBy = null,
	peerGroup
}: Partial<Phase> & { title: string }) => ({
	...{ title, asks, answerBy, peerGroup: peerGroup ?? '' }
});

export async function changePhaseWords(
	ctx: Ctx,
	id: string,
	{ seen, ...form }: PhaseWords & { seen?: string }
): Promise<void> {
	await tending(ctx, async (ctx, of) => {
		const phase = phaseOf(of, id);
		expectSeen('phase', seen, phaseWordsState(phase));
		await apply(ctx, of, { part: 'phase', partId: id, after: stateOfPhase({ ...phase, ...form }) });
	});
}

/** Refused: phaseUsed, phaseBegun. */
export async function removePhase(ctx: Ctx, id: string): Promise<void> {
	await tending(ctx, async (ctx, of) => {
		phaseOf(of, id);
		await apply(ctx, of, { part: 'phase', partId: id, after: null });
	});
}

/** Changes places with what stands before or after it; does nothing where nothing does. */
export async function move(ctx: Ctx, ordered: Ordered, id: string, way: 'up' | 'down'): Promise<void> {
	await tending(ctx, async (ctx, of) => {
		const ids = movedIn(idsOf(of, ordered), id, way);
		if (ids) await apply(ctx, of, { part: 'order', partId: ordered, after: ids });
	});
}

const fieldOf = (of: Consultation, id: string) =>
	found(
		of.allFields.find((one) => one.id === id),
		'field'
	);
const questionOf = (of: Consultation, id: string) =>
	found(
		of.allQuestions.find((one) => one.id === id),
		'question'
	);
const phaseOf = (of: Consultation, id: string) =>
	found(
		of.phases.find((one) => one.id === id),
		'phase'
	);

function withoutId<T extends { id: string }>({ id: _, ...rest }: T): Omit<T, 'id'> {
	return rest;
}
