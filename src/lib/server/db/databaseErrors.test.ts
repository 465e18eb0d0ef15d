import { describe, expect, it } from 'vitest';
import { databaseErrorOf } from './databaseErrors.ts';

const coded = (code: string) => Object.assign(new Error('it broke'), { code });

describe('what ails the database', () => {
	it.each([
		['SQLITE_FULL', 'full'],
		['SQLITE_IOERR_WRITE', 'full'],
		['53100', 'full'],
		['SQLITE_BUSY_SNAPSHOT', 'busy'],
		['40001', 'busy'],
		['SQLITE_CORRUPT_VTAB', 'broken'],
		['SQLITE_READONLY_DBMOVED', 'broken'],
		['ECONNREFUSED', 'away'],
		['57P01', 'away'],
		['08006', 'away'],
		['53300', 'away'],
		['23505', null],
		['SQLITE_CONSTRAINT_UNIQUE', null],
		['ERR_INVALID_ARG_TYPE', null]
	])('is told by %s: %s', (code, trouble) => {
		expect(databaseErrorOf(coded(code))).toBe(trouble);
		expect(databaseErrorOf(new Error('outside', { cause: coded(code) }))).toBe(trouble);
		expect(databaseErrorOf(new AggregateError([coded(code)]))).toBe(trouble);
	});

	it.each(['Connection terminated unexpectedly', 'timeout exceeded when trying to connect'])(
		'is told by »%s«',
		(words) => {
			expect(databaseErrorOf(new Error(words))).toBe('away');
			expect(databaseErrorOf(words)).toBeNull();
		}
	);
});
