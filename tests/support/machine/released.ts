import * as calls from '#lib/calls/calls.server.ts';
import type { ReportInput } from '#lib/reports/report.ts';
import * as reports from '#lib/reports/reports.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';

/** What goes out needs two people: `reader` approves it as it is, `publisher` lets it out. */

export async function releaseCall(reader: Ctx, publisher: Ctx, number: number): Promise<void> {
	const call = await calls.inWorkshop(reader, number);
	await calls.approve(reader, number, calls.approvalState(call).digest);
	await calls.publish(publisher, number, call.revision);
}

/** Begun, counted, approved and published in one go. Returns its number. */
export async function releaseReport(
	reader: Ctx,
	publisher: Ctx,
	consultationId: string,
	form: ReportInput
): Promise<number> {
	await reports.begin(publisher, consultationId, form);
	const draft = await reports.draftOf(reader, consultationId);
	if (!draft) throw new Error('no draft to release');
	await reports.approve(reader, consultationId, (await reports.approvalState(reader, draft)).digest);
	return reports.publish(publisher, consultationId, { id: draft.id, revision: draft.revision });
}
