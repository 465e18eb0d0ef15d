import * as amendments from '#lib/amendments/amendments.server.ts';
import { noonOf } from '#lib/time.ts';
import * as answers from '#lib/answers/answers.server.ts';
import type { Waiting } from '#lib/approvals/approvals.server.ts';
import * as calls from '#lib/calls/calls.server.ts';
import * as corrections from '#lib/corrections/corrections.server.ts';
import type { Consultation } from '#lib/consultations/consultation.ts';
import { phaseStatus } from '#lib/consultations/phases/phaseStatus.ts';
import * as distillation from '#lib/distillation/distillation.server.ts';
import { ageInWords, isOverdue } from '#lib/moderation/queue/age.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import type { WorkArea, WaitingWork } from '#lib/people/staff/workAreas.ts';
import * as promises from '#lib/promises/promises.server.ts';
import { mayPublish } from '#lib/publishing/publishing.ts';
import * as publishing from '#lib/publishing/publishing.server.ts';
import * as reports from '#lib/reports/reports.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import * as tickets from '#lib/tickets/tickets.server.ts';
import { untilDay } from '#lib/texts/dates.ts';
import { count, fill, t } from '#lib/texts/texts.ts';

const words = () => t.workshop.waiting;

/** A pile with what is said of it. Nothing on it: it is said all the same, further down. */
export type Told = WaitingWork & { told: string; age: string | null };

function pile(
	ctx: Ctx,
	desk: WorkArea,
	told: string,
	on: { count: number; since?: string | undefined; late?: boolean }
): Told {
	const since = on.since ?? null;
	const age = since && fill(words().longest, { age: ageInWords(since, ctx.now) });
	return { desk, told, count: on.count, since, late: on.late ?? false, age };
}

async function screening(ctx: Ctx): Promise<Told[]> {
	const waiting = await moderation.countWaiting(ctx);
	const oldest = await moderation.oldestWaiting(ctx);
	const on = { count: waiting, since: oldest?.since, late: oldest?.overdue ?? false };
	return [pile(ctx, 'eingang', count(words().screening, waiting), on)];
}

async function appeals(ctx: Ctx): Promise<Told[]> {
	const filed = await moderation.waitingAppeals(ctx);
	const since = filed.find((one) => !one.own)?.filedAt;
	// What one has decided oneself waits for somebody else.
	const own = filed.filter((one) => one.own).length;
	const waiting = (await moderation.countAppeals(ctx)) - own;
	const told =
		waiting === 0 && own > 0 ? count(words().appealsElse, own) : count(t.moderation.appeals.waiting, waiting);
	const late = since !== undefined && isOverdue(since, ctx.now);
	return [pile(ctx, 'widersprueche', told, { count: waiting, since, late })];
}

async function reported(ctx: Ctx): Promise<Told[]> {
	const waiting = await tickets.countOpen(ctx);
	const oldest = (await tickets.open(ctx, null)).tickets[0];
	const on = { count: waiting, since: oldest?.filedAt, late: oldest?.overdue ?? false };
	return [pile(ctx, 'meldungen', count(t.tickets.desk.waiting, waiting), on)];
}

async function dockets(ctx: Ctx, { id }: Consultation): Promise<Told[]> {
	await distillation.syncIfChanged(ctx);
	const open = (await distillation.counts(ctx, id)).reduce((sum, one) => sum + one.open, 0);
	return [pile(ctx, 'verteilen', count(words().dockets, open), { count: open })];
}

/** What waits at the desks of the draft: other wordings proposed for it, answers, and its release. */
async function draft(ctx: Ctx, { id }: Consultation): Promise<Told[]> {
	const head = await strategy.draftOf(ctx, id);
	const proposed = await amendments.countOpen(ctx, id);
	const { none, byDisposition } = await answers.counts(ctx, id, head?.id ?? null);
	const lacking = none + byDisposition.open;
	const state = head ? fill(words().draft, { number: head.number }) : words().noDraft;
	return [
		pile(ctx, 'entwurf', `${state} ${count(words().amendments, proposed)}`.trim(), { count: proposed }),
		pile(ctx, 'verbleib', count(words().answers, lacking), { count: lacking }),
		head ? await release(ctx, head.id) : pile(ctx, 'freigabe', words().noDraft, { count: 0 })
	];
}

/** What waits for a second person, or for the one who lets it out. */
function approval(ctx: Ctx, desk: WorkArea, turns: readonly Waiting[], calm: string): Told {
	const [first] = turns.toSorted((one, other) => (one.since < other.since ? -1 : 1));
	if (!first) return pile(ctx, desk, calm, { count: 0 });
	const told = turns.map(({ subject, for: what }) => {
		const named = fill(t.approvals.named[subject.kind], { number: subject.number ?? '', title: subject.title });
		return fill(words().turns[what], { what: named });
	});
	return pile(ctx, desk, told.join(' '), { count: turns.length, since: first.since });
}

/** It is a publisher's turn when somebody asked for it, or when only their hand is missing. */
async function release(ctx: Ctx, versionId: string): Promise<Told> {
	const { conditions, approvals, number, facts } = await publishing.standing(ctx, versionId);
	const { askedAt } = approvals;
	const missing = conditions.filter((condition) => condition.state === 'missing').length;
	const asked = askedAt !== null && approvals.given.length === 0;
	if (asked) return pile(ctx, 'freigabe', fill(words().asked, { number }), { count: 1, since: askedAt });
	return pile(ctx, 'freigabe', count(words().gates, missing), { count: mayPublish(ctx.person, facts).ok ? 1 : 0 });
}

async function reviews(ctx: Ctx, { id }: Consultation): Promise<Told[]> {
	const due = (await promises.overview(ctx, id)).filter((one) => one.overdue);
	const since = due.flatMap(({ update }) => update?.reviewOn ?? []).sort()[0];
	const on = { count: due.length, since: since && noonOf(since), late: due.length > 0 };
	return [pile(ctx, 'umsetzung', count(t.promises.counts.overdue, due.length), on)];
}

function phase(ctx: Ctx, { phases }: Consultation): Told[] {
	const today = phaseStatus(phases, ctx.now);
	if (today.state !== 'open') return [pile(ctx, 'phasen', words().noPhase, { count: 0 })];
	const { title, endsAt } = today.phase;
	const told = fill(words().phase, { phase: title, until: untilDay(endsAt) });
	return [pile(ctx, 'phasen', told, { count: 0 })];
}

/** What lies at these desks; desks of which nothing can be told are not among them. */
export async function pilesAt(
	ctx: Ctx,
	desks: readonly WorkArea[],
	consultation: Consultation | null
): Promise<Told[]> {
	const at = (desk: WorkArea) => desks.includes(desk);
	return [
		...(at('eingang') ? await screening(ctx) : []),
		...(at('widersprueche') ? await appeals(ctx) : []),
		...(at('meldungen') ? await reported(ctx) : []),
		...(consultation && at('verteilen') ? await dockets(ctx, consultation) : []),
		...(consultation && at('entwurf') ? await draft(ctx, consultation) : []),
		...(at('aufrufe') ? [approval(ctx, 'aufrufe', await calls.waiting(ctx), words().noTurn)] : []),
		...(consultation && at('berichte')
			? [approval(ctx, 'berichte', await reports.waiting(ctx, consultation.id), words().noTurn)]
			: []),
		...(at('berichtigungen') ? [approval(ctx, 'berichtigungen', await corrections.waiting(ctx), words().noTurn)] : []),
		...(consultation && at('umsetzung') ? await reviews(ctx, consultation) : []),
		...(consultation && at('phasen') ? phase(ctx, consultation) : [])
	];
}
