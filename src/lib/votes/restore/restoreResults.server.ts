import type { Group, ParticipantType } from '../../people/person.ts';
import type { Ctx } from '../../server/ctx.ts';
import { keyOf } from '../results/publishedResult.ts';
import { breakdownKey, type Lines } from '../results/publication.ts';
import type { PartLine } from '../participation/participation.ts';
import { subjectOf as partSubjectOf } from '../participation/participation.server.ts';
import * as positions from '../positions/store.server.ts';
import * as publications from '../results/store.server.ts';
import { subjectOf } from '../results/results.server.ts';
import * as store from '../ballots/store.server.ts';
import type { Shown } from '../suppression/suppression.ts';
import type { Choice } from '../vote.ts';

/** What was shown of one wording in one phase. */
export interface RestoredResult {
	box: { pointId: string; wordingId: string; phaseId: string };
	at: string;
	rows: readonly { group: Group; standing: ParticipantType; shown: Shown; recorded: number | null }[];
}

/**
 * Puts back what was shown. There are no ballots behind it, they are nobody's to give away: so nothing is ever counted
 * anew, and phases that are put back allow no votes. Call it inside `transaction`.
 */
export async function restore(ctx: Ctx, results: readonly RestoredResult[]): Promise<void> {
	for (const { box, at, rows } of results) {
		const lines: Lines = Object.fromEntries(rows.flatMap(linesOf));
		const subject = subjectOf(await store.boxFor(ctx, box, async () => []));
		await publications.add(ctx.db, { subject, at, lines: JSON.stringify(lines) });
	}
}

/** What was shown of a group, and how many of its votes a helper wrote down, where that was told. */
function linesOf({ group, standing, shown, recorded }: RestoredResult['rows'][number]): [string, Shown][] {
	const line = keyOf(group, standing);
	if (recorded === null) return [[line, shown]];
	const total = shown.total ?? recorded;
	return [
		[line, shown],
		[breakdownKey(line), { total, counts: { self: total - recorded, helper: recorded }, mostly: null }]
	];
}

export interface RestoredPosition {
	organisationId: string;
	pointId: string;
	wordingId: string;
	phaseId: string;
	choice: Choice;
	since: string;
}

/** Puts back how an organisation stood to a wording. Call it inside `transaction`. */
export async function restorePosition(ctx: Ctx, { choice, since, ...place }: RestoredPosition): Promise<void> {
	await positions.put(ctx.db, place, { choice, since, seatId: null });
}

/** One line of who takes part, as it was shown. */
export interface RestoredLine {
	consultationId: string;
	line: PartLine;
	at: string;
	shown: Shown;
}

/** Puts back who took part, as it was told. Nothing is counted anew. Call it inside `transaction`. */
export async function restoreParticipation(ctx: Ctx, rows: readonly RestoredLine[]): Promise<void> {
	const subjects = new Map<string, { at: string; lines: Record<string, Shown> }>();
	for (const { consultationId, line, at, shown } of rows) {
		const subject = partSubjectOf(line, consultationId);
		const one = subjects.get(subject) ?? { at, lines: {} };
		one.lines[line] = shown;
		subjects.set(subject, one);
	}
	for (const [subject, { at, lines }] of subjects) {
		await publications.add(ctx.db, { subject, at, lines: JSON.stringify(lines) });
	}
}
