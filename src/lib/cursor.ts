import { z } from 'zod';

/** What lists are sorted by, as it stands in an address. */
export const count = z
	.string()
	.regex(/^\d{1,9}$/)
	.transform(Number);
export const instant = z
	.string()
	.regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
	.refine((text) => !Number.isNaN(Date.parse(text)));
export const id = z.string().regex(/^[\da-f-]{36}$/);

/**
 * Keyset pagination: where a page of a list ended, as the values it is sorted by, with `~` between them in the order of
 * `fields`. Readable in the address, checked when read.
 */
export function cursor<Fields extends Record<string, z.ZodType<string | number, string>>>(fields: Fields) {
	const names = Object.keys(fields);
	const Place = z.object(fields);
	return {
		write(place: z.output<typeof Place>): string {
			const values = new Map(Object.entries(place));
			return names.map((name) => values.get(name)).join('~');
		},
		/** null when there is none or it is not one of ours: the list then starts at its beginning. */
		read(text: string | null | undefined): z.output<typeof Place> | null {
			const values = (text ?? '').split('~');
			if (values.length !== names.length) return null;
			return Place.safeParse(Object.fromEntries(names.map((name, place) => [name, values[place]]))).data ?? null;
		}
	};
}

/** A stretch of a list that is read to its end, for whoever looks for something in it that SQL cannot say. */
export interface Stretch {
	offset: number;
	newest: boolean;
}
export const FROM_OLDEST: Stretch = { offset: 0, newest: false };
