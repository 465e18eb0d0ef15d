import { isoDay } from '../texts/de/dates.ts';
import { fill } from '../texts/texts.ts';
import { moderation } from '../texts/de/moderation.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Working days within which everybody should have an answer. */
export const DUE_DAYS = 3;

const dayNumber = (instant: string) => Date.parse(`${isoDay(instant)}T00:00:00.000Z`) / DAY;

/** "seit heute", "seit gestern", "seit 3 Tagen": calendar days, as people count them. */
export function ageInWords(since: string, now: string): string {
	const days = dayNumber(now) - dayNumber(since);
	if (days <= 0) return moderation.age.today;
	return days === 1 ? moderation.age.yesterday : fill(moderation.age.days, { count: days });
}

/** Mondays to Fridays after the day of `since`, up to and with the day of `now`. Holidays count as working days. */
export function workingDays(since: string, now: string): number {
	let count = 0;
	for (let day = dayNumber(since) + 1; day <= dayNumber(now); day++) {
		const weekday = new Date(day * DAY).getUTCDay();
		if (weekday !== 0 && weekday !== 6) count++;
	}
	return count;
}

export function isOverdue(since: string, now: string): boolean {
	return workingDays(since, now) > DUE_DAYS;
}
