import { found } from '../../verdict.ts';
import type { Ctx } from '../ctx.ts';

/** The next number of a series (`proposal`, `point`, `version`, …), without gaps: call it inside `transaction`. */
export async function nextNumber(ctx: Ctx, series: string): Promise<number> {
	const row = await ctx.db
		.insertInto('counters')
		.values({ name: series, value: 1 })
		.onConflict((c) => c.column('name').doUpdateSet((e) => ({ value: e('counters.value', '+', 1) })))
		.returning('value')
		.executeTakeFirst();
	return found(row, 'counter').value;
}

/** The first of so many next numbers of a series. Call it inside `transaction`. */
export async function nextNumbers(ctx: Ctx, series: string, count: number): Promise<number> {
	const row = await ctx.db
		.insertInto('counters')
		.values({ name: series, value: count })
		.onConflict((c) => c.column('name').doUpdateSet((e) => ({ value: e('counters.value', '+', count) })))
		.returning('value')
		.executeTakeFirst();
	return found(row, 'counter').value - count + 1;
}

/** The series goes on after this number at the earliest. Call it inside `transaction`. */
export async function reserve(ctx: Ctx, series: string, number: number): Promise<void> {
	const row = await ctx.db.selectFrom('counters').select('value').where('name', '=', series).executeTakeFirst();
	const value = Math.max(number, row?.value ?? 0);
	await ctx.db
		.insertInto('counters')
		.values({ name: series, value })
		.onConflict((c) => c.column('name').doUpdateSet({ value }))
		.execute();
}

const MOST = 2 ** 31 - 1;

/** Whether a series can have given this number: addresses carry anything, and PostgreSQL takes offence at NaN. */
export function isNumber(number: number): boolean {
	return Number.isInteger(number) && number > 0 && number <= MOST;
}
