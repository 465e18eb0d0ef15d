import { expect, test } from 'vitest';
import { failure, spoken } from '#lib/texts/failures.ts';

test.each([403, 404, 405, 410, 413, 422, 429, 500, 503])('status %i says what happened and where to go', (status) => {
	const told = failure(status);
	expect(told.title).not.toBe('');
	expect(told.text.split('. ').length).toBeGreaterThan(1);
	expect(told.next.length).toBeGreaterThan(0);
});

test('a status without words of its own borrows the nearest', () => {
	expect(failure(502)).toBe(failure(500));
	expect(failure(418)).toBe(failure(404));
});

test('a rule may give its reason, the framework and a crash may not', () => {
	expect(spoken(403, 'Die Abstimmung ist beendet.')).toBe('Die Abstimmung ist beendet.');
	expect(spoken(404, 'Not Found')).toBeUndefined();
	expect(spoken(500, 'Das Passwort ist geheim.')).toBeUndefined();
	expect(spoken(403, undefined)).toBeUndefined();
});
