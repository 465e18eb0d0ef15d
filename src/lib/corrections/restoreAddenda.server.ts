import { digestOf } from '../canonical.ts';
import * as calls from '../calls/calls.server.ts';
import * as reports from '../reports/reports.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { reserve } from '../server/db/counters.ts';
import { FrozenAddendum } from './addendum.ts';
import * as store from './store.server.ts';

const read = (text: string) => FrozenAddendum.parse(JSON.parse(text));

/**
 * What the digests of texts were before words were blacked out in them, by `version 2`: of such a text nobody can compute
 * it any more, and versions after it rest on it.
 */
export function digestsAtFirst(texts: readonly string[]): Map<string, string> {
	const digests = new Map<string, string>();
	for (const { states } of texts.map(read)) {
		for (const { of, text, before } of states) {
			const which = `${of.kind} ${of.number}`;
			if (text === 'first' && !digests.has(which)) digests.set(which, before);
		}
	}
	return digests;
}

/**
 * Puts addenda back, to the byte, oldest first, once everything they are about is there. What was under seal is in no open
 * data. Call it inside `transaction`.
 */
export async function restore(ctx: Ctx, texts: readonly string[]): Promise<void> {
	const first = digestsAtFirst(texts);
	const since = new Map<string, string>();
	for (const frozen of texts) {
		const { number, kind, consultation: consultationId, publishedAt, target, successor } = read(frozen);
		const digest = first.get(`addendum ${number}`) ?? digestOf(frozen);
		await store.add(ctx.db, { number, consultationId, kind, frozen, digest, publishedAt, publishedBy: null });
		await reserve(ctx, 'addendum', number);
		if (kind !== 'withdrawal') continue;
		const which = `${target.kind} ${target.number}`;
		const at = since.get(which) ?? publishedAt;
		since.set(which, at);
		const withdraw = target.kind === 'call' ? calls.withdrawCall : reports.withdrawReport;
		await withdraw(ctx, target.number, at, successor);
	}
}
