import * as consultations from '../consultations/consultations.server.ts';
import { noonOf } from '../time.ts';
import { startOfDay } from '../consultations/phases/phases.ts';
import { voiceOf } from '../people/details/language.ts';
import { ListQuery } from '../proposals/proposal.ts';
import * as proposals from '../proposals/proposals.server.ts';
import * as workshops from '../recording/workshops/workshops.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { idsBefore } from '../server/ids.ts';
import { lastChange, publicEntries } from '../server/journal/journal.server.ts';
import { day, isoDay } from '../texts/dates.ts';
import { fill, t } from '../texts/texts.ts';
import type { FeedLine } from './atom.ts';
import { FEED_VERBS, tell } from './chronicle.ts';
import { bound, FEED_PAGE, placeOf, RANK, sorted, type Bound, type Place, type Ranked } from './feed.ts';

/** One page of the feed, newest first: what happened, meetings, contributions. `next`: where the page after it begins. */
export async function feed(
	ctx: Ctx,
	before: Place | null
): Promise<{ lines: FeedLine[]; next: string | null; changedAt: string | null }> {
	const all = await Promise.all([
		milestones(ctx, bound(before, RANK.milestone)),
		meetings(ctx, bound(before, RANK.meeting)),
		contributions(ctx, bound(before, RANK.contribution))
	]);
	const entries = sorted(all.flat());
	const shown = entries.slice(0, FEED_PAGE);
	const last = shown.at(-1);
	return {
		lines: shown.map(({ line }) => line),
		next: entries.length > FEED_PAGE && last ? placeOf(last) : null,
		changedAt: await lastChange(ctx)
	};
}

async function milestones(ctx: Ctx, before: Bound | null): Promise<Ranked[]> {
	const limit = FEED_PAGE + 1;
	const entries = await publicEntries(ctx, { verbs: FEED_VERBS, before: before && idBefore(before), limit });
	const titles = await consultations.phaseTitles(ctx);
	return entries.flatMap((entry) => {
		const line = tell(entry, titles);
		return line ? [{ at: entry.at, rank: RANK.milestone, key: entry.id, line }] : [];
	});
}

function idBefore({ at, key }: Bound): string {
	if (key === 'none') return idsBefore(Date.parse(at));
	return key === 'all' ? idsBefore(Date.parse(at) + 1) : key;
}

/** Of a series of numbers: none at that moment, all of them, or those before one. */
const numberBefore = ({ key }: Bound) => (key === 'none' ? 0 : key === 'all' ? 999_999_999 : Number(key));

/** The day is enough: the minute would tell who was at a screen just then. */
const dayOf = (instant: string) => startOfDay(isoDay(instant), 0);

async function meetings(ctx: Ctx, before: Bound | null): Promise<Ranked[]> {
	const asked = before && { at: before.at, number: numberBefore(before) };
	return (await workshops.latest(ctx, asked, FEED_PAGE + 1)).map(({ number, label, heldOn, publishedAt }) => {
		const text = fill(t.journal.meeting, { day: day(noonOf(heldOn)), label });
		const line = { id: `treffen-${number}`, at: dayOf(publishedAt), text, href: `/treffen/${number}` };
		return { at: publishedAt, rank: RANK.meeting, key: String(number), line };
	});
}

async function contributions(ctx: Ctx, before: Bound | null): Promise<Ranked[]> {
	const found: Ranked[] = [];
	for (const { id } of await consultations.all(ctx)) {
		let after: string | null = before ? proposals.listedFrom(before.at, numberBefore(before)) : '';
		for (let taken = 0; taken <= FEED_PAGE && after !== null; taken += proposals.PAGE) {
			const ask = ListQuery.parse({ nach: after || undefined });
			const page: Awaited<ReturnType<typeof proposals.list>> = await proposals.list(ctx, id, ask);
			found.push(...page.proposals.map(contribution));
			after = page.next;
		}
	}
	return found;
}

function contribution({ number, title, language, publishedAt, redactedAt }: proposals.Proposal): Ranked {
	const at = publishedAt ?? '';
	const changed = redactedAt !== null && redactedAt > at ? redactedAt : at;
	const text = fill(t.journal.contribution, { number, title });
	const line = { id: `beitrag-${number}`, at: dayOf(changed), text, href: `/beitraege/${number}` };
	return { at, rank: RANK.contribution, key: String(number), line: { ...line, language: voiceOf(language).lang } };
}
