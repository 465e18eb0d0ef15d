import { perLocale } from './locales/formats.ts';
import { fill, t } from './texts.ts';

/** Dates as people write them in the language in which they read. Everything is told in the time of Berlin, wherever the server stands. */
const zone = 'Europe/Berlin';

const formatter = (options: Intl.DateTimeFormatOptions) =>
	perLocale((intl) => new Intl.DateTimeFormat(intl, { timeZone: zone, ...options }));

const days = formatter({ day: 'numeric', month: 'long', year: 'numeric' });
/** Some languages put a shortened »year« behind it, whose full stop would stand beside that of our sentence. */
const withoutYearSign = (text: string) => text.replace(/[\s\u00a0]*[рг]\.$/u, '');
const times = formatter({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

const isoDays = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });

/** `2026-11-22`: the day in Germany, as date fields, addresses and computers want it. */
export function isoDay(iso: string): string {
	return isoDays.format(new Date(iso));
}

/** "22. November 2026" */
export function day(iso: string): string {
	return withoutYearSign(days().format(new Date(iso)));
}

/** "22. November 2026, 14:05 Uhr" */
export function dayTime(iso: string): string {
	return fill(t.locales.dayTime, { day: day(iso), time: clock(iso) });
}

const hours = formatter({ hour: 'numeric', hourCycle: 'h23' });

/** "22. November 2026, 14 Uhr": the hour is enough. */
export function dayHour(iso: string): string {
	// Which word for o'clock stands beside it, a language says itself.
	return `${day(iso)}, ${hours().format(new Date(iso))}`;
}

/** "14:05" */
export function clock(iso: string): string {
	return times().format(new Date(iso));
}

/**
 * "bis 30. November 2026" for an end that is itself no longer included: what ends on 1 December at 00:00
 * can be used until 30 November, and nobody should have to work that out.
 */
export function untilDay(iso: string): string {
	return fill(t.locales.until, { day: day(new Date(Date.parse(iso) - 1).toISOString()) });
}

const months = formatter({ timeZone: 'UTC', month: 'long', year: 'numeric' });

/** `2026-11` as "November 2026" */
export function month(yearAndMonth: string): string {
	return withoutYearSign(months().format(new Date(`${yearAndMonth}-01T00:00:00.000Z`)));
}

const shortDays = formatter({ day: 'numeric', month: 'long' });

/** "22. November", where the year stands above */
export function dayOfMonth(iso: string): string {
	return shortDays().format(new Date(iso));
}
