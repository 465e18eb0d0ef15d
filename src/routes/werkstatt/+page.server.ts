import * as answers from '#lib/answers/answers.server.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import type { Consultation } from '#lib/consultations/consultation.ts';
import { standing } from '#lib/consultations/standing.ts';
import * as distillation from '#lib/distillation/distillation.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import { desksOf, type Desk } from '#lib/people/desks.ts';
import * as promises from '#lib/promises/promises.server.ts';
import * as publishing from '#lib/publishing/publishing.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import * as tickets from '#lib/tickets/tickets.server.ts';
import { untilDay } from '#lib/texts/de/dates.ts';
import { count, fill, t } from '#lib/texts/texts.ts';

const words = t.workshop.waiting;

/** What waits at the desks of the draft: its text, its answers, its gates. One sentence each. */
async function aboutDraft(ctx: Ctx, consultation: Consultation): Promise<Partial<Record<Desk, string>>> {
	const draft = await strategy.draftOf(ctx, consultation.id);
	const { none, byDisposition } = await answers.counts(ctx, consultation.id, draft?.id ?? null);
	const verbleib = count(words.answers, none + byDisposition.open);
	if (!draft) return { entwurf: words.noDraft, verbleib, freigabe: words.noDraft };
	const { conditions } = await publishing.standing(ctx, draft.id);
	return {
		entwurf: fill(words.draft, { number: draft.number }),
		verbleib,
		freigabe: count(words.gates, conditions.filter((condition) => condition.state === 'missing').length)
	};
}

async function aboutDesk(ctx: Ctx, consultationId: string): Promise<string> {
	await distillation.takeInNews(ctx);
	const counts = await distillation.counts(ctx, consultationId);
	return count(
		words.dockets,
		counts.reduce((sum, { open }) => sum + open, 0)
	);
}

function aboutPhase({ phases }: Consultation, now: string): string {
	const today = standing(phases, now);
	if (today.state !== 'open') return words.noPhase;
	const { kind, endsAt } = today.phase;
	return fill(words.phase, { phase: t.consultations.phases[kind], until: untilDay(endsAt) });
}

export const load = async ({ locals: { ctx } }) => {
	const desks = desksOf(ctx.person);
	const [consultation] = await consultations.all(ctx);
	const told: Partial<Record<Desk, string>> = {
		...(desks.includes('eingang') && { eingang: count(words.screening, await moderation.countWaiting(ctx)) }),
		...(desks.includes('meldungen') && {
			meldungen: count(t.tickets.desk.waiting, await tickets.countOpen(ctx))
		}),
		...(desks.includes('widersprueche') && {
			widersprueche: count(t.moderation.appeals.waiting, await moderation.countAppeals(ctx))
		}),
		...(consultation && desks.includes('verteilen') && { verteilen: await aboutDesk(ctx, consultation.id) }),
		...(consultation && desks.includes('entwurf') && (await aboutDraft(ctx, consultation))),
		...(consultation &&
			desks.includes('umsetzung') && {
				umsetzung: count(t.promises.counts.overdue, await promises.countOverdue(ctx, consultation.id))
			}),
		...(consultation && desks.includes('phasen') && { phasen: aboutPhase(consultation, ctx.now) })
	};
	return { overview: desks.map((desk) => ({ desk, waits: told[desk] ?? null })) };
};
