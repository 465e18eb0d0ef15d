import { canonical, digestOf } from '../canonical.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { isNumber, nextNumber, reserve } from '../server/db/counters.ts';
import { together } from '../server/db/together.ts';
import { newId } from '../server/ids.ts';
import { record } from '../server/journal/journal.server.ts';
import { readJson } from '../strategy/digest.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { found, obey, Stale } from '../verdict.ts';
import { approvalsOf } from './approving.server.ts';
import { compare, type Changes } from './changes.ts';
import { draftOf, dropDraft, figuresNow, type ReportDraft } from './drafting.server.ts';
import { newestOf, type Figures } from './figures.ts';
import { FrozenReport, mayApproveReport, mayReport, type PublishInput } from './report.ts';
import * as store from './store.server.ts';

export { approvalsOf, approve, ask, takeApprovalBack, waiting, wouldGoOut } from './approving.server.ts';
export { begin, change, discard, draftOf, isUpToDate, recount, type ReportDraft } from './drafting.server.ts';

export interface Preview {
	figures: Figures;
	/** null before the first report. */
	changes: Changes | null;
}

/** What a report would say: the one at work, or if there is none, one that would be begun now. */
export async function preview(ctx: Ctx, consultationId: string): Promise<Preview & { draft: ReportDraft | null }> {
	const draft = await draftOf(ctx, consultationId);
	const figures = draft?.figures ?? (await figuresNow(ctx, consultationId));
	return { draft, figures, changes: changesSince(await store.rowBefore(ctx.db, consultationId, null), figures) };
}

function changesSince(previous: { frozen: string } | undefined, current: Figures): Changes | null {
	return previous ? compare(read(previous.frozen).figures, current) : null;
}

function read(frozen: string): FrozenReport {
	return FrozenReport.parse(JSON.parse(frozen));
}

/**
 * Publishes the draft as it was read and as somebody else has approved it. Returns the number; sent twice, it is one
 * report. Stale: changed since it was read. Refused: approvalMissing, approvalOwn, publisherOnly.
 */
export async function publish(ctx: Ctx, consultationId: string, { id, revision }: PublishInput): Promise<number> {
	return together(ctx, async (ctx) => {
		obey(mayApproveReport(ctx.person));
		const known = await store.numberOf(ctx.db, id);
		if (known !== null) return known;
		const draft = found(await draftOf(ctx, consultationId), 'report draft');
		if (draft.id !== id || draft.revision !== revision) throw new Stale('report');
		const { given } = await approvalsOf(ctx, draft);
		const approvedBy = given.map((one) => one.personId);
		obey(mayReport(ctx.person, approvedBy));
		return send(ctx, draft);
	});
}

async function send(ctx: Ctx, draft: ReportDraft): Promise<number> {
	const { id, consultationId, title } = draft;
	const report = await freeze(ctx, draft);
	const frozen = canonical(report);
	const { number } = report;
	const newest = newestOf(draft.figures);
	const versionId = newest ? (await strategy.headByNumber(ctx, newest.number)).id : null;
	const facts = { versionId, publishedBy: signedIn(ctx).id, publishedAt: ctx.now };
	await store.add(ctx.db, { id, number, consultationId, title, frozen, digest: digestOf(frozen), ...facts });
	await dropDraft(ctx, id);
	await record(ctx, { verb: 'report.published', subjectId: id, consultationId, details: { number, title } });
	return number;
}

async function freeze(ctx: Ctx, { consultationId, title, foreword, figures }: ReportDraft): Promise<FrozenReport> {
	const previous = await store.rowBefore(ctx.db, consultationId, null);
	const number = await nextNumber(ctx, 'report');
	return { shape: 1, number, title, foreword, previous: previous?.digest ?? null, figures };
}

export interface Report extends Preview {
	number: number;
	title: string;
	/** Markdown. */
	foreword: string;
	publishedAt: string;
	digest: string;
	previousNumber: number | null;
}

async function row(ctx: Ctx, number: number): Promise<store.ReportRow> {
	return found(isNumber(number) ? await store.rowByNumber(ctx.db, number) : null, 'report');
}

/** A report as it was published. Only the differences to the one before are computed. */
export async function byNumber(ctx: Ctx, number: number): Promise<Report> {
	const { frozen, publishedAt, digest, consultationId } = await row(ctx, number);
	const { title, foreword, figures } = read(frozen);
	const previous = await store.rowBefore(ctx.db, consultationId, number);
	const changes = changesSince(previous, figures);
	return { number, title, foreword, publishedAt, digest, figures, changes, previousNumber: previous?.number ?? null };
}

/** The report as data, byte for byte as its digest was made. */
export async function frozenText(ctx: Ctx, number: number): Promise<{ frozen: string; digest: string }> {
	return row(ctx, number);
}

/** Everything that was published, oldest first. */
export async function every(ctx: Ctx) {
	return store.frozenTexts(ctx.db);
}

export interface RestoredReport {
	consultationId: string;
	/** The newest version on that day. */
	versionId: string | null;
	publishedAt: string;
	frozen: string;
}

/** Puts one back as it was, to the byte. Call it inside `together`. */
export async function restore(ctx: Ctx, { frozen, ...facts }: RestoredReport): Promise<void> {
	const { number, title } = read(frozen);
	await store.add(ctx.db, {
		id: newId(),
		number,
		title,
		frozen,
		digest: digestOf(frozen),
		publishedBy: null,
		...facts
	});
	await reserve(ctx, 'report', number);
}

/** Newest first. */
export async function list(ctx: Ctx) {
	return store.heads(ctx.db);
}

/** Recomputes every digest, and the chain they form: a report that was changed afterwards shows here. */
export async function verify(ctx: Ctx): Promise<{ number: number; ok: boolean }[]> {
	const latest = new Map<string, string>();
	return (await store.frozenTexts(ctx.db)).map(({ number, consultationId, frozen, digest }) => {
		const before = latest.get(consultationId) ?? null;
		latest.set(consultationId, digest);
		const report = FrozenReport.safeParse(readJson(frozen)).data;
		return { number, ok: digestOf(frozen) === digest && report?.previous === before };
	});
}
