import type { Ctx } from '#lib/server/ctx.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { DAY, earlier } from '#lib/time.ts';

/** These were there before the town's first phase ended: they are asked how it was. */
export async function wereThere(ctx: Ctx, persons: readonly string[]): Promise<void> {
	await transaction(ctx, ({ db }) =>
		db
			.updateTable('persons')
			.set({ createdAt: earlier(ctx.now, 15 * DAY) })
			.where('id', 'in', [...persons])
			.execute()
	);
}
