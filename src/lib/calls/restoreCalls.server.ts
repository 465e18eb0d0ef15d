import { reserve } from '../server/db/counters.ts';
import type { Ctx } from '../server/ctx.ts';
import { newId } from '../server/ids.ts';
import type { ItemKind } from './call.ts';
import * as store from './store.server.ts';

/** A published call as open data tells of it. */
export interface RestoredCall {
	number: number;
	consultationId: string;
	versionId: string;
	title: string;
	intro: string;
	/** The first instant that is too late. */
	deadline: string | null;
	publishedAt: string;
	/** In their order. */
	items: readonly { kind: ItemKind; title: string; body: string; pointIds: readonly string[] }[];
}

/** Puts them back as they were published. Call it inside `transaction`. */
export async function restore(ctx: Ctx, rows: readonly RestoredCall[]): Promise<void> {
	for (const { items, ...row } of rows) {
		const id = newId();
		await store.addPublished(ctx.db, { ...row, id });
		for (const [position, { pointIds, ...item }] of items.entries()) {
			await store.putItem(ctx.db, { ...item, id: newId(), callId: id, position }, pointIds);
		}
		await reserve(ctx, 'call', row.number);
	}
}
