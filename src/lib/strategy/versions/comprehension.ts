import { z } from 'zod';
import { GroupName } from '../../people/person.ts';

const shown = z.number().int().nonnegative().nullable();

/**
 * Who was asked whether a point says what they meant, as it is frozen with the version. null: held back, because it
 * would tell of one to four people.
 */
export const Understood = z.array(
	z.strictObject({
		point: z.number().int(),
		lines: z.array(
			z.strictObject({
				group: GroupName,
				standing: z.enum(['person', 'organisation']),
				asked: shown,
				right: shown,
				wrong: shown,
				silent: shown
			})
		)
	})
);
export type Understood = z.output<typeof Understood>;
export type UnderstoodLine = Understood[number]['lines'][number];

/** What may be left out before a version goes out, with a reason that everybody reads. */
export const CHECKS = ['understood', 'easy'] as const;
export type Check = (typeof CHECKS)[number];

export const Waived = z.strictObject({ understood: z.string().optional(), easy: z.string().optional() });
export type Waived = z.output<typeof Waived>;
