import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ctx } from '../../server/ctx.ts';
import { repeated, transaction } from '../../server/db/transaction.ts';
import { isoDay } from '../../texts/dates.ts';
import { choicesAlone, fewerDays, type Ballot } from './ballot.ts';
import * as keys from './voterKeys.store.server.ts';
import * as store from './store.server.ts';
import { TOKEN_BYTES } from './voterToken.server.ts';

/**
 * A database keeps more than its rows: which transaction wrote them, in which order, what stood there before. With that
 * and the time at which people came, ballots led to persons. So all ballots of a phase are written anew, in random order.
 */

/** Votes wait while one transaction rewrites that many voters' ballots: some tenths of a second. */
const AT_ONCE = 4_000;
/** Milliseconds in which votes may go ahead before the next of them. */
const PAUSE = 50;

/**
 * Writes every ballot of the phase anew in random order: up to 6,000 voters in one transaction, more in several, by
 * their tokens, which know no time either. Those of a few are always mixed with those of all others.
 */
async function rewrite(ctx: Ctx, phaseId: string, change: (ballot: Ballot) => Ballot): Promise<void> {
	for (let after: string | null = ''; after !== null;) {
		const from: string = after;
		after = await repeated(ctx.app, 'read committed', (db) => rewriteSome({ ...ctx, db }, phaseId, from, change));
		if (after !== null) await sleep(PAUSE);
	}
}

/** Returns the token behind which to go on; null: that was all. */
async function rewriteSome(
	ctx: Ctx,
	phaseId: string,
	after: string,
	change: (ballot: Ballot) => Ballot
): Promise<string | null> {
	const ballots = store.ballotsOn(ctx);
	await ballots.exclude(ctx.db);
	const ahead = await store.ballotsAfter(ctx.db, phaseId, after, AT_ONCE * 1.5 + 1);
	// Never a small rest: whoever is left over is rewritten with the others.
	const some = ahead.length > AT_ONCE * 1.5 ? ahead.slice(0, AT_ONCE) : ahead;
	const last = some.at(-1)?.voter;
	if (last === undefined) return null;
	await store.removeBetween(ctx.db, phaseId, after, last);
	await ballots.add(ctx.db, shuffled(some.map(change)));
	return some.length < ahead.length ? last : null;
}

function shuffled<T>(list: readonly T[]): T[] {
	const mixed = [...list];
	for (let last = mixed.length - 1; last > 0; last--) {
		const other = randomInt(last + 1);
		const [a, b] = [mixed[last], mixed[other]];
		if (a !== undefined && b !== undefined) [mixed[last], mixed[other]] = [b, a];
	}
	return mixed;
}

/**
 * A chore: once a day, for every phase with a key. `neededFrom` says since which day a consultation's days must still be
 * told from those before. Returns how many phases.
 */
export async function rewriteRunning(
	ctx: Ctx,
	neededFrom: (consultationId: string) => Promise<string | null>
): Promise<number> {
	const today = isoDay(ctx.now);
	const due = await keys.rewrittenBefore(ctx.db, today);
	for (const { phaseId, consultationId } of due) {
		const from = await neededFrom(consultationId);
		const fewer = fewerDays(today, from);
		await rewrite(ctx, phaseId, (ballot) => ({ ...ballot, marks: fewer(ballot.marks) }));
		await store.rewriteTallies(ctx, phaseId, shuffled);
		await transaction(ctx, ({ db }) => keys.markRewritten(db, phaseId, today));
	}
	return due.length;
}

/** For a phase that is over: tokens of chance, so that not even a copy of the key leads to anybody. */
export async function rewriteSealed(ctx: Ctx, phaseId: string): Promise<void> {
	await rewrite(ctx, phaseId, (ballot) => ({
		...ballot,
		voter: randomBytes(TOKEN_BYTES).toString('base64url'),
		marks: choicesAlone(ballot.marks)
	}));
	await store.rewriteTallies(ctx, phaseId, shuffled);
}
