import type { Ctx } from '../server/ctx.ts';
import * as store from './leaving.store.server.ts';
import { AnswerName } from './understanding.ts';

/** Somebody leaves, or no longer wants to be evaluated: what they said goes. Figures frozen with a version stay. */
export async function forgetAllOf(ctx: Ctx, personId: string): Promise<void> {
	await store.forget(ctx.db, personId);
}

/** Everything one person said, for themselves. */
export async function saidBy(ctx: Ctx, personId: string) {
	const rows = await store.ofPerson(ctx.db, personId);
	return rows.map(({ number, verdict, reason, at }) => {
		return { point: number, answer: AnswerName.parse(verdict), why: reason, at };
	});
}
