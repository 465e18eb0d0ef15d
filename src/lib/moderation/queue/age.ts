import { isoDay } from '../../texts/dates.ts';
import { fill, t } from '../../texts/texts.ts';
import { DAY } from '../../time.ts';

/** Working days within which everybody should have an answer. */
const DUE_DAYS = 3;

const dayNumber = (instant: string) => Date.parse(`${isoDay(instant)}T00:00:00.000Z`) / DAY;

/** "seit heute", "seit gestern", "seit 3 Tagen": calendar days, as people count them. */
export function ageInWords(since: string, now: string): string {
	const days = dayNumber(now) - dayNumber(since);
	if (days <= 0) return t.moderation.age.today;
	return days === 1 ? t.moderation.age.yesterday : fill(t.moderation.age.days, { count: days });
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
