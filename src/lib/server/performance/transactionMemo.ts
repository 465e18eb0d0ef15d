import type { Ctx } from '../ctx.ts';
import type { Db } from '../db/connections/open.ts';

/** What a transaction has read so far is known until something changes; then a new epoch begins. */
const epochs = new WeakMap<Db, object>();

function epochOf(db: Db): object {
	const epoch = epochs.get(db) ?? {};
	epochs.set(db, epoch);
	return epoch;
}

/** Nothing read so far in this transaction holds any more: something was recorded, or a verb was rolled back. */
export function forgetMemo(db: Db): void {
	epochs.delete(db);
}

/**
 * Reads once for all verbs that share a transaction, e.g. where a point stands that fifty people vote on at the same
 * moment. Outside a transaction nothing is kept. Only for what changes with an entry in the journal.
 */
export function transactionMemo<T>(): (ctx: Ctx, key: string, read: () => Promise<T>) => Promise<T> {
	const known = new WeakMap<object, Map<string, Promise<T>>>();
	return (ctx, key, read) => {
		if (!ctx.db.isTransaction) return read();
		const epoch = epochOf(ctx.db);
		const answers = known.get(epoch) ?? new Map<string, Promise<T>>();
		known.set(epoch, answers);
		const answer = answers.get(key) ?? read();
		answers.set(key, answer);
		return answer;
	};
}
