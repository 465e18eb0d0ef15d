import { z } from 'zod';
import { PHASES } from '../consultations/consultation.ts';
import { GROUPS } from '../people/person.ts';
import { KINDS } from '../strategy/version.ts';
import { WORDS } from '../votes/summary.ts';
import { CHOICES } from '../votes/vote.ts';

/**
 * All figures of a report as they were on its day, and frozen with it. What is derived from them (sums, changes since
 * the former report) is computed when they are read, so that anybody can recompute it.
 */
const whole = z.number().int().nonnegative();
const group = z.enum(GROUPS);
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
	phase: z.enum(PHASES),
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

const VersionFigures = z.strictObject({
	number: whole,
	kind: z.enum(KINDS),
	title: z.string(),
	publishedAt: z.string(),
	digest: z.string(),
	points: whole
});

export const Figures = z.strictObject({
	asOf: z.string(),
	consultation: z.string(),
	participation: z.strictObject({
		...{ affected: Part, practice: Part, research: Part, none: Part },
		/** Apart from people, and never added to them. */
		organisation: Part.optional()
	}),
	answers: z.strictObject({
		total: whole,
		byDisposition: z.strictObject({
			...{ adopted: whole, partly: whole, merged: whole },
			...{ declined: whole, elsewhere: whole, open: whole }
		}),
		none: whole
	}),
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
