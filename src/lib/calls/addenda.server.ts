import type { Ctx } from '../server/ctx.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { found } from '../verdict.ts';
import { numbered, type Call } from './reading.server.ts';
import * as store from './store.server.ts';

/** Changing what is published: only for the room of addenda, which asks its rules, and inside its transaction. */

/** `item`: its place among parts and criteria together, counted from 1. */
export type CallPlace = { of: 'call'; part: 'title' | 'intro' } | { of: 'item'; part: 'title' | 'body'; item: number };

export async function correctCall(ctx: Ctx, number: number, place: CallPlace, text: string): Promise<void> {
	const call = await numbered(ctx, number);
	if (place.of === 'call') return store.correctHead(ctx.db, call.id, place.part, text);
	const item = found(call.items[place.item - 1], 'item');
	return store.correctItem(ctx.db, item.id, place.part, text);
}

/** All that a published call says, by numbers and words, as its addenda seal it: the same in every installation. */
export async function contentOf(ctx: Ctx, call: Call) {
	const { points } = await strategy.version(ctx, call.versionNumber);
	const numbers = new Map(points.map(({ pointId, number }) => [pointId, number]));
	return {
		number: call.number,
		version: call.versionNumber,
		title: call.title,
		intro: call.intro,
		deadline: call.deadline,
		items: call.items.map(({ kind, title, body, pointIds }) => ({
			...{ kind, title, body },
			points: pointIds.map((id) => numbers.get(id) ?? 0)
		}))
	};
}

/** It stays readable, and leaves lists. */
export async function withdrawCall(ctx: Ctx, number: number, at: string, successor: number | null): Promise<void> {
	const call = await numbered(ctx, number);
	const next = successor === null ? null : await numbered(ctx, successor);
	await store.withdraw(ctx.db, call.id, { withdrawnAt: call.withdrawnAt ?? at, successorId: next?.id ?? null });
}
