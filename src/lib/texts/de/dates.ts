/** Dates as people here write them. Everything is told in the time of Berlin, wherever the server stands. */
const zone = 'Europe/Berlin';
const days = new Intl.DateTimeFormat('de-DE', { timeZone: zone, day: 'numeric', month: 'long', year: 'numeric' });
const times = new Intl.DateTimeFormat('de-DE', { timeZone: zone, hour: '2-digit', minute: '2-digit' });

const isoDays = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });

/** `2026-11-22`: the day in Germany, as date fields, addresses and computers want it. */
export function isoDay(iso: string): string {
	return isoDays.format(new Date(iso));
}

/** "22. November 2026" */
export function day(iso: string): string {
	return days.format(new Date(iso));
}

/** "22. November 2026, 14:05 Uhr" */
export function dayTime(iso: string): string {
	const at = new Date(iso);
	return `${days.format(at)}, ${times.format(at)} Uhr`;
}

const hours = new Intl.DateTimeFormat('de-DE', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' });

/** "22. November 2026, 14 Uhr": the hour is enough. */
export function dayHour(iso: string): string {
	const at = new Date(iso);
	// German writes the word for o'clock itself.
	return `${days.format(at)}, ${hours.format(at)}`;
}

/** "14:05" */
export function clock(iso: string): string {
	return times.format(new Date(iso));
}

/**
 * "bis 30. November 2026" for an end that is itself no longer included: what ends on 1 December at 00:00
 * can be used until 30 November, and nobody should have to work that out.
 */
export function untilDay(iso: string): string {
	return `bis ${days.format(new Date(Date.parse(iso) - 1))}`;
}

const months = new Intl.DateTimeFormat('de-DE', { timeZone: 'UTC', month: 'long', year: 'numeric' });

/** `2026-11` as "November 2026" */
export function month(yearAndMonth: string): string {
	return months.format(new Date(`${yearAndMonth}-01T00:00:00.000Z`));
}

const shortDays = new Intl.DateTimeFormat('de-DE', { timeZone: zone, day: 'numeric', month: 'long' });

/** "22. November", where the year stands above */
export function dayOfMonth(iso: string): string {
	return shortDays.format(new Date(iso));
}
