import * as consultations from '#lib/consultations/consultations.server.ts';
import { DocketQuery, docketSearch, type DocketAsk } from '#lib/distillation/docket.ts';
import * as distillation from '#lib/distillation/distillation.server.ts';
import { AsideForm, AssignForm, CutForm, RemarkForm, UncutForm } from '#lib/distillation/forms.ts';
import { sentencesOf } from '#lib/distillation/sentences.ts';
import { deskHref, mayModerate } from '#lib/moderation/screening.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/act.ts';
import { newId } from '#lib/server/ids.ts';
import { excerpt } from '#lib/texts/excerpt.ts';
import { here, justDone, undo } from '../undo.ts';

const EXCERPT = 220;

async function whereOf(ctx: Ctx, search: URLSearchParams) {
	const { id, fields } = await consultations.leading(ctx);
	const ask: DocketAsk = { ...DocketQuery.parse(Object.fromEntries(search)), after: undefined };
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

function similarTo({ docket, title, language, body, places, score, near }: distillation.Neighbour, search: string) {
	return {
		...{ number: docket.number, seen: `${docket.number}.${docket.revision}`, title, language, near },
		excerpt: excerpt(body, EXCERPT),
		percent: Math.round(score * 100),
		open: docket.openSince !== null,
		clusters: places.map(({ cluster, title }) => ({ number: cluster, title })),
		href: `/werkstatt/verteilen/${docket.number}?${search}`
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
	await distillation.takeInNews(ctx);
	const where = await whereOf(ctx, url.searchParams);
	const hand = await distillation.inHand(ctx, where.consultationId, number);
	const { docket, proposal, digest, segments, places, remarks } = hand;
	const { similar, suggestions } = await distillation.beside(ctx, where.consultationId, proposal);
	const next = await distillation.nextAfter(ctx, where, number);
	const { deeds } = await distillation.log(ctx, { consultationId: where.consultationId, subjectId: proposal.id });
	const query = docketSearch(where.ask);
	return {
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
		list: `/werkstatt/verteilen?${query}`,
		next: next === null ? null : `/werkstatt/verteilen/${next}?${query}`
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
			await distillation.cut(ctx, where.consultationId, form);
			const next = await distillation.nextAfter(ctx, where, Number(event.params.number));
			const query = new URLSearchParams(docketSearch(where.ask));
			query.set('ok', next === null ? 'deskPut' : 'deskPutNext');
			query.set('schritt', form.id);
			return `/werkstatt/verteilen${next === null ? '' : `/${next}`}?${query}`;
		}),
	/** Puts it in its place and stays, for the next concern in the same text. */
	stay: (event) =>
		act(event, CutForm, async (ctx, form) => {
			const { id } = await consultations.leading(ctx);
			await distillation.cut(ctx, id, form);
			return here(event, { ok: 'deskPut', schritt: form.id });
		}),
	uncut: (event) =>
		act(event, UncutForm, async (ctx, form) => {
			const { id } = await consultations.leading(ctx);
			await distillation.uncut(ctx, id, form);
			return staying(event, form.id);
		}),
	aside: (event) =>
		act(event, AsideForm, async (ctx, form) => {
			const { id } = await consultations.leading(ctx);
			await distillation.setAside(ctx, id, form);
			return staying(event, form.id);
		}),
	assign: (event) =>
		act(event, AssignForm, async (ctx, form) => {
			const { id } = await consultations.leading(ctx);
			await distillation.assign(ctx, id, form);
			return staying(event, form.id);
		}),
	remark: (event) =>
		act(event, RemarkForm, async (ctx, form) => {
			const { id } = await consultations.leading(ctx);
			await distillation.remark(ctx, id, form);
			return staying(event, form.id);
		}),
	undo
};
