import * as consultations from '#lib/consultations/consultations.server.ts';
import { DocketQuery, docketSearch } from '#lib/distillation/docket.ts';
import * as distillation from '#lib/distillation/distillation.server.ts';
import { AssignForm, PutForm } from '#lib/distillation/forms.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/act.ts';
import { newId } from '#lib/server/ids.ts';
import { excerpt } from '#lib/texts/excerpt.ts';
import { here, justDone, undo } from './undo.ts';

const EXCERPT = 240;

function rowOf(
	{ docket, places, body, german, ...rest }: distillation.WorkItem,
	search: string,
	names: Map<string, string>
) {
	const { number, revision, kind, group, publishedAt, assigneeId, aside } = docket;
	return {
		...{ number, kind, group, publishedAt, aside, ...rest },
		seen: `${number}.${revision}`,
		excerpt: excerpt(body, EXCERPT),
		german: german && excerpt(`${german.title}. ${german.body}`, EXCERPT),
		assignee: assigneeId && (names.get(assigneeId) ?? null),
		places: places.map(({ cluster, title, segmentId }) => ({ cluster, title, passage: segmentId !== null })),
		href: `/werkstatt/verteilen/${number}?${search}`
	};
}

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
	const { id, fields } = await consultations.leading(ctx);
	const colleagues = await distillation.colleagues(ctx);
	await distillation.takeInNews(ctx);
	const ask = DocketQuery.parse(Object.fromEntries(search));
	const fieldId = fields.find((field) => field.slug === ask.field)?.id ?? null;
	const { items, next } = await distillation.worklist(ctx, { consultationId: id, ask, fieldId });
	const { clusters } = await distillation.clusters(ctx, id, { show: 'all', sort: 'newest' }, 9);
	const names = new Map(colleagues.map((one) => [one.id, one.name]));
	const start = { ...ask, after: undefined };
	return {
		...sums(await distillation.counts(ctx, id), (of) => fields.find((field) => field.id === of)?.slug ?? ''),
		...{ ask, colleagues, deedId: newId(), undoId: newId(), undo: justDone(url) },
		/** This very list, for the forms to come back to. */
		search: docketSearch(ask),
		fields: fields.map(({ slug, title }) => ({ value: slug, label: title })),
		items: items.map((item) => rowOf(item, docketSearch(start), names)),
		suggestions: clusters.map(({ number, title }) => ({ number, title })),
		next: next && `/werkstatt/verteilen?${docketSearch({ ...ask, after: next })}`,
		first: ask.after ? `/werkstatt/verteilen?${docketSearch(start)}` : null
	};
}

export const load = ({ locals: { ctx }, url }) => showing(desktop(ctx, url));

export const actions = {
	put: (event) =>
		act(event, PutForm, async (ctx, form) => {
			const { id } = await consultations.leading(ctx);
			await distillation.put(ctx, id, form);
			return here(event, { ok: 'deskPut', schritt: form.id });
		}),
	assign: (event) =>
		act(event, AssignForm, async (ctx, form) => {
			const { id } = await consultations.leading(ctx);
			await distillation.assign(ctx, id, form);
			return here(event, { ok: 'deskSaved', schritt: form.id });
		}),
	undo
};
