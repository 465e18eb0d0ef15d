import { expect, test } from 'vitest';
import { LOCALES } from '#lib/texts/locales/locale.ts';
import { withShippedWords } from '#lib/wording/wording.server.ts';
import { day, dayTime, month, untilDay } from '#lib/texts/dates.ts';

test('a day is told in the time of Berlin, not of the server', () => {
	expect(day('2026-11-22T12:00:00Z')).toBe('22. November 2026');
	expect(day('2026-12-31T23:30:00Z')).toBe('1. Januar 2027');
});

test('a time of day follows summer time', () => {
	expect(dayTime('2026-11-22T13:05:00Z')).toBe('22. November 2026, 14:05 Uhr');
	expect(dayTime('2026-07-01T13:05:00Z')).toBe('1. Juli 2026, 15:05 Uhr');
});

test('an end at midnight names the last day that still counts', () => {
	expect(untilDay('2026-11-30T23:00:00Z')).toBe('bis 30. November 2026');
	expect(untilDay('2026-11-30T22:59:00Z')).toBe('bis 30. November 2026');
	expect(untilDay('2026-12-01T12:00:00Z')).toBe('bis 1. Dezember 2026');
});

test('no day ends with a full stop of its own: sentences have theirs', async () => {
	for (const locale of LOCALES)
		await withShippedWords({ locale }, async () => {
			for (const told of [day('2026-11-22T12:00:00Z'), untilDay('2026-11-30T23:00:00Z'), month('2026-11')])
				expect(told, locale).toMatch(/[^.]$/);
		});
});
