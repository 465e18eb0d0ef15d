import type { Ctx } from '../server/ctx.ts';
import * as store from './store.server.ts';

/** Every published version as the text its digest is of, oldest first. */
export async function sealedTexts(ctx: Ctx) {
	return store.frozenTexts(ctx.db);
}
