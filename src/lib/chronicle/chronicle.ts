import { z } from 'zod';
import { PHASES } from '../consultations/consultation.ts';
import { StatusName } from '../promises/promise.ts';
import type { Entry, JournalVerb } from '../server/journal/journal.server.ts';
import { isoDay } from '../texts/de/dates.ts';
import { count, fill, t } from '../texts/texts.ts';

/** What has a line of its own. Contributions come by the hundred and are counted by the day instead. */
export const MILESTONES = [
	'phase.began',
	'ballots.sealed',
	'consultation.closed',
	'version.published',
	'answers.published',
	'landscape.published',
	'call.published',
	'report.published',
	'promise.reported'
] as const satisfies readonly JournalVerb[];
export const TOLD = [...MILESTONES, 'proposal.published'] as const satisfies readonly JournalVerb[];
export type Event = (typeof TOLD)[number];

export const MilestoneName = z.enum(MILESTONES);
export const PhaseName = z.enum(PHASES);
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

const HREF = {
	'phase.began': () => null,
	'ballots.sealed': () => null,
	'consultation.closed': () => null,
	'version.published': (facts: Facts) => `/fassungen/${facts.number}`,
	'answers.published': (facts: Facts) => `/fassungen/${facts.version}`,
	'landscape.published': () => '/meinungsbild',
	'call.published': (facts: Facts) => `/aufrufe/${facts.number}`,
	'report.published': (facts: Facts) => `/berichte/${facts.number}`,
	'promise.reported': (facts: Facts) => `/punkte/${facts.number}#umsetzung`
} as const;

/** Facts that are words of ours. */
function worded(facts: Facts): Facts {
	const phase = PhaseName.safeParse(facts.kind).data;
	const status = StatusName.safeParse(facts.status).data;
	const answered = z.number().safeParse(facts.count).data;
	return {
		...facts,
		...(phase ? { phase: t.consultations.phases[phase] } : {}),
		...(status ? { status: t.promises.statuses[status] } : {}),
		...(answered === undefined ? {} : { contributions: count(t.journal.answered, answered) })
	};
}

/** The sentence of a milestone; null for what has none. */
export function tell({ id, at, verb, details }: Entry): Line | null {
	const milestone = MilestoneName.safeParse(verb).data;
	if (!milestone) return null;
	const facts = worded(Details.parse(readJson(details)));
	return { id, at, text: fill(t.journal.sentences[milestone], facts), href: HREF[milestone](facts) };
}

export function readJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

export const DAYS_MOST = 60;

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
export function pageOf(entries: readonly Entry[], cut: boolean): { days: Day[]; next: string | null } {
	const all = byDay(entries);
	const kept = all.slice(0, Math.min(DAYS_MOST, cut ? Math.max(1, all.length - 1) : all.length));
	const more = cut || kept.length < all.length;
	const last = kept.at(-1)?.entries.at(-1);
	return { days: mergeRuns(kept.map(dayOf)), next: more && last ? last.id : null };
}

function dayOf({ date, entries }: DayOfEntries): Day {
	const lines = entries.map(tell).filter((line) => line !== null);
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
