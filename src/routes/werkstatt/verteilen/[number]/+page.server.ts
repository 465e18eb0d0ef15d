import { withQuery } from '#lib/address.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { WorkListQuery, workListSearch, type WorkListAsk } from '#lib/distillation/desk/workItem.ts';
import * as distillation from '#lib/distillation/distillation.server.ts';
import { AsideForm, AssignForm, CutForm, RemarkForm, UncutForm } from '#lib/distillation/forms.ts';
import { sentencesOf } from '#lib/distillation/segments/sentences.ts';
import { deskHref, mayModerate } from '#lib/moderation/screening.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';
import { excerpt } from '#lib/texts/excerpt.ts';
import { rowOf } from '../row.ts';
import { here, justDone, put, undo } from '../undo.ts';

const EXCERPT = 220;

async function whereOf(ctx: Ctx, search: URLSearchParams) {
	const { id, allFields: fields } = await consultations.current(ctx);
	const ask: WorkListAsk = { ...WorkListQuery.parse(Object.fromEntries(search)), after: undefined };
	return { consultationId: id, ask, fieldId: fields.find((field) => field.slug === ask.field)?.id ?? null };
}

/** Each sentence with the clusters it already has a place in. */
function sentencesIn({ proposal, segments, places }: distillation.InHand) {
	return sentencesOf(proposal.body).map(({ starts, ends, text }) => {
		const over = segments.filter((segment) => segment.starts < ends && segment.ends > starts).map(({ id }) => id);
		const clusters = places.filter(({ segmentId }) => segmentId !== null && over.includes(segmentId));
		return { value: `${starts}-${ends}`, text, clusters: [...new Set(clusters.map((place) => place.cluster))] };
	});
}

function similarTo({ docket, title, language, body, places, nearness, near }: distillation.Neighbour, search: string) {
	return {
		...{ number: docket.number, seen: `${docket.number}.${docket.revision}`, title, language, near, nearness },
		excerpt: excerpt(body, EXCERPT),
		open: docket.openSince !== null,
		clusters: places.map(({ cluster, title }) => ({ number: cluster, title })),
		href: withQuery(`/werkstatt/verteilen/${docket.number}`, search)
	};
}

function headOf(ctx: Ctx, { proposal, german }: distillation.InHand) {
	const { id, number, kind, field, authorGroup, title, language, evidence, redactedAt, publishedAt } = proposal;
	const mayHelp = language !== 'de' && mayModerate(ctx.person).ok;
	return {
		...{ number, kind, field, title, language, german, evidence, publishedAt },
		...{ group: authorGroup, redacted: redactedAt !== null },
		summarise: mayHelp ? `${deskHref('proposal', id)}#deutsch` : null
	};
}

async function desktop(ctx: Ctx, number: number, url: URL) {
	const colleagues = await distillation.colleagues(ctx);
	await distillation.syncIfChanged(ctx);
	const where = await whereOf(ctx, url.searchParams);
	const hand = await distillation.inHand(ctx, where.consultationId, number);
	const { docket, proposal, digest, segments, places, remarks } = hand;
	const { german } = hand;
	const asking = german ? { id: proposal.id, title: german.title, body: german.body } : proposal;
	const { similar, suggestions } = await distillation.beside(ctx, where.consultationId, asking);
	const next = await distillation.nextAfter(ctx, where, number);
	const { deeds } = await distillation.log(ctx, { consultationId: where.consultationId, subjectId: proposal.id });
	const query = workListSearch(where.ask);
	const names = new Map(colleagues.map((one) => [one.id, one.name]));
	const { items } = await distillation.worklist(ctx, where);
	return {
		items: items.map((item) => rowOf(item, query, names)),
		...headOf(ctx, hand),
		...{ digest, remarks, suggestions, colleagues, deeds, subject: proposal.id },
		...{ deedId: newId(), undoId: newId(), noteId: newId(), undo: justDone(url) },
		seen: `${number}.${docket.revision}`,
		open: docket.openSince !== null,
		aside: docket.aside,
		assignee: colleagues.find((one) => one.id === docket.assigneeId) ?? null,
		sentences: sentencesIn(hand),
		places: places.map((place) => {
			const segment = segments.find(({ id }) => id === place.segmentId);
			return { ...place, text: segment?.text ?? null, redacted: segment?.redacted ?? false };
		}),
		similar: similar.map((one) => similarTo(one, query)),
		search: query,
		list: withQuery('/werkstatt/verteilen', query),
		next: next === null ? null : withQuery(`/werkstatt/verteilen/${next}`, query)
	};
}

export const load = ({ locals: { ctx }, url, params }) => showing(desktop(ctx, Number(params.number), url));

type Event = Parameters<typeof here>[0];

const staying = (event: Event, deed: string) => here(event, { ok: 'deskSaved', schritt: deed });

export const actions = {
	/** Puts it in its place and takes up the next one. */
	put: (event) =>
		act(event, CutForm, async (ctx, form) => {
			const where = await whereOf(ctx, event.url.searchParams);
			const cluster = await distillation.cut(ctx, where.consultationId, form);
			const next = await distillation.nextAfter(ctx, where, Number(event.params.number));
			const query = new URLSearchParams(workListSearch(where.ask));
			query.set('ok', put(form, cluster, next !== null));
			query.set('schritt', form.id);
			return withQuery(`/werkstatt/verteilen${next === null ? '' : `/${next}`}`, query);
		}),
	/** Puts it in its place and stays, for the next concern in the same text. */
	stay: (event) =>
		act(event, CutForm, async (ctx, form) => {
			const { id } = await consultations.current(ctx);
			const cluster = await distillation.cut(ctx, id, form);
			return here(event, { ok: put(form, cluster), schritt: form.id });
		}),
	uncut: (event) =>
		act(event, UncutForm, async (ctx, form) => {
			const { id } = await consultations.current(ctx);
			await distillation.uncut(ctx, id, form);
			return staying(event, form.id);
		}),
	aside: (event) =>
		act(event, AsideForm, async (ctx, form) => {
			const { id } = await consultations.current(ctx);
			await distillation.setAside(ctx, id, form);
			return staying(event, form.id);
		}),
	assign: (event) =>
		act(event, AssignForm, async (ctx, form) => {
			const { id } = await consultations.current(ctx);
			await distillation.assign(ctx, id, form);
			return staying(event, form.id);
		}),
	remark: (event) =>
		act(event, RemarkForm, async (ctx, form) => {
			const { id } = await consultations.current(ctx);
			await distillation.remark(ctx, id, form);
			return staying(event, form.id);
		}),
	undo
};
