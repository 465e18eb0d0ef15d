import { expect, test } from 'vitest';
import { makeTown } from '../../../../tests/support/town.ts';
import { kept, type Value } from './kept.ts';
import { forget, once } from './once.ts';
import { together } from './together.ts';

const named = kept((db, value: Value<{ pseudonym: string; not: string }>) =>
	db
		.selectFrom('persons')
		.select(['id', 'createdAt'])
		.where('id', '<>', value('not'))
		.where('pseudonym', '=', value('pseudonym'))
		.orderBy('id')
);

test('a kept query is asked with other values each time, whatever their order', async () => {
	const town = await makeTown();
	const [one, other] = [await town.person(), await town.person()];
	const db = town.house.reader;
	const none = { not: '' };
	expect(await named(db, { ...none, pseudonym: one.pseudonym })).toMatchObject([{ id: one.id }]);
	expect(await named(db, { pseudonym: other.pseudonym, ...none })).toMatchObject([{ id: other.id }]);
	expect(await named(db, { pseudonym: other.pseudonym, not: other.id })).toEqual([]);
});

test('a kept query sees what its transaction has written', async () => {
	const town = await makeTown();
	const { id, pseudonym } = await town.person();
	await together(town.as(null), async ({ db }) => {
		await db.updateTable('persons').set({ pseudonym: 'Neu' }).where('id', '=', id).execute();
		expect(await named(db, { pseudonym: 'Neu', not: '' })).toMatchObject([{ id }]);
		expect(await named(db, { pseudonym, not: '' })).toEqual([]);
	});
});

test('what is read once counts for one transaction, and only until something changes', async () => {
	const town = await makeTown();
	const remembered = once<number>();
	let asked = 0;
	const ask = async () => ++asked;
	await together(town.as(null), async (ctx) => {
		expect([await remembered(ctx, 'a', ask), await remembered(ctx, 'a', ask)]).toEqual([1, 1]);
		expect(await remembered(ctx, 'b', ask)).toBe(2);
		forget(ctx.db);
		expect(await remembered(ctx, 'a', ask)).toBe(3);
	});
	await together(town.as(null), async (ctx) => expect(await remembered(ctx, 'a', ask)).toBe(4));
	expect([await remembered(town.as(null), 'a', ask), await remembered(town.as(null), 'a', ask)]).toEqual([5, 6]);
});

test('what a verb read that was rolled back is not known to those who share its transaction', async () => {
	const town = await makeTown();
	const remembered = once<string>();
	const tell = (word: string) => async () => word;
	const failing = together(town.as(null), async (ctx) => {
		await remembered(ctx, 'a', tell('never happened'));
		throw new Error('no');
	});
	const next = together(town.as(null), (ctx) => remembered(ctx, 'a', tell('true')));
	await expect(failing).rejects.toThrow('no');
	expect(await next).toBe('true');
});
