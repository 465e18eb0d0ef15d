import { z } from 'zod';
import { mayTakePart } from '../people/participant.ts';
import type { Person } from '../people/person.ts';
import { day } from '../texts/dates.ts';
import { DAY, earlier, HOUR, later, MINUTE, type Instant } from '../time.ts';
import { all, noWhen, yes, type Verdict } from '../verdict.ts';

/** `hourly`: soon, and at most one mail an hour; `weekly`: on Monday morning; `feed`: no mail, the reader's program asks. */
export const RHYTHMS = ['hourly', 'weekly'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

const ADDRESS_MAX = 200;

export const SubscriptionForm = z.object({
	email: z.string('emailMissing').trim().min(1, 'emailMissing').max(ADDRESS_MAX, 'tooLong').pipe(z.email('mailWrong')),
	rhythm: z.enum(RHYTHMS, 'rhythmMissing')
});
export type SubscriptionInput = z.output<typeof SubscriptionForm>;

/** A button, and nothing to fill in. */
export const NoForm = z.object({});

export const RhythmForm = z.object({ rhythm: z.enum(RHYTHMS, 'rhythmMissing') });

/** Nobody is written to who has not pressed the link in the first mail; after that long it opens nothing. */
export const CONFIRM_HOURS = 48;

export const confirmBefore = (now: Instant): Instant => earlier(now, CONFIRM_HOURS * HOUR);

/** What is younger may still be a slip that somebody takes back: it is told the next time. */
const SETTLED = 10 * MINUTE;

export const toldUntil = (now: Instant): Instant => earlier(now, SETTLED);

const WEEKLY_HOUR = 7;
const local = new Intl.DateTimeFormat('en-GB', {
	...{ timeZone: 'Europe/Berlin', weekday: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' },
	hourCycle: 'h23'
});
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** How long, on the clock on the wall, it is since Monday 0:00. */
function sinceMonday(instant: number): number {
	const parts = Object.fromEntries(local.formatToParts(instant).map(({ type, value }) => [type, value]));
	const day = WEEKDAYS.indexOf(parts.weekday ?? '');
	return day * DAY + Number(parts.hour) * HOUR + Number(parts.minute) * MINUTE + Number(parts.second) * 1_000;
}

/** The last Monday, 7:00 in Berlin, that is over: also in the weeks in which clocks are changed. */
export function lastWeekly(now: Instant): Instant {
	const moment = Math.floor(Date.parse(now) / 1_000) * 1_000;
	const over = sinceMonday(moment) - WEEKLY_HOUR * HOUR;
	let found = moment - (over >= 0 ? over : over + 7 * DAY);
	// Between then and now the clock may have been put an hour forward or back.
	const off = sinceMonday(found) - WEEKLY_HOUR * HOUR;
	found -= off;
	return new Date(found).toISOString();
}

/** Looked at before this moment: it is due. */
export function dueBefore(rhythm: Rhythm, now: Instant): Instant {
	return rhythm === 'weekly' ? lastWeekly(now) : earlier(now, HOUR);
}

/** So long after the end of the last phase there may be news; then every address is forgotten, and none is taken any more. */
export const DAYS_AFTER_END = 90;

/** Whether all phases have been over for so long. `end`: of the last one; null: there is none. */
const isOver = (end: Instant | null, now: Instant): boolean => end !== null && later(end, DAYS_AFTER_END * DAY) < now;

interface Asked {
	person: Person | null;
	/** What it is about: one's own texts, or a point that anybody may follow. */
	about: 'person' | 'point';
	mail: boolean;
	/** When the last phase ends; null: there is none. */
	end: Instant | null;
	now: Instant;
}

/** News about one's own texts is for who takes part; news about a point is for anybody. */
export function maySubscribe({ person, about, mail, end, now }: Asked): Verdict {
	const own = about === 'person' ? mayTakePart(person) : null;
	return all(
		own === null || own.ok ? yes : own,
		noWhen(!mail, 'noMailHere'),
		noWhen(isOver(end, now), 'phaseOver', { until: day(later(end ?? now, DAYS_AFTER_END * DAY)) })
	);
}

/** As its owner sees it. */
export interface Subscription {
	id: string;
	/** `m…@example.org`; null: a feed. */
	address: string | null;
	rhythm: Rhythm | 'feed';
	confirmed: boolean;
	askedAt: Instant;
}

/** Enough to know one's own address by, and too little for whoever looks over the shoulder. */
export function maskedAddress(email: string): string {
	const at = email.lastIndexOf('@');
	return `${email.slice(0, 1)}…${email.slice(at)}`;
}

/** What has become new at a point. */
const POINT_NEWS = ['wording', 'dropped', 'promise'] as const;
export const PointNews = z.object({
	item: z.string(),
	at: z.string(),
	kind: z.enum(POINT_NEWS),
	/** Of the version; 0: it is about none. */
	version: z.coerce.number().int()
});
export type PointNews = z.output<typeof PointNews>;
