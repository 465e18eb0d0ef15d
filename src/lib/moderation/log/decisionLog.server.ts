import * as proposals from '../../proposals/proposals.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import { isoDay } from '../../texts/dates.ts';
import { obey } from '../../verdict.ts';
import type { OwnAppeal } from '../appeals/appeal.ts';
import { appealsAgainst } from '../appeals/appeals.server.ts';
import { DecisionWord, GroundName, KindName } from '../schemas.ts';
import {
	DECISIONS,
	mayModerate,
	minutesAgo,
	UNDO_MINUTES,
	type DecisionName,
	type Ground,
	type Kind
} from '../screening.ts';
import * as store from '../store.server.ts';

export interface Decision {
	deed: 'reject' | 'hide' | 'redact';
	ground: Ground | null;
	note: string | null;
	at: string;
	/** Of the screening, to appeal against it. */
	id: string;
	/** What the author said against it, and what became of that. */
	appeal: OwnAppeal | null;
}

/** What still stands against these texts, for their author: call it with ids of one's own only. */
export async function decisionsFor(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Decision>> {
	const rows = await store.ofSubjects(ctx.db, ids);
	const filed = await appealsAgainst(
		ctx,
		rows.map((row) => row.id)
	);
	const standing = new Map<string, Decision>();
	const redactions = new Map<string, Decision>();
	/** No more in force, because the author was heard: she still reads what we answered. */
	const heard = new Map<string, Decision>();
	for (const row of rows) {
		const deed = DecisionWord.parse(row.deed);
		const { id, note, at, subjectId } = row;
		// Shown again after all: a redaction stays true, a refusal does not.
		if (deed === 'publish' || deed === 'restore' || deed === 'reopen') {
			const former = standing.get(subjectId);
			if (former?.appeal?.state === 'granted') heard.set(subjectId, former);
			standing.delete(subjectId);
		} else
			(deed === 'redact' ? redactions : standing).set(subjectId, {
				deed,
				ground: GroundName.parse(row.ground),
				note,
				at,
				id,
				appeal: filed.get(id) ?? null
			});
	}
	return new Map([...heard, ...redactions, ...standing]);
}

/** As the public reads it: the day is enough, the minute would point at a text. */
export interface LogEntry {
	/** YYYY-MM-DD */
	day: string;
	kind: Kind;
	deed: DecisionName;
	ground: Ground | null;
}

interface Entry {
	id: string;
	at: string;
	kind: Kind;
	deed: DecisionName;
	ground: Ground | null;
}

export function entry(
	row: NonNullable<Awaited<ReturnType<typeof store.byId>>>
): Entry & { subjectId: string; note: string | null } {
	const { id, at, subjectId, note } = row;
	const words = { kind: KindName.parse(row.subjectKind), deed: DecisionWord.parse(row.deed) };
	return { id, at, subjectId, note, ...words, ground: GroundName.parse(row.ground) };
}

export const LOG_PAGE = 50;
export const INTERVENTIONS = DECISIONS.filter((deed) => deed !== 'publish');

/** For everybody: what was done against a text, when and on which ground; never to whose, by whom, or its words. */
export async function log(ctx: Ctx, cursor: string | null): Promise<{ entries: LogEntry[]; next: string | null }> {
	const last = cursor && opened(ctx, cursor);
	const before = (last && (await store.byId(ctx.db, last))) || null;
	const asked = { deeds: INTERVENTIONS, before, limit: LOG_PAGE + 1, now: ctx.now };
	const rows = await store.latestForAll(ctx.db, asked);
	const shown = rows.slice(0, LOG_PAGE);
	const slips = await takenBackAtOnce(ctx, shown);
	const entries = shown
		.filter(({ id }) => !slips.has(id))
		.map((row) => {
			const { at, kind, deed, ground } = entry(row);
			return { day: isoDay(at), kind, deed, ground };
		});
	const end = rows.length > LOG_PAGE ? shown.at(-1) : undefined;
	// Sealed: an id tells its millisecond.
	return { entries, next: end ? ctx.app.keys.seal(end.id) : null };
}

/**
 * Decisions taken back within the minutes a slip can be undone, and the taking back: two lines about nothing that holds.
 * The counts above the list have both, and the page says so.
 */
async function takenBackAtOnce(ctx: Ctx, rows: readonly { subjectId: string }[]): Promise<Set<string>> {
	const all = await store.ofSubjects(ctx.db, [...new Set(rows.map(({ subjectId }) => subjectId))]);
	const slips = new Set<string>();
	const last = new Map<string, (typeof all)[number]>();
	for (const row of all) {
		const before = last.get(row.subjectId);
		if (row.deed === 'reopen' && before && minutesAgo(before.at, row.at) <= UNDO_MINUTES) {
			slips.add(before.id).add(row.id);
		}
		last.set(row.subjectId, row);
	}
	return slips;
}

/** null: the address was not made by us. */
function opened(ctx: Ctx, cursor: string): string | null {
	try {
		return ctx.app.keys.open(cursor);
	} catch {
		return null;
	}
}

const RECENT = 10;

/** What moderators did last, so that a hasty click can be found again. */
export async function recent(ctx: Ctx): Promise<(Entry & { subjectId: string; heading: proposals.Heading | null })[]> {
	obey(mayModerate(ctx.person));
	const rows = (await store.latest(ctx.db, DECISIONS, RECENT)).map(entry);
	const ids = rows.filter(({ kind }) => kind === 'proposal').map(({ subjectId }) => subjectId);
	const headings = await proposals.headings(ctx, ids);
	return rows.map((row) => ({ ...row, heading: headings.find(({ id }) => id === row.subjectId) ?? null }));
}

/** Everything decided about one text, oldest first. */
export async function historyOf(ctx: Ctx, subjectId: string): Promise<(Entry & { note: string | null })[]> {
	obey(mayModerate(ctx.person));
	return (await store.ofSubjects(ctx.db, [subjectId])).map(entry);
}
