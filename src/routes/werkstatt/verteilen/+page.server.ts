import { withQuery } from '#lib/address.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { WorkListQuery, workListSearch } from '#lib/distillation/desk/workItem.ts';
import * as distillation from '#lib/distillation/distillation.server.ts';
import { AssignForm, PutForm } from '#lib/distillation/forms.ts';
import * as savedViews from '#lib/savedViews/savedViews.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { howMany } from '#lib/server/http/address/redirectTarget.ts';
import { newId } from '#lib/server/ids.ts';
import { campaignRows } from '../kampagnen/apart.ts';
import { rowOf } from './row.ts';
import { here, justDone, put, undo } from './undo.ts';

function sums(counts: readonly distillation.Count[], slugOf: (fieldId: string) => string) {
	const by = { field: new Map<string, number>(), kind: new Map<string, number>(), group: new Map<string, number>() };
	const add = (to: Map<string, number>, key: string, open: number) => to.set(key, (to.get(key) ?? 0) + open);
	for (const { fieldId, kind, group, open } of counts) {
		add(by.field, slugOf(fieldId), open);
		add(by.kind, kind, open);
		add(by.group, group, open);
	}
	const plain = (map: Map<string, number>) => Object.fromEntries(map);
	return {
		total: counts.reduce((sum, one) => sum + one.total, 0),
		open: counts.reduce((sum, one) => sum + one.open, 0),
		openBy: { field: plain(by.field), kind: plain(by.kind), group: plain(by.group) }
	};
}

async function desktop(ctx: Ctx, url: URL) {
	const search = url.searchParams;
	const { id, allFields: fields } = await consultations.current(ctx);
	const colleagues = await distillation.colleagues(ctx);
	await distillation.syncIfChanged(ctx);
	const ask = WorkListQuery.parse(Object.fromEntries(search));
	const fieldId = fields.find((field) => field.slug === ask.field)?.id ?? null;
	const { items, next } = await distillation.worklist(ctx, { consultationId: id, ask, fieldId });
	const { clusters } = await distillation.clusters(ctx, id, { show: 'all', sort: 'newest' }, 9);
	const names = new Map(colleagues.map((one) => [one.id, one.name]));
	const start = { ...ask, after: undefined };
	return {
		...sums(await distillation.counts(ctx, id), (of) => fields.find((field) => field.id === of)?.slug ?? ''),
		...{ ask, colleagues, deedId: newId(), undoId: newId(), goOn: '#liste', undo: justDone(url) },
		/** This very list, for the forms to come back to. */
		search: workListSearch(ask),
		fields: fields.map(({ slug, title }) => ({ value: slug, label: title })),
		all: search.has('alle'),
		/** Ticks all, or none when all are. */
		allHref: withQuery(
			'/werkstatt/verteilen',
			[workListSearch(ask), search.has('alle') ? '' : 'alle=1'].filter(Boolean).join('&')
		),
		items: items.map((item) => rowOf(item, workListSearch(start), names)),
		saved: await savedViews.shown(ctx, 'desk', workListSearch(ask)),
		campaigns: await campaignRows(ctx, 'toPlace'),
		suggestions: clusters.map(({ number, title }) => ({ number, title })),
		next: next && withQuery('/werkstatt/verteilen', workListSearch({ ...ask, after: next })),
		first: ask.after ? withQuery('/werkstatt/verteilen', workListSearch(start)) : null
	};
}

export const load = ({ locals: { ctx }, url }) => showing(desktop(ctx, url));

export const actions = {
	put: (event) =>
		act(event, PutForm, async (ctx, form) => {
			const { id } = await consultations.current(ctx);
			const cluster = await distillation.put(ctx, id, form);
			return here(event, { ok: put(form, cluster), schritt: form.id });
		}),
	assign: (event) =>
		act(event, AssignForm, async (ctx, form) => {
			const { id } = await consultations.current(ctx);
			await distillation.assign(ctx, id, form);
			return here(event, { ok: howMany('deskAssigned', form.seen.length), schritt: form.id });
		}),
	undo
};
