import type { Ctx } from '../../server/ctx.ts';
import { isoDay } from '../../texts/dates.ts';
import { DecisionWord, GroundName } from '../schemas.ts';
import { GROUNDS, type DecisionName, type Ground } from '../screening.ts';
import * as store from '../store.server.ts';

export interface LoggedMonth {
	/** YYYY-MM */
	month: string;
	deed: DecisionName;
	ground: Ground | null;
	count: number;
}

/** Counts by the hour as counts by the month, as months are in Germany. */
export function inMonths(rows: readonly Awaited<ReturnType<typeof store.counts>>[number][]): LoggedMonth[] {
	const months = new Map<string, LoggedMonth>();
	for (const { hour, count, ...row } of rows) {
		const month = isoDay(`${hour}:00:00.000Z`).slice(0, 7);
		const [deed, ground] = [DecisionWord.parse(row.deed), GroundName.parse(row.ground)];
		const key = [month, deed, ground].join(' ');
		months.set(key, { month, deed, ground, count: count + (months.get(key)?.count ?? 0) });
	}
	return [...months.values()];
}

export interface Month {
	/** YYYY-MM */
	month: string;
	deeds: Record<DecisionName, number>;
}

/** How often what was done, month by month (newest first), and how often on which ground a text was not shown. */
export async function logCounts(ctx: Ctx): Promise<{ months: Month[]; grounds: { ground: Ground; count: number }[] }> {
	const months = new Map<string, Month>();
	const grounds = new Map<Ground, number>();
	for (const { deed, ground, count, ...row } of inMonths(await store.counts(ctx.db, ctx.now))) {
		const none = { publish: 0, reject: 0, hide: 0, restore: 0, redact: 0, reopen: 0 };
		const month = months.get(row.month) ?? { month: row.month, deeds: none };
		month.deeds[deed] += count;
		months.set(row.month, month);
		if (ground && deed !== 'redact') grounds.set(ground, (grounds.get(ground) ?? 0) + count);
	}
	return {
		months: [...months.values()].sort((a, b) => (a.month < b.month ? 1 : -1)),
		grounds: GROUNDS.flatMap((ground) => ({ ground, count: grounds.get(ground) ?? 0 })).filter(({ count }) => count > 0)
	};
}
