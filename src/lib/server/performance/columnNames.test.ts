import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';

let testApp: TestApp;
beforeAll(async () => {
	testApp = await makeTestApp();
	await testApp.person();
});
afterAll(() => testApp.close());

test('the database says created_at, code says createdAt, whatever the name goes through', async () => {
	const { reader: db } = testApp.app;
	const [row] = await db
		.selectFrom('persons as somePerson')
		.select((e) => ['somePerson.createdAt', e.ref('somePerson.pseudonym').as('saidName')])
		.orderBy('saidName')
		.limit(1)
		.execute();
	expect(Object.keys(row ?? {}).sort()).toEqual(['createdAt', 'saidName']);
});

test('a name with a quotation mark in it cannot end the name', () => {
	const { sql: text } = sql`select ${sql.ref('bad"Name')}`.compile(testApp.app.reader);
	expect(text).toBe('select "bad""_name"');
});

test('what somebody wrote is no name, even if it looks like one', async () => {
	const { rows } = await sql<{ saidWord: string }>`select ${'some_word'} as said_word`.execute(testApp.app.reader);
	expect(rows).toEqual([{ saidWord: 'some_word' }]);
});
