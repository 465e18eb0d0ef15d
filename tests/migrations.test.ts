import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { migrationNames } from '#lib/server/db/migrations/migrate.ts';
import { FROZEN, frozenList } from './support/upgrade/frozen.ts';

const names = migrationNames('migrations');

describe('migrations', () => {
	it('that are released stay as they are, to the byte, and none is put between them', () => {
		const list = readFileSync(FROZEN, 'utf8');
		const last = list.trimEnd().split('\n').at(-1)?.split(/ +/)[1]?.replace('.ts', '') ?? '';
		expect(names).toContain(last);
		expect(frozenList('migrations', last)).toBe(list);
	});

	it('are named by the time at which they were made, those before that was so by a number', () => {
		const numbered = names.filter(
			(name) => !/^20\d{2}(0\d|1[0-2])([0-2]\d|3[01])T([01]\d|2[0-3])[0-5]\d_[a-z_]+$/.test(name)
		);
		expect(numbered.filter((name) => !/^00\d\d_[a-z_]+$/.test(name) || name > '0090_residences')).toEqual([]);
	});
});
