import type { Ctx } from '../../server/ctx.ts';
import { newId } from '../../server/ids.ts';
import { isoDay } from '../../texts/dates.ts';
import { entry, INTERVENTIONS, type LogEntry } from './decisionLog.server.ts';
import { inMonths, type LoggedMonth } from './logByMonth.server.ts';
import * as store from '../store.server.ts';

/** What was done against texts, as the public log tells it, oldest first, so many at a time. */
export async function* interventions(ctx: Ctx, size: number): AsyncGenerator<LogEntry[]> {
	let last: store.Place | null = null;
	do {
		const asked = { deeds: INTERVENTIONS, after: last, limit: size, now: ctx.now };
		const rows: Awaited<ReturnType<typeof store.earliestForAll>> = await store.earliestForAll(ctx.db, asked);
		yield rows.map((row) => {
			const { at, kind, deed, ground } = entry(row);
			return { day: isoDay(at), kind, deed, ground };
		});
		last = rows.length < size ? null : (rows.at(-1) ?? null);
	} while (last !== null);
}

/** How often each deed was done on each ground in each month, oldest first. */
export async function monthly(ctx: Ctx): Promise<LoggedMonth[]> {
	const order = ({ month, deed, ground }: LoggedMonth) => [month, deed, ground ?? ''].join(' ');
	return inMonths(await store.counts(ctx.db, ctx.now)).sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/**
 * Puts back what the public log tells: not which text it was, nor who decided. `by`: somebody who stands for whoever it
 * was. Call it inside `transaction`.
 */
export async function restoreLog(
	ctx: Ctx,
	rows: readonly (Omit<LogEntry, 'day'> & { at: string })[],
	by: string
): Promise<void> {
	for (const { at, kind, deed, ground } of rows) {
		const nothing = { subjectId: newId(Date.parse(at)), note: null, moderatorId: by };
		await store.add(ctx.db, { ...nothing, id: newId(Date.parse(at)), subjectKind: kind, deed, ground, at });
	}
}
