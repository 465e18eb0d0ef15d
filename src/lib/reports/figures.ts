import { z } from 'zod';
import { DEADLINE_STATES } from '../answers/deadlines/deadline.ts';
import { EvaluationResult } from '../evaluations/result.ts';
import { AuthorGroupName, GroupName } from '../people/person.ts';
import { BoardStatement } from '../strategy/versions/board/boardStatement.ts';
import { KINDS } from '../strategy/versions/version.ts';
import { WORDS } from '../votes/summary/summary.ts';
import { CHOICES } from '../votes/vote.ts';

/**
 * All figures of a report as they were on its day, and frozen with it. What is derived from them (sums, changes since
 * the former report) is computed when they are read, so that anybody can recompute it.
 */
const whole = z.number().int().nonnegative();
const group = GroupName;
const share = z.number().min(0).max(1);

/** Votes as everybody may see them: what would give somebody away is held back before anything is frozen. */
const who = { group, standing: z.enum(['person', 'organisation']) };
const held = { agree: null, pass: null, disagree: null };
const ShownRow = z.discriminatedUnion('state', [
	z.strictObject({ ...who, state: z.literal('none') }),
	z.strictObject({ ...who, state: z.literal('few') }),
	z.strictObject({
		...{ ...who, state: z.literal('counted'), n: whole },
		...{ agree: whole.nullable(), pass: whole.nullable(), disagree: whole.nullable() },
		mostly: z.strictObject({ choice: z.enum(CHOICES), share }).nullable()
	}),
	// How the first reports said it; frozen texts stay as they are.
	z
		.strictObject({ ...who, state: z.literal('nearlyAll'), choice: z.enum(CHOICES), n: whole })
		.transform(({ choice, ...row }) => {
			return { ...row, state: 'counted' as const, ...held, mostly: { choice, share: 0.8 } };
		}),
	z
		.strictObject({ ...who, state: z.literal('exact'), agree: whole, pass: whole, disagree: whole, n: whole })
		.transform((row) => ({ ...row, state: 'counted' as const, mostly: null }))
]);

const Balanced = z.union([
	z.strictObject({ least: share, most: share }),
	share.transform((exact) => ({ least: exact, most: exact }))
]);

const Summary = z.strictObject({
	balanced: Balanced.nullable(),
	tooFew: z.array(group),
	contestedBy: z.array(group),
	unclearFor: z.array(group).default([]),
	word: z.enum(WORDS),
	side: z.enum(['agree', 'disagree']).nullable()
});

const Round = z.strictObject({
	/** Its short name. */
	phase: z.string(),
	persons: z.array(ShownRow),
	organisations: z.array(ShownRow),
	summary: Summary
});

const Part = z.strictObject({
	contributions: whole,
	comments: whole,
	/** Of persons, in the shown newest results of the wordings the newest version has; what is held back is not counted. */
	votes: whole,
	/** The same of earlier wordings and phases. null in the first reports: there `votes` holds them, too. */
	earlier: whole.nullable().default(null)
});

const ByGroup = z.record(AuthorGroupName, Part);

const VersionFigures = z.strictObject({
	number: whole,
	kind: z.enum(KINDS),
	title: z.string(),
	publishedAt: z.string(),
	digest: z.string(),
	points: whole,
	/** What it leaves out although people may expect it; absent: not asked, as in the first reports. */
	missing: whole.optional(),
	/** What the board of affected people said of it; absent: there was none. */
	board: BoardStatement.optional()
});

const DeadlineFigures = z.strictObject({
	phase: z.string(),
	answerBy: z.iso.date(),
	received: whole,
	answered: whole,
	state: z.enum(DEADLINE_STATES)
});

export const Figures = z.strictObject({
	asOf: z.string(),
	consultation: z.string(),
	/** By group, as the groups were on that day. `organisation`: apart from people, and never added to them. */
	participation: ByGroup,
	answers: z.strictObject({
		total: whole,
		byDisposition: z.strictObject({
			...{ adopted: whole, partly: whole, merged: whole },
			...{ declined: whole, elsewhere: whole, open: whole }
		}),
		none: whole
	}),
	/** By phase, what was promised and how it was kept; reports from before that was counted tell of none. */
	deadlines: z.array(DeadlineFigures).optional(),
	/** How those who took part found each phase, the oldest first; reports from before that was asked tell of none. */
	evaluations: z.array(EvaluationResult).optional(),
	/** Oldest first. */
	versions: z.array(VersionFigures),
	/** Of the newest version, with the newest votes on the wording it has there. */
	points: z.array(
		z.strictObject({
			...{ number: whole, title: z.string(), field: z.string(), round: Round.nullable() },
			/** How organisations stood to it, by name; reports from before they voted openly tell of none. */
			positions: z.array(z.strictObject({ organisation: z.string(), choice: z.enum(CHOICES) })).default([])
		})
	),
	calls: z.array(z.strictObject({ number: whole, title: z.string(), version: whole, publishedAt: z.string() }))
});
export type Figures = z.output<typeof Figures>;
export type Part = z.output<typeof Part>;
export type PointFigures = Figures['points'][number];
export type ShownVotes = z.output<typeof ShownRow>;

/** The version a report speaks of. */
export function newestOf(figures: Figures): Figures['versions'][number] | null {
	return figures.versions.at(-1) ?? null;
}

export function isContested(point: PointFigures): boolean {
	return point.round?.summary.word === 'contested';
}

/** Still without a decision: nobody has answered, or the answer is that it is open. */
export function openOf({ answers }: Figures): number {
	return answers.none + answers.byDisposition.open;
}

/** Versions from which members of the board dissent. */
export function dissentedIn(versions: Figures['versions']) {
	return versions.flatMap(({ number, title, board }) => {
		return board && board.dissented > 0 ? [{ number, title, board }] : [];
	});
}
