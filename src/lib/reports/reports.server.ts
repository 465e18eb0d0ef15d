import { canonical, digestOf } from '../canonical.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { isNumber, nextNumber, reserve } from '../server/db/counters.ts';
import { transaction } from '../server/db/transaction.ts';
import { newId } from '../server/ids.ts';
import { record } from '../server/journal/journal.server.ts';
import { readJson, type Expected } from '../strategy/frozen/versionDigest.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { found, obey, Stale } from '../verdict.ts';
import { approvalsOf } from './approving.server.ts';
import { compare, type Changes } from './changes.ts';
import { draftOf, dropDraft, figuresNow, type ReportDraft } from './drafts/reportDraft.server.ts';
import { newestOf, type Figures } from './figures.ts';
import { FrozenReport, mayApproveReport, mayReport, type PublishInput } from './report.ts';
import * as store from './store.server.ts';

export { approvalsOf, approve, ask, takeApprovalBack, waiting, approvalState } from './approving.server.ts';
export { correctReport, sealReportsAnew, withdrawReport } from './addenda.server.ts';
export {
	begin,
	change,
	discard,
	draftOf,
	draftUnder,
	isUpToDate,
	recount,
	type ReportDraft
} from './drafts/reportDraft.server.ts';

export interface Preview {
	figures: Figures;
	/** null before the first report. */
	changes: Changes | null;
}

/** What a report would say: the one at work, or if there is none, one that would be begun now. */
export async function preview(ctx: Ctx, consultationId: string): Promise<Preview & { draft: ReportDraft | null }> {
	const draft = await draftOf(ctx, consultationId);
	const figures = draft?.figures ?? (await figuresNow(ctx, consultationId));
	return {
		draft,
		figures,
		changes: changesSince(await store.rowBefore(ctx.db, consultationId, null, 'standing'), figures)
	};
}

function changesSince(previous: Texts | undefined, current: Figures): Changes | null {
	return previous ? compare(read(previous).figures, current) : null;
}

type Texts = Pick<store.ReportRow, 'frozen' | 'textNow'>;

/** As it is now. */
function read({ frozen, textNow }: Texts): FrozenReport {
	return FrozenReport.parse(JSON.parse(textNow ?? frozen));
}

/**
 * Publishes the draft as it was read and as somebody else has approved it. Returns the number; sent twice, it is one
 * report. Stale: changed since it was read. Refused: approvalMissing, approvalOwn, publisherOnly.
 */
export async function publish(ctx: Ctx, consultationId: string, { id, revision }: PublishInput): Promise<number> {
	return transaction(ctx, async (ctx) => {
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
	/** Of the text as it is now; null: as it was published. */
	digestNow: string | null;
	previousNumber: number | null;
	withdrawnAt: string | null;
	/** Number of the report that took its place. */
	successor: number | null;
}

/** A draft as it would be read if it were published now; it has neither number nor digest yet. */
export async function asPublished(
	ctx: Ctx,
	{ consultationId, title, foreword, figures }: ReportDraft
): Promise<Report> {
	const previous = await store.rowBefore(ctx.db, consultationId, null, 'standing');
	return {
		...{ number: 0, title, foreword, figures, changes: changesSince(previous, figures), publishedAt: ctx.now },
		...{ digest: '', digestNow: null, previousNumber: previous?.number ?? null, withdrawnAt: null, successor: null }
	};
}

async function row(ctx: Ctx, number: number): Promise<store.ReportRow> {
	return found(isNumber(number) ? await store.rowByNumber(ctx.db, number) : null, 'report');
}

/** A report as it was published. Only the differences to the one before are computed. */
export async function byNumber(ctx: Ctx, number: number): Promise<Report> {
	const { publishedAt, digest, digestNow, consultationId, withdrawnAt, successor, ...texts } = await row(ctx, number);
	const { title, foreword, figures } = read(texts);
	const previous = await store.rowBefore(ctx.db, consultationId, number, 'standing');
	const changes = changesSince(previous, figures);
	const text = { number, title, foreword, publishedAt, figures, changes };
	return { ...text, digest, digestNow, previousNumber: previous?.number ?? null, withdrawnAt, successor };
}

/** The report as data, byte for byte as its digest was made. */
export async function frozenText(
	ctx: Ctx,
	number: number
): Promise<Pick<store.ReportRow, 'frozen' | 'digest' | 'textNow'>> {
	return row(ctx, number);
}

/** Everything that was published, oldest first. */
export async function every(ctx: Ctx): Promise<store.ReportRow[]> {
	return store.all(ctx.db);
}

export interface RestoredReport {
	consultationId: string;
	/** The newest version on that day. */
	versionId: string | null;
	publishedAt: string;
	frozen: string;
	/** What its digest was, where words have been blackened since. */
	digest: string | null;
	/** The text addenda have made of it; null: it is as it was published. */
	textNow: string | null;
}

/** Puts one back as it was, to the byte. Call it inside `transaction`. */
export async function restore(ctx: Ctx, { textNow, ...facts }: RestoredReport): Promise<void> {
	const { number, title } = read({ frozen: facts.frozen, textNow });
	const digest = facts.digest ?? digestOf(facts.frozen);
	const id = newId();
	await store.add(ctx.db, { ...facts, id, number, title, digest, publishedBy: null });
	if (textNow !== null) await store.putNow(ctx.db, id, { title, textNow, digestNow: digestOf(textNow) });
	await reserve(ctx, 'report', number);
}

/** Newest first. */
export async function list(ctx: Ctx) {
	return store.heads(ctx.db);
}

/**
 * Recomputes every digest, and the chain they form: a report that was changed afterwards shows here. `expected`: by
 * number, what addenda say its digests are; without them, it has to be as it was published.
 */
export async function verify(
	ctx: Ctx,
	expected: ReadonlyMap<number, Expected> = new Map()
): Promise<{ number: number; ok: boolean }[]> {
	const latest = new Map<string, string>();
	return (await store.all(ctx.db)).map((row) => {
		const before = latest.get(row.consultationId) ?? null;
		latest.set(row.consultationId, row.digest);
		return { number: row.number, ok: isAsExpected(row, before, expected.get(row.number)) };
	});
}

function isAsExpected(row: store.ReportRow, before: string | null, expected: Expected | undefined): boolean {
	const { first, now } = expected ?? { first: row.digest, now: null };
	if (digestOf(row.frozen) !== first || row.digestNow !== now) return false;
	if (row.textNow === null ? now !== null : digestOf(row.textNow) !== now) return false;
	const report = FrozenReport.safeParse(readJson(row.textNow ?? row.frozen)).data;
	return report?.previous === before && report.number === row.number && report.title === row.title;
}
