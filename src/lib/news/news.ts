import { z } from 'zod';
import { DAY, later, type Instant } from '../time.ts';
import { all, noWhen, type Verdict } from '../verdict.ts';
import { SpokenName, type Spoken } from '../people/details/language.ts';

/** What can be new for somebody. In this order when it is of the same moment. */
const KINDS = ['asked', 'answer', 'appeal', 'decision', 'outcome', 'reply', 'version', 'phase'] as const;
type NewsKind = (typeof KINDS)[number];
const KindName = z.enum(KINDS);

/** At most so many on one page; the others come after these are read. */
export const SHOWN_MAX = 30;

/** As the database tells it. */
export const NewsRow = z.object({
	item: z.string(),
	at: z.string(),
	kind: KindName,
	/** What it is about: a contribution, a comment, an amendment, a point. */
	subject: z.string(),
	number: z.number().int(),
	title: z.string(),
	language: SpokenName.catch('de'),
	/** The outcome, in a word of the room it comes from. */
	word: z.string()
});

export interface News {
	/** By this name it is known whether somebody has been told. */
	item: string;
	at: string;
	kind: NewsKind;
	subject: string;
	/** 0: what it is about has none. */
	number: number;
	/** Empty: none. */
	title: string;
	language: Spoken;
	word: string;
}

/** Of fewer cards a list would say which of them wrote what has just become public. */
export const LISTED_LEAST = 5;
const WEEK = 7 * DAY;

/** The beginning of this week's Monday. Nothing younger stands on a list of cards: there is one a week. */
export function listMoment(now: Instant): Instant {
	const day = Math.floor(Date.parse(now) / DAY);
	const sinceMonday = (day + 3) % 7;
	return new Date((day - sinceMonday) * DAY).toISOString();
}

export const nextListMoment = (now: Instant): Instant => later(listMoment(now), WEEK);

/** `until`: of the last list, null: there was none. `fresh`: cards for which something came after it and before Monday. */
export function mayList({ until, moment, fresh }: { until: Instant | null; moment: Instant; fresh: number }): Verdict {
	return all(
		noWhen(until !== null && until >= moment, 'newsListedThisWeek'),
		noWhen(fresh < LISTED_LEAST, 'newsTooFew', { least: String(LISTED_LEAST) })
	);
}

const ITEM = /^[a-z]+:[\da-f:-]{36,73}$/;

/** What was on the page when somebody pressed "Gelesen". */
export const SeenForm = z.object({
	items: z
		.string('wrong')
		.max(SHOWN_MAX * 90, 'wrong')
		.transform((text) => text.split(' ').filter((item) => ITEM.test(item)))
});

/** Where one reads more about it. */
export function newsHref({ kind, subject, number }: Pick<News, 'kind' | 'subject' | 'number'>): string {
	const where: Readonly<Record<string, string>> = {
		proposal: `/beitraege/${number}`,
		amendment: `/aenderungen/${number}`,
		point: `/punkte/${number}`
	};
	switch (kind) {
		case 'asked':
			return `/meine/verstanden?punkt=${number}`;
		case 'version':
			return `/fassungen/${number}`;
		case 'phase':
			return '/';
		case 'reply':
			return `${where[subject] ?? '/meine'}#kommentare`;
		case 'answer':
		case 'outcome':
			return where[subject] ?? '/meine';
		default:
			return `/meine#${subject === 'proposal' ? 'beitraege' : subject === 'amendment' ? 'aenderungen' : 'kommentare'}`;
	}
}
