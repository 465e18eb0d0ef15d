import { z } from 'zod';
import { canonical, digestOf } from '../../canonical.ts';
import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { record } from '../../server/journal/journal.server.ts';
import { DAY, later, type Instant } from '../../time.ts';
import { found, Refused } from '../../verdict.ts';
import type { DraftFacts, FrozenAddendum } from '../addendum.ts';
import { blackening } from './blacken.ts';
import * as editions from './editions.store.server.ts';
import * as fields from '../passages.store.server.ts';
import * as store from '../store.server.ts';

/** What lies under seal: what stood in every field, and the salt without which nobody can guess it from the digests. */
const Sealed = z.strictObject({ salt: z.string(), passages: z.array(z.string()), cells: fields.Cells });

type RemovalFacts = Extract<DraftFacts, { kind: 'removal' }>;

/** Blacks the words out wherever they are published, or would be. Returns what the addendum says of it, and the seal. */
export async function remove(
	ctx: Ctx,
	{ passages, days, order, salt }: RemovalFacts,
	draftId: string
): Promise<Pick<FrozenAddendum, 'removal'> & { seal?: string }> {
	const black = blackening(passages);
	const cells = await fields.fieldsWith(ctx.db, passages, black, draftId);
	if (cells.length === 0) throw new Refused('removalNowhere', { passage: passages[0] ?? '' });
	await fields.write(ctx.db, cells);
	await fields.touchDrafts(ctx.db);
	await editions.withhold(ctx.db, black, fields.hint(passages));
	await store.dropPrints(ctx.db);
	const seal = canonical({ salt, passages, cells });
	const removal = {
		words: passages.map((passage) => digestOf(`${salt}\n${passage}`)),
		order: order === '' ? null : order,
		sealedUntil: later(ctx.now, days * DAY),
		seal: days === 0 ? null : digestOf(seal)
	};
	return days === 0 ? { removal } : { removal, seal };
}

/** Puts back what a removal took out. What nobody has published since may have changed: that stays as it is. */
export async function putBack(ctx: Ctx, number: number): Promise<void> {
	const { body } = found(await store.sealed(ctx.db, number), 'seal');
	const { cells } = Sealed.parse(JSON.parse(body));
	await fields.write(ctx.db, cells, true);
	await fields.touchDrafts(ctx.db);
	await store.dropPrints(ctx.db);
	await store.dropSeal(ctx.db, number);
}

/** A chore: whether words went from what is published after this moment. Then also files go that were just being made. */
export async function wordsWentSince(ctx: Ctx, since: Instant): Promise<boolean> {
	const last = await store.lastWordsGone(ctx.db);
	if (last === null || last < since) return false;
	await transaction(ctx, ({ db }) => store.dropPrintsUntil(db, last));
	return true;
}

/** A chore: destroys what has been under seal for long enough. Returns how many. */
export async function destroySealed(ctx: Ctx): Promise<number> {
	const due = (await store.allSealed(ctx.db)).filter(({ until }) => until <= ctx.now);
	for (const { addendum } of due) {
		await transaction(ctx, async (ctx) => {
			await store.dropSeal(ctx.db, addendum);
			await record(ctx, { verb: 'removal.destroyed', subjectId: String(addendum), details: { number: addendum } });
		});
	}
	return due.length;
}
