import { canonical } from '../../canonical.ts';
import * as consultations from '../../consultations/consultations.server.ts';
import { expectRevision } from '../../editState.ts';
import { signedIn, type Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { record, type JournalVerb } from '../../server/journal/journal.server.ts';
import { found, obey, Refused } from '../../verdict.ts';
import { count } from '../counting.server.ts';
import * as drafts from './store.server.ts';
import { Figures } from '../figures.ts';
import { mayDraftReport, mayPreview, type ReportChange, type ReportInput } from '../report.ts';
import * as store from '../store.server.ts';

/** A report before it goes out. Its figures are counted when it is begun, and again when somebody says so. */
export interface ReportDraft {
	id: string;
	consultationId: string;
	title: string;
	/** Markdown. */
	foreword: string;
	figures: Figures;
	revision: number;
}

/** The report at work, or null. Refused: roleMissing. */
export async function draftOf(ctx: Ctx, consultationId: string): Promise<ReportDraft | null> {
	obey(mayPreview(ctx.person));
	return draftUnder(ctx, consultationId);
}

/** The draft for a room that has asked who may read it: whoever has a link is no staff. */
export async function draftUnder(ctx: Ctx, consultationId: string): Promise<ReportDraft | null> {
	const row = await drafts.draftOf(ctx.db, consultationId);
	return row ? { ...row, figures: Figures.parse(JSON.parse(row.figures)) } : null;
}

/** All figures of this instant. */
export async function figuresNow(ctx: Ctx, consultationId: string): Promise<Figures> {
	return count(ctx, await consultations.byId(ctx, consultationId));
}

/** Whether counting now would give the figures of this draft again. */
export async function isUpToDate(ctx: Ctx, { consultationId, figures }: ReportDraft): Promise<boolean> {
	const now = await figuresNow(ctx, consultationId);
	return canonical({ ...now, asOf: '' }) === canonical({ ...figures, asOf: '' });
}

/** Begins a report and counts its figures. The same form sent twice begins one. Refused: reportDraftExists. */
export async function begin(ctx: Ctx, consultationId: string, form: ReportInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayDraftReport(ctx.person));
		const known = await drafts.draftOf(ctx.db, consultationId);
		if (known?.id === form.id || (await store.numberOf(ctx.db, form.id)) !== null) return;
		if (known) throw new Refused('reportDraftExists');
		const figures = canonical(await figuresNow(ctx, consultationId));
		await drafts.add(ctx.db, { ...form, consultationId, figures }, signedIn(ctx).id, ctx.now);
		await note(ctx, form.id, consultationId, 'report.drafted');
	});
}

function note(ctx: Ctx, subjectId: string, consultationId: string, verb: JournalVerb): Promise<void> {
	return record(ctx, { verb, subjectId, consultationId });
}

/** The draft as it was read. Stale: a colleague has changed it since. */
async function read(ctx: Ctx, consultationId: string, revision: number): Promise<ReportDraft> {
	obey(mayDraftReport(ctx.person));
	const draft = found(await draftOf(ctx, consultationId), 'report draft');
	const { title, foreword } = draft;
	expectRevision('report', { seen: revision, now: draft.revision }, { title, foreword });
	return draft;
}

/** Saying the same again changes nothing. */
export async function change(ctx: Ctx, consultationId: string, form: ReportChange): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayDraftReport(ctx.person));
		const now = await draftOf(ctx, consultationId);
		const { title, foreword, revision } = form;
		if (now?.title === title && now.foreword === foreword) return;
		const { id } = await read(ctx, consultationId, revision);
		await drafts.change(ctx.db, id, { title, foreword }, signedIn(ctx).id);
		await note(ctx, id, consultationId, 'report.changed');
	});
}

/** Counts again. What was approved is approved no more. */
export async function recount(ctx: Ctx, consultationId: string, revision: number): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const { id } = await read(ctx, consultationId, revision);
		const figures = canonical(await figuresNow(ctx, consultationId));
		await drafts.change(ctx.db, id, { figures }, signedIn(ctx).id);
		await note(ctx, id, consultationId, 'report.changed');
	});
}

/** Lets a draft go, with everything in it. */
export async function discard(ctx: Ctx, consultationId: string, revision: number): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const { id } = await read(ctx, consultationId, revision);
		await drafts.remove(ctx.db, id);
		await note(ctx, id, consultationId, 'report.discarded');
	});
}

/** Call it in the transaction that publishes the report. */
export async function dropDraft(ctx: Ctx, id: string): Promise<void> {
	await drafts.remove(ctx.db, id);
}
