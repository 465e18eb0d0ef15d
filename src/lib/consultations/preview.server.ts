import type { Ctx } from '../server/ctx.ts';
import type { ShownChange } from '../ui/forms/shownChange.ts';
import { shownChanges } from './editShown.ts';
import { history } from './edits.server.ts';
import { current } from './reading.server.ts';

/**
 * What `work` makes different of the process, in the words in which the history will tell it. Call it where `work` is taken
 * back again, to show it beforehand.
 */
export async function changedBy(ctx: Ctx, work: () => Promise<unknown>): Promise<ShownChange[]> {
	const known = new Set((await history(ctx)).map(({ id }) => id));
	await work();
	const edits = (await history(ctx)).filter(({ id }) => !known.has(id));
	return shownChanges(edits, await current(ctx));
}
