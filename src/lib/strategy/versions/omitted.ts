import { z } from 'zod';
import { GroupName } from '../../people/person.ts';

const whole = z.number().int().nonnegative();

/** How editors answer for something that is not in a version: it is said otherwise, left out for a reason, or in plainer words. */
export const WAYS = ['otherwise', 'declined', 'plain'] as const;
export type Way = (typeof WAYS)[number];
export const WayName = z.enum(WAYS);

const Note = z.strictObject({ way: WayName, text: z.string() });
export type Note = z.output<typeof Note>;

/**
 * What a version does not say (`omissions`), as it is frozen with it. Contributions stand here by number, never by their
 * words: these can be taken back.
 */
export const Omitted = z.strictObject({
	/** How many contributions were read for it. */
	texts: whole,
	/** Words a group uses and the version does not, the most missing first. null: too few texts to say anything. */
	words: z
		.array(
			z.strictObject({
				group: GroupName,
				word: z.string(),
				/** How many people use it; null: fewer than five. */
				people: whole.nullable(),
				note: Note.nullable()
			})
		)
		.nullable(),
	/** Contributions behind no point at all: why says the answer each of them has. */
	unused: z.array(whole),
	/** Passages that lead to no point, of contributions that stand behind another one. */
	passages: z.array(z.strictObject({ contribution: whole, count: whole })),
	/** Contributions that dissent from what they were put together with. */
	dissents: z.array(
		z.strictObject({
			point: whole,
			contribution: whole,
			kind: z.enum(['minority', 'objection']),
			note: Note.nullable()
		})
	)
});
export type Omitted = z.output<typeof Omitted>;
export type OmittedWord = NonNullable<Omitted['words']>[number];
export type OmittedDissent = Omitted['dissents'][number];
