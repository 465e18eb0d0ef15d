import { z } from 'zod';
import { shownApprovals } from '#lib/approvals/shown.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import {
	ApproveForm,
	mayApproveReport,
	mayDraftReport,
	mayReport,
	PublishForm,
	ReportChangeForm,
	ReportForm,
	RevisionForm
} from '#lib/reports/report.ts';
import * as reports from '#lib/reports/reports.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';
import { explain } from '#lib/texts/texts.ts';

const desk = '/werkstatt/berichte';

async function release(ctx: Ctx, draft: reports.ReportDraft) {
	const approvals = await reports.approvalsOf(ctx, draft);
	const approvedBy = approvals.given.map((one) => one.personId);
	return {
		approvals: shownApprovals(approvals),
		state: (await reports.approvalState(ctx, draft)).digest,
		whyNotApprove: explain(mayApproveReport(ctx.person)),
		whyNotPublish: explain(mayReport(ctx.person, approvedBy)),
		upToDate: await reports.isUpToDate(ctx, draft)
	};
}

export const load = async ({ locals: { ctx } }) => {
	const { id } = await showing(consultations.current(ctx));
	const { draft, ...preview } = await showing(reports.preview(ctx, id));
	return {
		id: newId(),
		preview,
		draft: draft && {
			...{ id: draft.id, title: draft.title, foreword: draft.foreword, revision: draft.revision },
			...(await release(ctx, draft))
		},
		whyNot: explain(mayDraftReport(ctx.person))
	};
};

/** On the report of the leading consultation; `ok` says what was done. */
async function onLeading(ctx: Ctx, ok: string, verb: (consultationId: string) => Promise<void>): Promise<string> {
	await verb((await consultations.current(ctx)).id);
	return `${desk}?ok=${ok}`;
}

export const actions = {
	begin: (event) =>
		act(event, ReportForm, (ctx, form) => onLeading(ctx, 'reportDrafted', (id) => reports.begin(ctx, id, form))),
	change: (event) =>
		act(event, ReportChangeForm, (ctx, form) => onLeading(ctx, 'reportSaved', (id) => reports.change(ctx, id, form))),
	recount: (event) =>
		act(event, RevisionForm, (ctx, { revision }) =>
			onLeading(ctx, 'reportRecounted', (id) => reports.recount(ctx, id, revision))
		),
	discard: (event) =>
		act(event, RevisionForm, (ctx, { revision }) =>
			onLeading(ctx, 'reportDiscarded', (id) => reports.discard(ctx, id, revision))
		),
	ask: (event) => act(event, z.object({}), (ctx) => onLeading(ctx, 'approvalAsked', (id) => reports.ask(ctx, id))),
	approve: (event) =>
		act(event, ApproveForm, (ctx, { state }) =>
			onLeading(ctx, 'approvalGiven', (id) => reports.approve(ctx, id, state))
		),
	takeBack: (event) =>
		act(event, z.object({}), (ctx) => onLeading(ctx, 'approvalTakenBack', (id) => reports.takeApprovalBack(ctx, id))),
	publish: (event) =>
		act(event, PublishForm, async (ctx, form) => {
			const { id } = await consultations.current(ctx);
			const number = await reports.publish(ctx, id, form);
			return `/berichte/${number}?ok=reportPublished`;
		})
};
