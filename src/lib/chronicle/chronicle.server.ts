import * as consultations from '../consultations/consultations.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { publicEntries, record, type Entry } from '../server/journal/journal.server.ts';
import { isoDay } from '../texts/dates.ts';
import { pageOf, CHRONICLE_VERBS, type Day } from './chronicle.ts';
import { contributionsOn, happened, type Happened } from './happened.ts';

/** Enough for sixty busy days, and read in milliseconds. */
const ENTRIES_MAX = 1_000;

export { feed } from './feed.server.ts';

/** A reading of the journal, newest day first. `next`: where the next page begins, or null. */
export async function page(ctx: Ctx, before: string | null): Promise<{ days: Day[]; next: string | null }> {
	const entries = await publicEntries(ctx, { verbs: CHRONICLE_VERBS, before, limit: ENTRIES_MAX + 1 });
	return pageOf(entries.slice(0, ENTRIES_MAX), entries.length > ENTRIES_MAX, await consultations.phaseTitles(ctx));
}

/** Everything the chronicle tells, oldest first: what has a line of its own, and how many contributions came on a day. */
export async function everything(ctx: Ctx): Promise<Happened[]> {
	const days: Happened[][] = [];
	const counts = new Map<string, { day: string; consultationId: string | null; number: number }>();
	const titles = await consultations.phaseTitles(ctx);
	let before: string | null = null;
	do {
		const entries: Entry[] = await publicEntries(ctx, { verbs: CHRONICLE_VERBS, before, limit: ENTRIES_MAX });
		for (const entry of entries) {
			const line = happened(entry, titles);
			if (line) days.push([line]);
			else count(counts, entry);
		}
		before = entries.length < ENTRIES_MAX ? null : (entries.at(-1)?.id ?? null);
	} while (before !== null);
	const lines = days.flat().reverse();
	const told = [...counts.values()].map(({ day, consultationId, number }) =>
		contributionsOn(day, consultationId, number)
	);
	// Stable: lines of a day stay in their order, and contributions come after them.
	return [...lines, ...told.reverse()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function count(
	counts: Map<string, { day: string; consultationId: string | null; number: number }>,
	{ at, consultationId }: Entry
): void {
	const day = isoDay(at);
	const key = `${day} ${consultationId}`;
	const known = counts.get(key) ?? { day, consultationId, number: 0 };
	counts.set(key, { ...known, number: known.number + 1 });
}

/** Puts back what happened, each on its day, oldest first. Call it inside `transaction`. */
export async function restore(ctx: Ctx, rows: readonly RestoredEvent[]): Promise<void> {
	for (const { event, at, consultationId, facts } of rows) {
		const known = Object.entries(facts).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
		const details = Object.fromEntries(known);
		if (event !== 'proposal.published') await record(ctx, { verb: event, subjectId: '', consultationId, details }, at);
		// Which they were, it does not say.
		else
			for (let n = 0; n < (facts.count ?? 0); n++)
				await record(ctx, { verb: event, subjectId: '', consultationId }, at);
	}
}

export type RestoredEvent = Pick<Happened, 'event' | 'consultationId' | 'facts'> & { at: string };
