import * as conversations from '../conversations/conversations.server.ts';
import { BadSheet } from '../import/places.ts';
import { readApart } from '../import/readApart.server.ts';
import type { Row } from '../import/row.ts';
import * as proposals from '../proposals/proposals.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { databaseErrorOf } from '../server/db/databaseErrors.ts';
import { transaction } from '../server/db/transaction.ts';
import { newId } from '../server/ids.ts';
import { record } from '../server/journal/journal.server.ts';
import { earlier, MINUTE } from '../time.ts';
import type { ConversationWish } from './conversations/conversationImport.ts';
import * as conversation from './conversations/takeOver.server.ts';
import { contributionOf, type Destination } from './contribution.ts';
import { Outcome, StatusName, type Status } from './importJob.ts';
import { destination, NAMED, previewOf } from './preview.server.ts';
import { jobOf, readJob, type Job } from './reading.server.ts';
import { planOf, sort, type ReadFile } from './sorting.server.ts';
import * as store from './store.server.ts';

/** Rows per transaction: few enough for others to write in between, many enough to be quick. */
const BATCH = 200;
/** A job whose worker has not written its heartbeat for so long is abandoned; the slowest machine writes it more often. */
const STILL = 2 * MINUTE;
const TRIES = 3;

/** What comes in at the moment: read from the file once, not for every batch. */
interface ComingRows {
	job: Job;
	rows: Row[];
	to: Destination;
	origin: string;
	outcome: Outcome;
	through: number;
}
type Running = ComingRows | { job: Job; coming: conversation.Coming };

/** It was cancelled, or somebody else does it. */
class Lost extends Error {}

export interface ImportWorker {
	/**
	 * The next piece of work, of a few hundredths of a second, or longer where a file is read; false: there is none.
	 * `only`: of this import alone.
	 */
	step(ctx: Ctx, only?: string): Promise<boolean>;
}

/**
 * Whoever works on imports; one to a process. All that is half-way is in the database and seen by nobody: whatever
 * becomes of this one, the next takes it away or goes on with it.
 */
export function makeImportWorker(): ImportWorker {
	const claimedBy = newId();
	let running: Running | null = null;
	return {
		async step(ctx, only) {
			if (running) {
				running = await goOn(ctx, claimedBy, running);
				return true;
			}
			await passOn(ctx);
			if (await cleanUp(ctx)) return true;
			const job = await claim(ctx, claimedBy, only ?? null);
			if (job?.status !== 'running') return job !== null && (await finishing(ctx, job, claimedBy));
			running = await attempt(ctx, job, () => begin(ctx, job), { ...FREE, status: 'queued' });
			return true;
		}
	};
}

/** Releases jobs of processes that have died: what was only read begins again, rows that nobody has seen are taken out. */
async function passOn(ctx: Ctx): Promise<void> {
	for (const job of await store.abandoned(ctx.db, earlier(ctx.now, STILL))) {
		const status = StatusName.parse(job.status);
		if (status === 'running') await fail(ctx, job.id, 'interrupted');
		else if (status === 'reading' && job.tries >= TRIES) await refuse(ctx, job.id, 'tooHard');
		else await transaction(ctx, ({ db }) => store.change(db, job.id, ctx.now, { claimedBy: null }));
	}
}

async function cleanUp(ctx: Ctx): Promise<boolean> {
	const job = await store.withLeftovers(ctx.db);
	if (!job) return false;
	await transaction(ctx, (ctx) => proposals.dropStaged(ctx, job.id, BATCH));
	return true;
}

const ALWAYS: readonly Status[] = ['takingBack', 'indexing', 'reading'];

/** One at a time comes in: two of the same file would be in each other's way. */
async function claim(ctx: Ctx, claimedBy: string, only: string | null): Promise<Job | null> {
	return transaction(ctx, async (ctx) => {
		const next = await store.waiting(ctx.db, ALWAYS, only);
		const queued = next || (await store.isOneRunning(ctx.db)) ? null : await store.waiting(ctx.db, ['queued'], only);
		const row = next ?? queued;
		if (!row) return null;
		const status = queued ? 'running' : StatusName.parse(row.status);
		const claimed = { status, claimedBy, beatAt: ctx.now, tries: row.tries + 1 };
		await store.change(ctx.db, row.id, ctx.now, claimed);
		return readJob({ ...row, ...claimed });
	});
}

/** One step of a job that is not taking rows in: reading the file, publishing, or taking back. */
async function finishing(ctx: Ctx, job: Job, claimedBy: string): Promise<true> {
	if (job.status === 'reading') await attempt(ctx, job, () => look(ctx, job, claimedBy));
	else await piece(ctx, job, claimedBy);
	return true;
}

const FREE = { claimedBy: null, beatAt: null };

/**
 * What the database says waits for better times; anything else ends this import, and no other. `waiting`: how it waits;
 * null: with whoever is at it, who goes on with what was read.
 */
async function attempt<T>(
	ctx: Ctx,
	job: Job,
	work: () => Promise<T>,
	waiting: (typeof FREE & { status?: Status }) | null = FREE
): Promise<T | null> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Lost) return null;
		if (databaseErrorOf(error)) {
			if (waiting) await transaction(ctx, ({ db }) => store.change(db, job.id, ctx.now, waiting));
			throw error;
		}
		if (job.status === 'reading') await refuse(ctx, job.id, error instanceof BadSheet ? error.message : 'tooHard');
		else await fail(ctx, job.id, error instanceof BadSheet ? error.message : 'fault');
		if (!(error instanceof BadSheet)) ctx.app.log.error({ err: error, job: job.id }, 'an import failed');
		return null;
	}
}

async function look(ctx: Ctx, job: Job, claimedBy: string): Promise<void> {
	const wish = job.choices.conversation;
	const preview = wish
		? await conversation.lookAt(ctx, job, wish)
		: await previewOf(ctx, await fileOf(ctx, job.id), job);
	await transaction(ctx, async (ctx) => {
		await stay(ctx, job, claimedBy);
		const done = { status: 'ready', preview: JSON.stringify(preview), claimedBy: null, tries: 0 };
		await store.change(ctx.db, job.id, ctx.now, done);
	});
}

async function fileOf(ctx: Ctx, id: string): Promise<ReadFile> {
	const [file] = await store.filesOf(ctx.db, id);
	const bytes = Buffer.from(file?.body ?? '', 'base64');
	return { bytes, sheets: await readApart(bytes) };
}

async function stay(ctx: Ctx, { id, status }: Job, claimedBy: string, through?: number): Promise<void> {
	if (!(await store.beat(ctx.db, { id, status, claimedBy }, ctx.now, through))) throw new Lost();
}

async function refuse(ctx: Ctx, id: string, failure: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		await store.forgetFile(ctx.db, id);
		const outcome = JSON.stringify(Outcome.parse({ failure }));
		await store.change(ctx.db, id, ctx.now, { status: 'unreadable', claimedBy: null, outcome });
	});
}

async function fail(ctx: Ctx, id: string, failure: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		await conversation.forget(ctx, await jobOf(ctx, id));
		const outcome = JSON.stringify(Outcome.parse({ failure }));
		await store.change(ctx.db, id, ctx.now, { status: 'failed', claimedBy: null, through: 0, outcome });
		await record(ctx, { verb: 'import.failed', subjectId: id });
	});
}

async function begin(ctx: Ctx, job: Job): Promise<Running> {
	const wish = job.choices.conversation;
	return wish ? beginConversation(ctx, job, wish) : beginRows(ctx, job);
}

async function beginConversation(ctx: Ctx, job: Job, wish: ConversationWish): Promise<Running> {
	const coming = await conversation.begin(ctx, job, wish);
	await transaction(ctx, ({ db }) => store.change(db, job.id, ctx.now, { total: coming.people, through: 0 }));
	return { job, coming };
}

async function beginRows(ctx: Ctx, job: Job): Promise<ComingRows> {
	const plan = planOf(await fileOf(ctx, job.id), job.choices);
	const { take, known, repeated, origin } = await sort(ctx, job, plan.rows);
	const left = job.choices.repeats === 'skip' ? repeated : [];
	await transaction(ctx, ({ db }) => store.change(db, job.id, ctx.now, { total: take.length, through: 0, origin }));
	const outcome = {
		...{ taken: take.length, known, repeated: left.length, refusedCount: plan.refused.length },
		refused: [...plan.refused, ...left].sort((a, b) => a.line - b.line).slice(0, NAMED),
		...{ screened: job.choices.screened, numbers: null, failure: null, conversation: null }
	};
	return { job, rows: take, to: await destination(ctx, job), origin, outcome, through: 0 };
}

/** One batch, or, when all are in, the moment at which they are there. */
async function goOn(ctx: Ctx, claimedBy: string, running: Running): Promise<Running | null> {
	return 'coming' in running ? goOnTaking(ctx, claimedBy, running) : goOnRows(ctx, claimedBy, running);
}

/** The votes of some people, or the moment at which everybody sees them. */
async function goOnTaking(
	ctx: Ctx,
	claimedBy: string,
	running: Extract<Running, { coming: unknown }>
): Promise<Running | null> {
	const { job, coming } = running;
	const { taking } = coming;
	const work = async () => {
		const [batch] = taking?.left ?? [];
		if (!taking || !batch) return finishTaking(ctx, claimedBy, running);
		const done = taking.people.fresh + taking.people.changed + taking.people.known + batch.length;
		const taken = await transaction(ctx, async (ctx) => {
			await stay(ctx, job, claimedBy, done);
			return conversations.takeBatch(ctx, taking);
		});
		conversations.passedOn(taking, taken);
		return running;
	};
	return attempt(ctx, job, work, null);
}

async function finishTaking(
	ctx: Ctx,
	claimedBy: string,
	{ job, coming }: Extract<Running, { coming: unknown }>
): Promise<null> {
	await transaction(ctx, async (ctx) => {
		await stay(ctx, job, claimedBy);
		const taken = await conversation.finish(ctx, coming);
		await store.forgetFile(ctx.db, job.id);
		const facts = { taken: taken.statements.fresh, refusedCount: taken.refusedCount, conversation: taken };
		const over = { status: 'done', claimedBy: null, finishedAt: ctx.now, tries: 0 };
		await store.change(ctx.db, job.id, ctx.now, { ...over, outcome: JSON.stringify(Outcome.parse(facts)) });
	});
	return null;
}

async function goOnRows(ctx: Ctx, claimedBy: string, running: ComingRows): Promise<Running | null> {
	const { job, rows, to, origin, through } = running;
	const work = async () => {
		if (through >= rows.length) return publish(ctx, claimedBy, running);
		const batch = rows.slice(through, through + BATCH);
		const contributions = batch.map((row) => contributionOf(row, to, { id: newId(), origin }));
		await transaction(ctx, async (ctx) => {
			await stay(ctx, job, claimedBy, through + batch.length);
			await proposals.stageImport(ctx, job.id, through, contributions);
		});
		return { ...running, through: through + batch.length };
	};
	return attempt(ctx, job, work, null);
}

async function publish(ctx: Ctx, claimedBy: string, { job, rows, outcome }: ComingRows): Promise<null> {
	await transaction(ctx, async (ctx) => {
		await stay(ctx, job, claimedBy);
		const { screened } = job.choices;
		const numbers = await proposals.releaseImport(ctx, job.id, rows.length, screened);
		await store.forgetFile(ctx.db, job.id);
		await store.change(ctx.db, job.id, ctx.now, {
			...{ status: screened ? 'done' : 'indexing', claimedBy: null, through: screened ? rows.length : 0 },
			...{ outcome: JSON.stringify({ ...outcome, numbers }), finishedAt: ctx.now, tries: 0 }
		});
		const { consultationId } = job;
		await record(ctx, { verb: 'import.imported', subjectId: job.id, consultationId, details: { count: rows.length } });
	});
	return null;
}

/** A piece of what follows: search learns the words, or what was taken back is forgotten. */
async function piece(ctx: Ctx, job: Job, claimedBy: string): Promise<void> {
	await attempt(ctx, job, () =>
		transaction(ctx, async (ctx) => {
			await stay(ctx, job, claimedBy);
			if (job.status === 'indexing') await proposals.indexReleased(ctx, job.id, job.through, BATCH);
			else await proposals.forgetImport(ctx, job.id, job.through, BATCH);
			const through = Math.min(job.through + BATCH, job.total);
			const over = job.status === 'indexing' ? 'done' : 'takenBack';
			const next = through >= job.total ? { status: over, tries: 0 } : {};
			await store.change(ctx.db, job.id, ctx.now, { through, claimedBy: null, ...next });
		})
	);
}
