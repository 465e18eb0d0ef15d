import { AnswerAllForm, mayAnswer } from '#lib/answers/answer.ts';
import { PublishPlainForm } from '#lib/campaigns/campaign.ts';
import * as campaigns from '#lib/campaigns/campaigns.server.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { mayDistil } from '#lib/distillation/desk/workItem.ts';
import * as distillation from '#lib/distillation/distillation.server.ts';
import { PutAllForm } from '#lib/distillation/forms.ts';
import { deskHref, mayModerate } from '#lib/moderation/screening.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';

const SUGGESTED = 9;

/** The lists whose way back each of the three works takes. */
const BACK = {
	publish: '/werkstatt/eingang?/undo',
	put: '/werkstatt/verteilen?/undo',
	answer: '/werkstatt/verbleib?/undo'
} as const;

function justDone(url: URL) {
	const deed = url.searchParams.get('schritt');
	const work = url.searchParams.get('was');
	if (!deed || (work !== 'publish' && work !== 'put' && work !== 'answer')) return null;
	return { action: BACK[work], id: newId(), deed };
}

async function suggestions(ctx: Ctx, consultationId: string) {
	if (!mayDistil(ctx.person).ok) return [];
	const asked = { show: 'all', sort: 'newest' } as const;
	const { clusters } = await distillation.clusters(ctx, consultationId, asked, SUGGESTED);
	return clusters.map(({ number, title }) => ({ number, title }));
}

/** The text several have sent, as it is read before it is published. */
async function plainText(ctx: Ctx, consultationId: string, number: number) {
	const plain = await campaigns.plain(ctx, consultationId, number);
	if (!plain) return null;
	const { title, body, evidence, language, marks, seen: texts } = plain;
	return { title, body, evidence, language, count: marks.size, texts };
}

async function sheet(ctx: Ctx, number: number, url: URL) {
	const { id } = await consultations.current(ctx);
	const campaign = await campaigns.campaign(ctx, id, number);
	await distillation.syncIfChanged(ctx);
	const { members, next } = await campaigns.members(ctx, id, number, url.searchParams.get('nach') ?? undefined);
	const draft = mayAnswer(ctx.person).ok ? await strategy.draftOf(ctx, id) : null;
	const moderates = mayModerate(ctx.person).ok;
	const here = `/werkstatt/kampagnen/${number}`;
	return {
		...{ campaign, actId: newId(), undo: justDone(url) },
		plain: moderates ? await plainText(ctx, id, number) : null,
		may: { screen: moderates, put: mayDistil(ctx.person).ok, answer: mayAnswer(ctx.person).ok },
		draft: draft && draft.number,
		marks: await campaigns.formMarks(ctx, id, number),
		suggestions: await suggestions(ctx, id),
		members: members.map(({ id, waits, ...one }) => ({
			...{ ...one, waits },
			href: waits && moderates ? deskHref('proposal', id) : waits ? null : `/beitraege/${one.number}`
		})),
		next: next && `${here}?nach=${encodeURIComponent(next)}`,
		first: url.searchParams.has('nach') ? here : null
	};
}

export const load = ({ locals: { ctx }, params, url }) => showing(sheet(ctx, Number(params.number), url));

const done = (number: string, work: keyof typeof BACK, id: string, said: string) =>
	`/werkstatt/kampagnen/${number}?ok=${said}&was=${work}&schritt=${id}`;

export const actions = {
	publish: (event) =>
		act(event, PublishPlainForm, async (ctx, form) => {
			const { id } = await consultations.current(ctx);
			await campaigns.publishPlain(ctx, id, Number(event.params.number), form);
			return done(event.params.number, 'publish', form.id, 'subjectsPublished');
		}),
	put: (event) =>
		act(event, PutAllForm, async (ctx, form) => {
			const { id } = await consultations.current(ctx);
			await campaigns.putAll(ctx, id, Number(event.params.number), form);
			return done(event.params.number, 'put', form.id, 'deskPut');
		}),
	answer: (event) =>
		act(event, AnswerAllForm, async (ctx, form) => {
			const { id } = await consultations.current(ctx);
			await campaigns.answerAll(ctx, id, Number(event.params.number), form);
			return done(event.params.number, 'answer', form.id, 'answersSaved');
		})
};
