import { expect, test } from 'vitest';
import { makeTestApp } from '../../../../tests/support/machine/testApp.ts';
import { preparedQuery, type Value } from './preparedQuery.ts';
import { forgetMemo, transactionMemo } from './transactionMemo.ts';
import { transaction } from '../db/transaction.ts';

const named = preparedQuery((db, value: Value<{ pseudonym: string; not: string }>) =>
	db
		.selectFrom('persons')
		.select(['id', 'createdAt'])
		.where('id', '<>', value('not'))
		.where('pseudonym', '=', value('pseudonym'))
		.orderBy('id')
);

test('a kept query is asked with other values each time, whatever their order', async () => {
	const testApp = await makeTestApp();
	const [one, other] = [await testApp.person(), await testApp.person()];
	const db = testApp.app.reader;
	const none = { not: '' };
	expect(await named(db, { ...none, pseudonym: one.pseudonym })).toMatchObject([{ id: one.id }]);
	expect(await named(db, { pseudonym: other.pseudonym, ...none })).toMatchObject([{ id: other.id }]);
	expect(await named(db, { pseudonym: other.pseudonym, not: other.id })).toEqual([]);
});

test('a kept query sees what its transaction has written', async () => {
	const testApp = await makeTestApp();
	const { id, pseudonym } = await testApp.person();
	await transaction(testApp.as(null), async ({ db }) => {
		await db.updateTable('persons').set({ pseudonym: 'Neu' }).where('id', '=', id).execute();
		expect(await named(db, { pseudonym: 'Neu', not: '' })).toMatchObject([{ id }]);
		expect(await named(db, { pseudonym, not: '' })).toEqual([]);
	});
});

test('what is read once counts for one transaction, and only until something changes', async () => {
	const testApp = await makeTestApp();
	const remembered = transactionMemo<number>();
	let asked = 0;
	const ask = async () => ++asked;
	await transaction(testApp.as(null), async (ctx) => {
		expect([await remembered(ctx, 'a', ask), await remembered(ctx, 'a', ask)]).toEqual([1, 1]);
		expect(await remembered(ctx, 'b', ask)).toBe(2);
		forgetMemo(ctx.db);
		expect(await remembered(ctx, 'a', ask)).toBe(3);
	});
	await transaction(testApp.as(null), async (ctx) => expect(await remembered(ctx, 'a', ask)).toBe(4));
	expect([await remembered(testApp.as(null), 'a', ask), await remembered(testApp.as(null), 'a', ask)]).toEqual([5, 6]);
});

test('what a verb read that was rolled back is not known to those who share its transaction', async () => {
	const testApp = await makeTestApp();
	const remembered = transactionMemo<string>();
	const tell = (word: string) => async () => word;
	const failing = transaction(testApp.as(null), async (ctx) => {
		await remembered(ctx, 'a', tell('never happened'));
		throw new Error('no');
	});
	const next = transaction(testApp.as(null), (ctx) => remembered(ctx, 'a', tell('true')));
	await expect(failing).rejects.toThrow('no');
	expect(await next).toBe('true');
});
