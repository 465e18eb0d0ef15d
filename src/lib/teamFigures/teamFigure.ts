import { DAY, earlier } from '../time.ts';
import { isoDay } from '../texts/dates.ts';
import { hasRole, type Person } from '../people/person.ts';
import { all, noWhen, type Verdict } from '../verdict.ts';

/** So many days are shown, and so many of them say how fast it goes. */
export const SHOWN_DAYS = 28;
const RECENT_DAYS = 14;

/** Whoever works on what comes in, and whoever answers for it. */
export function mayReadFigures(person: Person | null): Verdict {
	return all(
		noWhen(person === null, 'signInFirst'),
		noWhen(!hasRole(person, 'moderator', 'editor', 'publisher', 'admin'), 'roleMissing')
	);
}

export interface DayFigure {
	/** `2027-05-10`, in Germany. */
	day: string;
	came: number;
	done: number;
}

/** The last days up to today, also those on which nothing happened. */
export function daysUntil(
	now: string,
	came: ReadonlyMap<string, number>,
	done: ReadonlyMap<string, number>
): DayFigure[] {
	// At noon no change of the clocks skips a day.
	const noon = `${isoDay(now)}T12:00:00.000Z`;
	return Array.from({ length: SHOWN_DAYS }, (_, at) => {
		const day = isoDay(earlier(noon, (SHOWN_DAYS - 1 - at) * DAY));
		return { day, came: came.get(day) ?? 0, done: done.get(day) ?? 0 };
	});
}

/** When nothing would be left if it went on as in the last two weeks. `never`: as much comes as is done, or more. */
export type Forecast = { kind: 'nothingLeft' } | { kind: 'never' } | { kind: 'days'; days: number };

export function forecast(left: number, days: readonly DayFigure[]): Forecast {
	if (left === 0) return { kind: 'nothingLeft' };
	const recent = days.slice(-RECENT_DAYS);
	const less = recent.reduce((sum, { came, done }) => sum + done - came, 0) / RECENT_DAYS;
	return less > 0 ? { kind: 'days', days: Math.ceil(left / less) } : { kind: 'never' };
}

/** How a contribution came. */
export const CHANNELS = ['written', 'recorded', 'imported', 'paper'] as const;
export type Channel = (typeof CHANNELS)[number];
