import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { handsOf, linesOf } from './publishedResult.ts';
import { isDue, LinesText, nextLines, type Breakdown, type Lines } from './publication.ts';
import * as store from './store.server.ts';
import { resultOf, publicationsOf, subjectOf } from './results.server.ts';
import type { Result } from './result.ts';
import { OPINION, sum, type Counts, type Rule } from '../suppression/suppression.ts';
import { DAY, earlier } from '../../time.ts';

/** After a phase its last votes may still be published; then its figures rest. */
const REST_AFTER = DAY;
/** Boxes in one transaction, so that nobody's vote waits long. */
const AT_ONCE = 50;

/** A chore: publishes the results anew where that is due and gives nobody away. Returns how many changed. */
export async function publishResults(ctx: Ctx): Promise<number> {
	const boxes = await store.boxesSince(ctx.db, earlier(ctx.now, REST_AFTER));
	const lastAt = new Map((await store.lastTimes(ctx.db)).map(({ subject, at }) => [subject, at]));
	const due = boxes.filter(({ id }) => isDue(lastAt.get(subjectOf(id)), ctx.now));
	let changed = 0;
	for (let from = 0; from < due.length; from += AT_ONCE) {
		const ids = due.slice(from, from + AT_ONCE).map(({ id }) => id);
		changed += await transaction(ctx, (ctx) => publishBoxes(ctx, ids));
	}
	return changed;
}

async function publishBoxes(ctx: Ctx, boxIds: readonly number[]): Promise<number> {
	const byBox = new Map<number, Result[]>();
	for (const { boxId, ...row } of await store.tallies(ctx.db, boxIds)) {
		byBox.set(boxId, [...(byBox.get(boxId) ?? []), resultOf(row)]);
	}
	const counted = [...byBox].map(([boxId, results]) => ({
		subject: subjectOf(boxId),
		now: linesOf(results),
		cuts: handsOf(results)
	}));
	return publish(ctx, counted, OPINION);
}

export interface Counted {
	subject: string;
	now: Record<string, Counts>;
	cuts?: readonly Breakdown[];
}

/** Publishes what is due and safe to show. Call it inside `transaction`. Returns how many subjects changed. */
export async function publish(ctx: Ctx, counted: readonly Counted[], rule: Rule): Promise<number> {
	const latest = await publicationsOf(
		ctx,
		counted.map(({ subject }) => subject)
	);
	let changed = 0;
	for (const { subject, now, cuts } of counted) {
		if (!isDue(latest.get(subject)?.at, ctx.now)) continue;
		const former = (await store.history(ctx.db, subject)).map(({ lines }) => LinesText.parse(JSON.parse(lines)));
		const next = nextLines(now, former, rule, cuts);
		if (!next) continue;
		await store.add(ctx.db, { subject, at: ctx.now, lines: JSON.stringify(next) });
		changed++;
	}
	return changed;
}

/**
 * Publishes counts of what stands in public by itself: as they are, at once, and without keeping what was told before.
 * Call it inside `transaction`. Returns 1 when something changed.
 */
export async function publishOpenly(ctx: Ctx, subject: string, now: Readonly<Record<string, Counts>>): Promise<number> {
	const lines: Lines = Object.fromEntries(
		Object.entries(now).map(([name, counts]) => [name, { total: sum(Object.values(counts)), counts, mostly: null }])
	);
	const latest = (await publicationsOf(ctx, [subject])).get(subject);
	if (latest && JSON.stringify(latest.lines) === JSON.stringify(lines)) return 0;
	await store.replace(ctx.db, { subject, at: ctx.now, lines: JSON.stringify(lines) });
	return 1;
}

/**
 * For figures that another room has counted from ballots: publishes what is safe to show beside everything that was
 * shown of this subject before, and returns it. Call it inside `transaction`.
 */
export async function release(ctx: Ctx, counted: Counted, rule: Rule): Promise<Lines> {
	await publish(ctx, [counted], rule);
	return (await publicationsOf(ctx, [counted.subject])).get(counted.subject)?.lines ?? {};
}
