import { canonical, digestOf } from '../canonical.ts';
import type { Ctx } from '../server/ctx.ts';
import { found } from '../verdict.ts';
import { FrozenReport } from './report.ts';
import * as store from './store.server.ts';

/** Changing what is published: only for the room of addenda, which asks its rules, and inside its transaction. */

export async function correctReport(ctx: Ctx, number: number, part: 'title' | 'foreword', text: string): Promise<void> {
	const row = found(await store.rowByNumber(ctx.db, number), 'report');
	const report = FrozenReport.parse(JSON.parse(row.textNow ?? row.frozen));
	await put(ctx, row.id, { ...report, [part]: text });
}

async function put(ctx: Ctx, id: string, report: FrozenReport): Promise<void> {
	const textNow = canonical(report);
	await store.putNow(ctx.db, id, { title: report.title, textNow, digestNow: digestOf(textNow) });
}

/**
 * Where words were taken out of a report that had never been corrected, it gets a text of now, so that the first one goes
 * on saying of itself what it was.
 */
export async function sealReportsAnew(ctx: Ctx): Promise<void> {
	for (const row of await store.all(ctx.db)) {
		const text = row.textNow ?? row.frozen;
		if (digestOf(text) === (row.digestNow ?? row.digest) && row.title === titleOf(text)) continue;
		await put(ctx, row.id, FrozenReport.parse(JSON.parse(text)));
	}
}

const titleOf = (text: string) => FrozenReport.parse(JSON.parse(text)).title;

/** It stays readable, and leaves lists. */
export async function withdrawReport(ctx: Ctx, number: number, at: string, successor: number | null): Promise<void> {
	const row = found(await store.rowByNumber(ctx.db, number), 'report');
	const next = successor === null ? null : found(await store.rowByNumber(ctx.db, successor), 'report');
	await store.withdraw(ctx.db, row.id, { withdrawnAt: row.withdrawnAt ?? at, successorId: next?.id ?? null });
}
