import { z } from 'zod';
import { GroupName } from '../../people/person.ts';

const whole = z.number().int().nonnegative();
/** null: held back, because it would tell of one to four people, by itself or beside other figures. */
const shown = whole.nullable();

/** Of people who agree on something that was left out, when people are weighed in one way. */
const Owed = z.strictObject({
	/** How many of what the version rests on they may expect, and have fewer. */
	deserved: shown,
	/** How large a part of everybody they are; only where all counts behind it are shown. */
	percent: shown,
	people: z.array(z.strictObject({ group: GroupName, count: shown }))
});
export type Owed = z.output<typeof Owed>;

/**
 * Whom a version stands for (`representation`), as it is frozen with it: sums of people who wrote or support
 * contributions, never who they are.
 */
export const Represented = z.strictObject({
	/** On how much the version rests: clusters, and what came to points by no cluster. */
	chosen: whole,
	leftOut: whole,
	groups: z.array(
		z.strictObject({
			group: GroupName,
			people: shown,
			/** Of whose concerns something is in it, and of whose nothing. */
			covered: shown,
			without: shown,
			/** Where the larger of the two is held back: at least so many percent. */
			mostly: z.strictObject({ of: z.enum(['covered', 'without']), percent: whole }).nullable()
		})
	),
	/** Contributions that count for nobody here. */
	uncounted: z.strictObject({ organisations: whole, unknown: whole }),
	/** What was left out although people may expect it; `groups` and `people`: every group, or everybody counts the same. */
	violations: z.array(
		z.strictObject({
			cluster: whole,
			title: z.string(),
			reason: z.string(),
			groups: Owed.nullable(),
			people: Owed.nullable()
		})
	)
});
export type Represented = z.output<typeof Represented>;
export type Coverage = Represented['groups'][number];
export type ShownViolation = Represented['violations'][number];

/** Why a draft goes out although a cluster is left out, by the number of the cluster. */
export const Justified = z.record(z.string(), z.string());
export type Justified = z.output<typeof Justified>;
