import { z } from 'zod';
import { GroupChoice } from '../../people/person.ts';

/** So many at once: what a day centre hands out on a day, and a printer prints without a jam. */
export const COPIES_MAX = 50;
/** Of all papers of an order together. */
export const PAGES_MAX = 300;

export const PrintForm = z.object({
	group: GroupChoice,
	copies: z.coerce.number('copies').int('copies').min(1, 'copies').max(COPIES_MAX, 'copies'),
	/** A field of action, where there are too many points for one paper. */
	feld: z.string().max(40).default('')
});
export type PrintInput = z.output<typeof PrintForm>;

const Place = z.object({ x: z.number(), y: z.number() });

/** As it was kept, see `layout.ts`. */
export const KeptPages = z.array(
	z.object({
		marks: z.array(Place),
		consent: Place.nullable(),
		cut: z.number().nullable(),
		rows: z.array(z.object({ point: z.number(), y: z.number(), height: z.number(), boxes: z.array(Place) }))
	})
);
