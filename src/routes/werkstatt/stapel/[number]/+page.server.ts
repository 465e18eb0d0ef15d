import { withQuery } from '#lib/address.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { clusterSearch } from '#lib/distillation/clusters/cluster.ts';
import * as distillation from '#lib/distillation/distillation.server.ts';
import { DescribeForm, MarkForm, MergeForm, RemarkForm, SplitForm, TakeOutForm } from '#lib/distillation/forms.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';
import { LeadForm } from '#lib/strategy/clusterLinks/clusterLink.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { here, justDone, undo } from '../../verteilen/undo.ts';
import { askIn, list, rowsOf } from '../rows.ts';

/** The point a cluster leads to, as the draft has it, and what is not yet behind it. */
async function pointOf(ctx: Ctx, consultationId: string, pointId: string | null, proposalIds: readonly string[]) {
	const draft = await strategy.draftOf(ctx, consultationId);
	const point = draft?.points.find((one) => one.pointId === pointId);
	const numbers = await strategy.numbersOf(ctx, pointId === null ? [] : [pointId]);
	const behind = point?.sources.map((source) => source.proposalId) ?? [];
	return {
		marks: draft && { version: draft.id, revision: draft.revision },
		points: (draft?.points ?? []).map(({ number, title }) => ({ number, title })),
		/** Also of a point that does not stand in the draft. */
		leadsTo: numbers.get(pointId ?? '') ?? null,
		point: point ? { number: point.number, title: point.title } : null,
		missing: new Set(proposalIds.filter((id) => !behind.includes(id))).size
	};
}

/** The field most of these contributions are about: where their point belongs, unless an editor knows better. */
function usual(fieldIds: readonly (string | null)[]): string | null {
	const counts = new Map<string, number>();
	for (const id of fieldIds) if (id) counts.set(id, (counts.get(id) ?? 0) + 1);
	return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? null;
}

async function desktop(ctx: Ctx, number: number, url: URL) {
	const colleagues = await distillation.colleagues(ctx);
	await distillation.syncIfChanged(ctx);
	const { id: consultationId, allFields: fields } = await consultations.current(ctx);
	const cluster = await distillation.cluster(ctx, consultationId, number);
	const members = await distillation.membersOf(ctx, cluster.id);
	const published = members.filter((one) => one.published).map((one) => one.proposalId);
	const { clusters } = await distillation.clusters(ctx, consultationId, { show: 'all', sort: 'newest' }, 10);
	const { deeds } = await distillation.log(ctx, { consultationId, subjectId: cluster.id });
	const ask = askIn(url);
	return {
		items: (await rowsOf(ctx, consultationId, ask)).rows,
		...{ search: clusterSearch(ask), list: withQuery(list, clusterSearch(ask)) },
		...{ cluster, colleagues, deeds, undo: justDone(url) },
		...{ deedId: newId(), undoId: newId(), noteId: newId() },
		relatives: await distillation.relatives(ctx, cluster.id),
		remarks: await distillation.remarksOn(ctx, cluster.id),
		lead: await pointOf(ctx, consultationId, cluster.pointId, published),
		members: members.map(({ proposalId: _, fieldId: __, ...member }) => member),
		field: fields.find(({ id }) => id === usual(members.map(({ fieldId }) => fieldId)))?.slug ?? '',
		fields: fields.map(({ slug, title }) => ({ value: slug, label: title })),
		others: clusters.filter((one) => one.id !== cluster.id).map(({ number, title }) => ({ number, title }))
	};
}

export const load = ({ locals: { ctx }, url, params }) => showing(desktop(ctx, Number(params.number), url));

export const actions = {
	describe: (event) =>
		act(event, DescribeForm, async (ctx, form) => {
			const { id } = await consultations.current(ctx);
			await distillation.describe(ctx, id, form);
			return here(event, { ok: 'deskSaved', schritt: form.id });
		}),
	mark: (event) =>
		act(event, MarkForm, async (ctx, form) => {
			const { id } = await consultations.current(ctx);
			await distillation.mark(ctx, id, form);
			return here(event, { ok: 'deskSaved', schritt: form.id });
		}),
	takeOut: (event) =>
		act(event, TakeOutForm, async (ctx, form) => {
			const { id } = await consultations.current(ctx);
			await distillation.takeOut(ctx, id, form);
			return here(event, { ok: 'deskSaved', schritt: form.id });
		}),
	split: (event) =>
		act(event, SplitForm, async (ctx, form) => {
			const { id } = await consultations.current(ctx);
			await distillation.split(ctx, id, form);
			return here(event, { ok: 'deskSaved', schritt: form.id });
		}),
	merge: (event) =>
		act(event, MergeForm, async (ctx, form) => {
			const { id } = await consultations.current(ctx);
			await distillation.merge(ctx, id, form);
			return here(event, { ok: 'deskSaved', schritt: form.id });
		}),
	lead: (event) =>
		act(event, LeadForm, async (ctx, form) => {
			await strategy.linkClusterToPoint(ctx, form);
			return here(event, { ok: 'deskLed', schritt: form.id });
		}),
	remark: (event) =>
		act(event, RemarkForm, async (ctx, form) => {
			const { id } = await consultations.current(ctx);
			await distillation.remark(ctx, id, form);
			return here(event, { ok: 'deskSaved', schritt: form.id });
		}),
	undo
};
