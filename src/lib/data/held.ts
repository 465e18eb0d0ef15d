import { z } from 'zod';
import { CODE_NAMES } from './codes.ts';
import { columnsOf, type Column, type Slug } from './columns.ts';
import { FORMER_SETS } from './formerColumns.ts';
import { SLUGS } from './dataset.ts';

/**
 * The columns of an edition, kept with it: what is given away next year has others, and a file that was published must
 * not change by a byte.
 */
const Held = z.record(
	z.string(),
	z.array(
		z.object({
			name: z.string(),
			type: z.enum(['integer', 'string', 'date', 'uri', 'boolean']),
			optional: z.boolean(),
			codes: z.enum(CODE_NAMES).optional().catch(undefined),
			wordsOf: z.string().optional()
		})
	)
);
export type Held = Readonly<Record<string, readonly Column[]>>;

/** Those of today, to be kept. */
export const heldNow = () => JSON.stringify(Object.fromEntries(SLUGS.map((slug) => [slug, columnsOf(slug)])));

const FORMER: Held = Object.fromEntries(
	Object.entries(FORMER_SETS).map(([slug, specs]) => [
		slug,
		Object.entries(specs).map(([name, spec]) => {
			const [plain, optional] = [spec.replace('?', ''), spec.endsWith('?')];
			return { name, type: z.enum(['integer', 'string', 'date', 'uri']).parse(plain), optional };
		})
	])
);

export function readHeld(text: string | null): Held {
	return text === null ? FORMER : Held.parse(JSON.parse(text));
}

export const heldOf = (held: Held, slug: Slug): readonly Column[] => held[slug] ?? [];
