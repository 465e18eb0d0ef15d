import type { Ctx } from '../ctx.ts';
import { transaction } from './transaction.ts';

class TakenBack extends Error {}

/**
 * Does `work` as it would be done, and takes it back: what it refuses is refused, what it answers is answered, and nothing of
 * it is written. Like everything that happens in a transaction, it talks to the database only.
 */
export async function tryOut<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
	const answers: T[] = [];
	try {
		await transaction(ctx, async (ctx) => {
			answers.splice(0, 1, await work(ctx));
			throw new TakenBack();
		});
	} catch (problem) {
		if (!(problem instanceof TakenBack)) throw problem;
	}
	for (const answer of answers) return answer;
	throw new Error('nothing was tried');
}
