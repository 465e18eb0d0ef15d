import { z } from 'zod';
import { StatusName } from '../promises/promise.ts';
import type { Entry, JournalVerb } from '../server/journal/journal.server.ts';
import { isoDay } from '../texts/dates.ts';
import { count, fill, t } from '../texts/texts.ts';

/** What has a line of its own. Contributions come by the hundred and are counted by the day instead. */
export const MILESTONES = [
	'phase.began',
	'phase.shortened',
	'phase.extended',
	'phase.narrowed',
	'ballots.sealed',
	'consultation.closed',
	'version.published',
	'answers.published',
	'landscape.published',
	'priorities.published',
	'evaluations.published',
	'call.published',
	'report.published',
	'promise.reported',
	'correction.published',
	'removal.published',
	'restoration.published',
	'withdrawal.published'
] as const satisfies readonly JournalVerb[];
export const CHRONICLE_VERBS = [...MILESTONES, 'proposal.published'] as const satisfies readonly JournalVerb[];
export type Event = (typeof CHRONICLE_VERBS)[number];

export const MilestoneName = z.enum(MILESTONES);
/**
 * What the feed tells besides: every day has an edition of open data, which would bury the chronicle. In a feed its digest
 * is copied by whoever reads along, so that nobody can exchange the edition afterwards.
 */
export const FEED_VERBS = [...MILESTONES, 'data.published', 'data.changed'] as const satisfies readonly JournalVerb[];
const FeedVerb = z.enum(FEED_VERBS);
/** The journal keeps plain facts. What is missing or unreadable leaves its gap visible rather than breaking the page. */
const Details = z.record(z.string(), z.union([z.string(), z.number()])).catch({});
type Facts = z.output<typeof Details>;

export interface Line {
	/** The journal's id of it: stable for ever. */
	id: string;
	at: string;
	text: string;
	href: string | null;
}

/** A day, or a run of days on which nothing came but contributions. Dates in Germany, e.g. `2027-05-10`. */
export interface Day {
	date: string;
	/** The first day of a run; the same as `date` for a single day. */
	since: string;
	lines: Line[];
	contributions: number;
}

const addendum = (facts: Facts) => `/berichtigungen#nr-${facts.number}`;

const HREF = {
	'phase.began': () => null,
	'phase.shortened': () => null,
	'phase.extended': () => null,
	'phase.narrowed': () => null,
	'ballots.sealed': () => null,
	'consultation.closed': () => null,
	'version.published': (facts: Facts) => `/fassungen/${facts.number}`,
	'answers.published': (facts: Facts) => `/fassungen/${facts.version}`,
	'landscape.published': () => '/meinungsbild',
	'priorities.published': (facts: Facts) => `/vorrang/${facts.kind}`,
	'evaluations.published': (facts: Facts) => `/wie-war-es#${facts.kind}`,
	'call.published': (facts: Facts) => `/aufrufe/${facts.number}`,
	'report.published': (facts: Facts) => `/berichte/${facts.number}`,
	'promise.reported': (facts: Facts) => `/punkte/${facts.number}#umsetzung`,
	'correction.published': addendum,
	'removal.published': addendum,
	'restoration.published': addendum,
	'withdrawal.published': addendum,
	'data.published': () => '/daten',
	'data.changed': () => '/daten'
} as const;

/** By short name, what phases are called today: the journal keeps the short name. */
export type PhaseTitles = ReadonlyMap<string, string>;

/** Facts that are words of ours. */
function worded(facts: Facts, titles: PhaseTitles): Facts {
	const phase = facts.kind === undefined ? undefined : (titles.get(String(facts.kind)) ?? facts.kind);
	const status = StatusName.safeParse(facts.status).data;
	const answered = z.number().safeParse(facts.count).data;
	return {
		...facts,
		...(phase === undefined ? {} : { phase }),
		...(status ? { status: t.promises.statuses[status] } : {}),
		...(answered === undefined ? {} : { contributions: count(t.journal.answered, answered) })
	};
}

/** The sentence of a milestone; null for what has none. */
export function tell({ id, at, verb, details }: Entry, titles: PhaseTitles): Line | null {
	const milestone = FeedVerb.safeParse(verb).data;
	if (!milestone) return null;
	const facts = worded(Details.parse(readJson(details)), titles);
	return { id, at, text: fill(t.journal.sentences[milestone], facts), href: HREF[milestone](facts) };
}

export function readJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

export const DAYS_MAX = 60;

interface DayOfEntries {
	date: string;
	entries: Entry[];
}

/** Newest first, as they come. */
function byDay(entries: readonly Entry[]): DayOfEntries[] {
	const days: DayOfEntries[] = [];
	for (const entry of entries) {
		const date = isoDay(entry.at);
		const day = days.at(-1);
		if (day?.date === date) day.entries.push(entry);
		else days.push({ date, entries: [entry] });
	}
	return days;
}

/**
 * One page: whole days, at most sixty. `cut`: there are more entries than these, so the last day may be incomplete and
 * waits for the next page, except when it is the only one. `next` is the entry the next page continues after.
 */
export function pageOf(
	entries: readonly Entry[],
	cut: boolean,
	titles: PhaseTitles
): { days: Day[]; next: string | null } {
	const all = byDay(entries);
	const kept = all.slice(0, Math.min(DAYS_MAX, cut ? Math.max(1, all.length - 1) : all.length));
	const more = cut || kept.length < all.length;
	const last = kept.at(-1)?.entries.at(-1);
	return { days: mergeRuns(kept.map((day) => dayOf(day, titles))), next: more && last ? last.id : null };
}

function dayOf({ date, entries }: DayOfEntries, titles: PhaseTitles): Day {
	const lines = entries.map((entry) => tell(entry, titles)).filter((line) => line !== null);
	return {
		date,
		since: date,
		lines,
		contributions: entries.filter((entry) => entry.verb === 'proposal.published').length
	};
}

/** Months of one contribution a day are one line, not a screen full; a run ends with its month. */
function mergeRuns(days: readonly Day[]): Day[] {
	const merged: Day[] = [];
	for (const day of days) {
		const later = merged.at(-1);
		const run = later?.lines.length === 0 && day.lines.length === 0 && monthOf(later) === monthOf(day);
		if (!later || !run) merged.push({ ...day });
		else {
			later.since = day.since;
			later.contributions += day.contributions;
		}
	}
	return merged;
}

/** `2027-05` */
export function monthOf(day: { date: string }): string {
	return day.date.slice(0, 7);
}

/** The place in the address: one of our ids, or nothing. */
export const PageQuery = z.object({ vor: z.uuid().optional().catch(undefined) });
