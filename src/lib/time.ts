/** An instant as ISO-8601 UTC text with milliseconds, e.g. `2027-01-31T12:00:00.000Z`. Sorts as text. */
export type Instant = string;

/** Durations are milliseconds. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const later = (instant: Instant, duration: number): Instant =>
	new Date(Date.parse(instant) + duration).toISOString();

export const earlier = (instant: Instant, duration: number): Instant => later(instant, -duration);

/** Noon of a date (YYYY-MM-DD): in Germany it is that day, and slips into no other. */
export const noonOf = (date: string): Instant => `${date}T12:00:00.000Z`;

/** Milliseconds from one to the other; below 0 when the second lies before the first. */
export const elapsed = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from);
