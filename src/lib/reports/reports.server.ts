import * as consultations from '../consultations/consultations.server.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { isNumber, nextNumber, reserve } from '../server/db/counters.ts';
import { together } from '../server/db/together.ts';
import { newId } from '../server/ids.ts';
import { record } from '../server/journal/journal.server.ts';
import { canonical, digestOf, readJson } from '../strategy/digest.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { found, obey } from '../verdict.ts';
import { count } from './counting.server.ts';
import { compare, type Changes } from './changes.ts';
import type { Figures } from './figures.ts';
import { FrozenReport, mayPreview, mayReport, type ReportInput } from './report.ts';
import * as store from './store.server.ts';

export interface Preview {
	figures: Figures;
	/** null before the first report. */
	changes: Changes | null;
}

/** What a report would say if it were published now. */
export async function preview(ctx: Ctx, consultationId: string): Promise<Preview> {
	obey(mayPreview(ctx.person));
	const figures = await count(ctx, await consultations.byId(ctx, consultationId));
	return { figures, changes: changesSince(await store.rowBefore(ctx.db, consultationId, null), figures) };
}

function changesSince(previous: { frozen: string } | undefined, current: Figures): Changes | null {
	return previous ? compare(read(previous.frozen).figures, current) : null;
}

function read(frozen: string): FrozenReport {
	return FrozenReport.parse(JSON.parse(frozen));
}

/** Counts and freezes everything in one instant. Returns the number; the same form sent twice makes one report. */
export async function publish(ctx: Ctx, consultationId: string, form: ReportInput): Promise<number> {
	return together(ctx, async (ctx) => {
		obey(mayReport(ctx.person));
		const person = signedIn(ctx);
		const known = await store.numberOf(ctx.db, form.id);
		if (known !== null) return known;
		const { id, title } = form;
		const frozen = canonical(await freeze(ctx, consultationId, form));
		const { number } = read(frozen);
		const newest = await strategy.latestHead(ctx, consultationId);
		const facts = { versionId: newest?.id ?? null, publishedBy: person.id, publishedAt: ctx.now };
		await store.add(ctx.db, { id, number, consultationId, title, frozen, digest: digestOf(frozen), ...facts });
		await record(ctx, { verb: 'report.published', subjectId: id, consultationId, details: { number, title } });
		return number;
	});
}

async function freeze(ctx: Ctx, consultationId: string, { title, foreword }: ReportInput): Promise<FrozenReport> {
	const figures = await count(ctx, await consultations.byId(ctx, consultationId));
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
