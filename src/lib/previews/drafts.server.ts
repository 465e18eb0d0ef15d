import type { Consultation } from '../consultations/consultation.ts';
import * as consultations from '../consultations/consultations.server.ts';
import * as calls from '../calls/calls.server.ts';
import { callPaper } from '../calls/callPaper.server.ts';
import { reportPaper } from '../reports/reportPaper.server.ts';
import * as reports from '../reports/reports.server.ts';
import type { Ctx } from '../server/ctx.ts';
import type { Document } from '../server/print/document.ts';
import { versionPaper } from '../strategy/paper/versionPaper.server.ts';
import * as strategy from '../strategy/strategy.server.ts';
import type { Previewed } from './preview.ts';

/** What is drafted now: what a link can lead to. */
export interface Draft {
	kind: Previewed;
	id: string;
	/** null: it gets one when it is published. */
	number: number | null;
	title: string;
}

/** Whoever calls has asked who may know of them. */
export async function drafts(ctx: Ctx, { id }: Pick<Consultation, 'id'>): Promise<Draft[]> {
	const version = await strategy.draftUnder(ctx, id);
	const report = await reports.draftUnder(ctx, id);
	return [
		...(version ? [{ kind: 'version' as const, id: version.id, number: version.number, title: version.title }] : []),
		...(await calls.draftsUnder(ctx)).map((one) => ({
			...{ kind: 'call' as const, id: one.id, number: one.number, title: one.title }
		})),
		...(report ? [{ kind: 'report' as const, id: report.id, number: null, title: report.title }] : [])
	];
}

/** The draft as a paper, as it is now; null: it is none any more. Whoever calls has asked who may read it. */
export async function draftPaper(ctx: Ctx, kind: Previewed, id: string): Promise<Document | null> {
	const consultation = await consultations.current(ctx);
	const { origin } = ctx.app.config;
	if (kind === 'version') {
		const version = await strategy.draftUnder(ctx, consultation.id);
		return version?.id === id ? { ...versionPaper({ ...version, publishedAt: ctx.now }, origin), at: ctx.now } : null;
	}
	if (kind === 'report') {
		const report = await reports.draftUnder(ctx, consultation.id);
		return report?.id === id ? reportPaper(await reports.asPublished(ctx, report), origin) : null;
	}
	const call = (await calls.draftsUnder(ctx)).find((one) => one.id === id);
	return call ? callPaper(call, (await strategy.version(ctx, call.versionNumber)).points, origin) : null;
}
