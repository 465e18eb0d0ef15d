import { z } from 'zod';
import { LOCALES } from '../../texts/locales/locale.ts';
import { GroupChoice } from '../../people/person.ts';

/** So many at once: what a day centre hands out on a day. */
export const COPIES_MAX = 50;

export const SheetOrderForm = z.object({
	group: GroupChoice,
	/** In which whoever writes reads it; the box for the helper stays German. */
	language: z.enum(LOCALES, 'choose').default('de'),
	copies: z.coerce.number('copies').int('copies').min(1, 'copies').max(COPIES_MAX, 'copies')
});
export type SheetOrder = z.output<typeof SheetOrderForm>;
