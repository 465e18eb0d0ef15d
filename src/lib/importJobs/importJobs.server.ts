import * as answers from '../answers/answers.server.ts';
import * as consultations from '../consultations/consultations.server.ts';
import * as distillation from '../distillation/distillation.server.ts';
import { BadSheet } from '../import/places.ts';
import { kindOf } from '../import/signature.ts';
import * as conversations from '../conversations/conversations.server.ts';
import { roleOf } from '../opinion/polis/exportFiles.ts';
import * as proposals from '../proposals/proposals.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { newId } from '../server/ids.ts';
import { record } from '../server/journal/journal.server.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { fill, t } from '../texts/texts.ts';
import { DAY, earlier } from '../time.ts';
import { all, noWhen, obey, type Verdict } from '../verdict.ts';
import {
	mayStartConversation,
	mayTakeConversationBack,
	type ConversationInput
} from './conversations/conversationImport.ts';
import { forget } from './conversations/takeOver.server.ts';
import {
	Choices,
	ImportPlace,
	mayCancel,
	mayChoose,
	mayImport,
	mayStart,
	mayTakeBack,
	Outcome,
	StatusName
} from './importJob.ts';
import type { BuiltOn, Status } from './importJob.ts';
import { jobOf, type Job } from './reading.server.ts';
import * as store from './store.server.ts';

export { makeImportWorker } from './worker.server.ts';
export { workOnImports } from './workOnImports.ts';
export type { Job } from './reading.server.ts';

export interface Uploaded {
	name: string;
	bytes: Uint8Array;
}

/** Longer names of files end in the middle. */
const NAME_MAX = 200;
const PAGE = 30;

/** Throws `BadSheet` for what is no table, as its first bytes say: nobody should have to wait for that. */
function expectTable({ bytes }: Uploaded): void {
	if (bytes.length === 0) throw new BadSheet(t.imports.kinds.nothing);
	const kind = kindOf(bytes);
	if (kind !== 'text' && kind !== 'xlsx' && kind !== 'ods') throw new BadSheet(t.imports.kinds[kind]);
}

/** Keeps a file until it is decided what becomes of it; the worker reads it. Sent twice, it is one. */
export async function upload(ctx: Ctx, id: string, file: Uploaded): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayImport(ctx.person));
		expectTable(file);
		if (await store.byId(ctx.db, id)) return;
		const { id: consultationId } = await consultations.current(ctx);
		await keep(ctx, { id, consultationId, status: 'reading', choices: Choices.parse({}) }, file);
		await record(ctx, { verb: 'import.uploaded', subjectId: id, consultationId });
	});
}

/** The same of a conversation: its files, or one archive with them. Throws `BadSheet` for what is neither. */
export async function uploadConversation(
	ctx: Ctx,
	{ id, statementLanguage, ...said }: ConversationInput,
	files: readonly Uploaded[]
): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayImport(ctx.person));
		expectExport(files);
		if (await store.byId(ctx.db, id)) return;
		const { id: consultationId } = await consultations.current(ctx);
		const choices = Choices.parse({ conversation: { ...said, language: statementLanguage } });
		await keep(ctx, { id, consultationId, status: 'reading', choices }, ...files);
		await record(ctx, { verb: 'import.uploaded', subjectId: id, consultationId });
	});
}

function expectExport(files: readonly Uploaded[]): void {
	const words = t.importJobs.conversation;
	for (const { name, bytes } of files) {
		if (bytes.length === 0) throw new BadSheet(fill(words.emptyFile, { name }));
		const kind = kindOf(bytes);
		if (kind === 'locked') throw new BadSheet(t.imports.kinds.locked);
		const isPart = kind === 'zip' || (kind === 'text' && roleOf(name) !== null);
		if (!isPart) throw new BadSheet(fill(words.strangeFile, { name }));
	}
}

interface Kept {
	id: string;
	consultationId: string;
	status: Status;
	choices: Choices;
}

const shownName = (name: string) =>
	name
		.normalize('NFC')
		.replace(/^.*[\\/]/, '')
		.slice(0, NAME_MAX) || 'datei';

async function keep(ctx: Ctx, { id, consultationId, status, choices }: Kept, ...files: readonly Uploaded[]) {
	const name = shownName(choices.conversation?.title || (files[0]?.name ?? ''));
	await transaction(ctx, async (ctx) => {
		if (await store.byId(ctx.db, id)) return;
		const job = { id, consultationId, status, name, choices: JSON.stringify(choices), origin: choices.origin };
		await store.add(ctx.db, job, ctx.now);
		for (const [place, { name, bytes }] of files.entries()) {
			const body = Buffer.from(bytes).toString('base64');
			await store.addFile(ctx.db, { jobId: id, place, name: shownName(name), body });
		}
		if (status === 'queued') await began(ctx, id, consultationId);
	});
}

const began = (ctx: Ctx, id: string, consultationId: string) =>
	record(ctx, { verb: 'import.began', subjectId: id, consultationId });

/** For commands: what was looked at there, and agreed to, is done at once. Returns its id. */
export async function enqueue(ctx: Ctx, to: { consultationId: string; choices: Choices }, file: Uploaded) {
	const id = newId();
	await keep(ctx, { id, status: 'queued', ...to }, file);
	return id;
}

/** Newest first. `next`: before which to go on. */
export async function list(ctx: Ctx, before: string | null) {
	obey(mayImport(ctx.person));
	const rows = await store.page(ctx.db, ImportPlace.read(before), PAGE + 1);
	const jobs = rows.slice(0, PAGE).map(({ status, outcome, ...row }) => ({
		...{ ...row, status: StatusName.parse(status) },
		taken: outcome === null ? 0 : Outcome.parse(JSON.parse(outcome)).taken
	}));
	const last = rows.length > PAGE ? jobs.at(-1) : undefined;
	return { jobs, next: last ? ImportPlace.write({ at: last.createdAt, id: last.id }) : null };
}

/** NotFound: there is none of this id. */
export async function byId(ctx: Ctx, id: string): Promise<Job> {
	obey(mayImport(ctx.person));
	return jobOf(ctx, id);
}

/** For commands, which watch what they have begun. */
export async function progress(ctx: Ctx, id: string): Promise<Pick<Job, 'status' | 'total' | 'through' | 'outcome'>> {
	return jobOf(ctx, id);
}

/** Says anew how the file is to be read and where its rows go; the worker looks again. */
export async function choose(ctx: Ctx, id: string, choices: Choices): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayImport(ctx.person));
		const { status, choices: former } = await jobOf(ctx, id);
		// Of a conversation nothing is chosen but what came with its files.
		obey(all(mayChoose({ status }), noWhen(former.conversation !== null, 'importBegun')));
		const anew = { status: 'reading', choices: JSON.stringify(choices), outcome: null, tries: 0 };
		await store.change(ctx.db, id, ctx.now, anew);
	});
}

/** Whether it can begin, whatever comes in. */
export const whetherStart = (job: Job): Verdict =>
	job.choices.conversation === null ? mayStart(job) : mayStartConversation(job);

/** Lets the worker begin. */
export async function start(ctx: Ctx, id: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayImport(ctx.person));
		const job = await jobOf(ctx, id);
		obey(whetherStart(job));
		const total = job.preview?.fresh ?? 0;
		await store.change(ctx.db, id, ctx.now, { status: 'queued', total, through: 0, tries: 0, outcome: null });
		await began(ctx, id, job.consultationId);
	});
}

/** Nothing of it will be there: what the worker has taken in already goes unseen. */
export async function cancel(ctx: Ctx, id: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayImport(ctx.person));
		const job = await jobOf(ctx, id);
		const { status, consultationId } = job;
		if (status === 'cancelled') return;
		obey(mayCancel({ status }));
		// Of one that has not begun nothing is there: what is half-way is another one's.
		if (status === 'running') await forget(ctx, job);
		await end(ctx, id, 'cancelled');
		await record(ctx, { verb: 'import.cancelled', subjectId: id, consultationId });
	});
}

async function end(ctx: Ctx, id: string, status: Status): Promise<void> {
	await store.forgetFile(ctx.db, id);
	await store.change(ctx.db, id, ctx.now, { status, claimedBy: null, finishedAt: ctx.now });
}

/** Takes everything of an import back, at one moment; the worker forgets the words. Twice is once. */
export async function takeBack(ctx: Ctx, id: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayImport(ctx.person));
		const job = await jobOf(ctx, id);
		const { status, total, consultationId } = job;
		if (status === 'takingBack' || status === 'takenBack') return;
		if (job.choices.conversation !== null) return takeConversationBack(ctx, job);
		obey(all(mayTakeBack({ status, builtOn: NOTHING }), mayTakeBack({ status, builtOn: await builtOn(ctx, id) })));
		await proposals.withdrawImport(ctx, id);
		await store.change(ctx.db, id, ctx.now, { status: 'takingBack', claimedBy: null, through: 0, tries: 0 });
		await record(ctx, { verb: 'import.retracted', subjectId: id, consultationId, details: { count: total } });
	});
}

/** Whatever came to it later would go with it. */
export async function whetherTakeConversationBack(ctx: Ctx, job: Job): Promise<Verdict> {
	const changedAt = await conversations.changedAt(ctx, job.conversation?.origin ?? '');
	return mayTakeConversationBack({ ...job, changedSince: changedAt !== null && changedAt !== job.finishedAt });
}

/** With its statements and votes, at once. */
async function takeConversationBack(ctx: Ctx, job: Job): Promise<void> {
	obey(await whetherTakeConversationBack(ctx, job));
	await conversations.remove(ctx, job.conversation?.origin ?? '');
	await store.change(ctx.db, job.id, ctx.now, { status: 'takenBack', claimedBy: null, tries: 0 });
}

const NOTHING: BuiltOn = { count: 0, numbers: [] };
const AT_ONCE = 500;
/** Numbers named one by one; the others are counted. */
const NAMED = 20;

/** Of these contributions those on which something rests here: that would lose its ground without a word to anybody. */
export async function inUse(ctx: Ctx, taken: readonly proposals.ImportedFrom[]): Promise<Set<string>> {
	const ids = taken.map(({ id }) => id);
	const used = new Set(taken.filter((one) => one.used).map(({ id }) => id));
	for (const places of [
		await strategy.placesOf(ctx, ids),
		await distillation.placesOf(ctx, ids),
		await answers.publishedFor(ctx, ids)
	]) {
		for (const id of places.keys()) used.add(id);
	}
	return used;
}

async function builtOn(ctx: Ctx, jobId: string): Promise<BuiltOn> {
	const numbers: number[] = [];
	for (let after = -1; ;) {
		const rows = await proposals.importedWith(ctx, jobId, after, AT_ONCE);
		const used = await inUse(ctx, rows);
		numbers.push(...rows.filter(({ id }) => used.has(id)).map(({ number }) => number));
		if (rows.length < AT_ONCE) return { count: numbers.length, numbers: numbers.slice(0, NAMED) };
		after = rows.at(-1)?.place ?? 0;
	}
}

const UNFINISHED: readonly Status[] = ['reading', 'ready', 'unreadable', 'failed'];

/** A chore: what nobody has gone on with for a day is forgotten. */
export async function dropLeft(ctx: Ctx): Promise<void> {
	for (const { id } of await store.left(ctx.db, earlier(ctx.now, DAY), UNFINISHED))
		await transaction(ctx, (ctx) => end(ctx, id, 'expired'));
}
