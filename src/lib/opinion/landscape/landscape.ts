import { z } from 'zod';
import { GroupName } from '../../people/person.ts';
import { CAUSES, VERDICTS, type Cause, type StabilityRating } from '../stability/verdict.ts';
import { DAY } from '../../time.ts';

/** Below this many people there is no landscape at all. */
export const PEOPLE_MIN = 20;
/** It is drawn anew only when so many people have voted since: the picture never shows where a single one has moved. */
export const ACTIVE_MIN = 5;
/** And at most once a day. */
export const EVERY = DAY;
/** Landscapes that were drawn by an earlier one keep its name: "opinion 3: …" drew with another generator of chance. */
export const METHOD =
	'opinion 4: principal components, k-means at its optimum, 200 to 8000 bootstraps, 100 to 1000 permutations, MT19937';

const share = z.number().min(0).max(1);
/** A share as exactly as it may be known; one number in landscapes from before ranges were told. */
const Span = z.union([
	z.strictObject({ least: share, most: share }),
	share.transform((exact) => ({ least: exact, most: exact }))
]);
export type Span = z.output<typeof Span>;
const Said = z.strictObject({ agree: Span, pass: Span, disagree: Span });
export type Said = z.output<typeof Said>;

const count = z.number().int().nonnegative();
const whole = z.number().int();

/** How many answered how. */
const Counted = z.strictObject({ agree: count, pass: count, disagree: count });
export type Counted = z.output<typeof Counted>;

const Group = z.strictObject({
	/** 1, 2, …; stays with the people when it can. */
	number: count,
	/** Share of all who take part, in steps of 0.05; null where it would tell of a few people who came or went. */
	share: share.nullable(),
	/** What sets the group apart, the most telling first. */
	characteristic: z.array(
		z.strictObject({ point: count, direction: z.enum(['agree', 'disagree']), share: Span, others: Span })
	)
});
export type OpinionGroup = z.output<typeof Group>;

const Owed = z.strictObject({ deserved: count }).nullable();

/** Whom the points that unite most stand for. Only of what ten people and more stand behind; shares in coarse steps. */
const RepresentedVotes = z.strictObject({
	/** The points, the surest first. */
	chosen: z.array(count),
	/** Of each declared group: at least so many percent agree with one of them; null: too few to say. */
	groups: z.array(z.strictObject({ group: GroupName, atLeast: count.max(100).nullable() })),
	/** Other points that people may expect; `groups`, `people`: when every group, when everybody counts the same. */
	violations: z.array(z.strictObject({ point: count, groups: Owed, people: Owed }))
});
export type RepresentedVotes = z.output<typeof RepresentedVotes>;

const MapContent = z.strictObject({
	/** Fields along each side. */
	size: count,
	/** Fields in which at least 5 people lie: column, row (from the top), level 1 (5 to 9), 2 (10 to 19) or 3 (more). */
	fields: z.array(z.tuple([count, count, count])),
	/** Ellipses around about 80 % of each group, in hundredths of a side; `turn` in degrees. */
	outlines: z.array(z.strictObject({ group: count, x: whole, y: whole, long: count, short: count, turn: whole }))
});
export type OpinionMap = z.output<typeof MapContent>;

/** What an export says of a conversation as a whole; null: the file that would tell lacks the column. */
export const Figures = z.strictObject({
	/** Who voted at least once. */
	people: count,
	/** The last of each person on each statement. */
	votes: count,
	statements: count,
	/** People who wrote statements. */
	commenters: count.nullable(),
	moderatedOut: count.nullable()
});
export type Figures = z.output<typeof Figures>;

/** What is published and stored: nothing that would be about a single person, nor about fewer than five. */
export const LandscapeText = z.strictObject({
	format: z.literal([1, 2, 3]),
	number: count,
	at: z.string(),
	consultation: z.string(),
	method: z.string(),
	seed: count,
	/** SHA-256 of the votes it was computed from. */
	input: z.string(),
	/** People who have answered often enough: at least so many, in steps of five. */
	people: count,
	/** Of a conversation that was held elsewhere and whose votes are public: all of it, and who is in the picture. */
	export: Figures.extend({
		/** Exactly, unlike `people`. */
		pictured: count,
		/** Whoever voted on so many statements is in the picture. */
		votesLeast: count
	}).optional(),
	/** Whether there are surely groups of opinion. */
	stable: z.boolean(),
	/** From format 3 on, like everything that may be missing: surely, perhaps or not; and why not surely. */
	verdict: z.enum(VERDICTS).optional(),
	cause: z.enum(CAUSES).nullable().optional(),
	/** null: not computed. In formats 1 and 2 that was 0. */
	stability: z.number().nullable(),
	/** Of the stability, with 200 draws. */
	standardError: z.number().nullable().optional(),
	draws: count.optional(),
	silhouette: z.number().nullable(),
	/** What 95 of 100 divisions by chance stay below (in formats 1 and 2: the clearest of 20). */
	byChance: z.number().nullable(),
	runs: count.optional(),
	groups: z.array(Group),
	points: z.array(
		z.strictObject({
			point: count,
			title: z.string(),
			wording: z.string(),
			/** As the declared groups' published results add up; null: nothing is published. */
			all: Said.nullable(),
			/** In the order of `groups`; null: held back. */
			groups: z.array(Said.nullable()),
			/** Only of a conversation whose votes are public: everybody, and each group in the order of `groups`. */
			counted: z.strictObject({ all: Counted, groups: z.array(Counted) }).optional()
		})
	),
	/** Points on which every group surely agrees by more than half, the surest first; `least` in steps of 0.05. */
	bridging: z.array(z.strictObject({ point: count, least: share })),
	/** Points on which people are farthest apart, the farthest first. */
	dividing: z.array(count),
	/** null or absent: not asked, or no points unite. */
	represented: RepresentedVotes.nullable().optional(),
	/** How far opinion groups follow declared groups; null: no opinion groups, or too few people. */
	relation: z.strictObject({ follows: z.enum(['hardly', 'partly', 'strongly']), v: share }).nullable(),
	map: MapContent
});
export type Landscape = z.output<typeof LandscapeText>;

/** Landscapes from before format 3 knew two answers. */
export const verdictOf = ({ verdict, stable }: Pick<Landscape, 'verdict' | 'stable'>): StabilityRating =>
	verdict ?? (stable ? 'stable' : 'none');

/** null: stable, or from before format 3, which did not say why. */
export const causeOf = ({ cause }: Pick<Landscape, 'cause'>): Cause | null => cause ?? null;

/** Whether enough is told of two groups to say that they hardly differ; a small one may have too few answers everywhere. */
export const areCompared = ({ points }: Pick<Landscape, 'points'>): boolean =>
	points.some(({ groups }) => groups.filter((one) => one !== null).length > 1);

export const tenths = (value: number) => Math.round(value * 10) / 10;
export const hundredths = (value: number) => Math.round(value * 100) / 100;
/** Down to the next twentieth. */
export const twentieths = (value: number) => Math.floor(value * 20 + 1e-9) / 20;

/** Only the points that are told of: those that unite or divide, or set a group apart. */
export function named(landscape: Landscape): Landscape {
	const { bridging, dividing, groups, points, represented } = landscape;
	const characteristic = groups.flatMap((group) => group.characteristic.map(({ point }) => point));
	const owed = represented?.violations.map(({ point }) => point) ?? [];
	const told = new Set([
		...(represented?.chosen ?? []),
		...owed,
		...bridging.map(({ point }) => point),
		...dividing,
		...characteristic
	]);
	return { ...landscape, points: points.filter(({ point }) => told.has(point)) };
}
