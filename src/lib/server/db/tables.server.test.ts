import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { declaredSchema } from '../../../../tests/schema/declared.ts';
import { foundSchema } from '../../../../tests/schema/found.ts';
import { differences } from '../../../../tests/schema/schema.ts';
import { makeTestApp } from '../../../../tests/support/machine/testApp.ts';

const declared = declaredSchema(readFileSync('src/lib/server/db/tables.ts', 'utf8'));

describe('tables.ts', () => {
	it('says of every column what the migrated database says: that it is there, its kind, whether it may be null', async () => {
		const { app } = await makeTestApp();
		expect(declared.size).toBeGreaterThan(500);
		expect(differences(declared, await foundSchema(app, declared))).toEqual([]);
	});

	it.each([
		['alter table places add column colour text', 'places.colour is in the database and not in tables.ts'],
		['alter table places drop column closed_at', 'places.closed_at is in tables.ts and not in the database'],
		['alter table places rename to spots', 'places.code is in tables.ts and not in the database'],
		[
			'alter table cards drop column replaced_at; alter table cards add column replaced_at integer',
			'cards.replaced_at is text in tables.ts and number in the database'
		],
		[
			`alter table cards drop column replaced_at; alter table cards add column replaced_at text not null default ''`,
			'cards.replaced_at may be null in tables.ts, the database says otherwise'
		]
	])('is told apart from a database after: %s', async (change, difference) => {
		const { app } = await makeTestApp();
		for (const statement of change.split('; ')) await sql.raw(statement).execute(app.writer);
		expect(differences(declared, await foundSchema(app, declared))).toContain(difference);
	});

	it('says of no column that it may be left out where the database wants it', () => {
		const column = { family: 'text', nullable: false, optional: true } as const;
		const told = differences(new Map([['a.b', column]]), new Map([['a.b', { ...column, optional: false }]]));
		expect(told).toEqual(['a.b is Generated in tables.ts, and has no default']);
	});
});
