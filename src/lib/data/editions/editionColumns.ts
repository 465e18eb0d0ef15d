import { z } from 'zod';
import { CODE_NAMES } from '../sets/columns/codes.ts';
import { columnsOf, type Column, type Slug } from '../sets/columns/columns.ts';
import { FORMER_SETS } from '../sets/columns/formerColumns.ts';
import { SLUGS } from '../dataset.ts';

/**
 * The columns of an edition, kept with it: what is given away next year has others, and a file that was published must
 * not change by a byte.
 */
const HeldColumnsForm = z.record(
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
export type HeldColumns = Readonly<Record<string, readonly Column[]>>;

/** Those of today, to be kept. */
export const heldNow = () => JSON.stringify(Object.fromEntries(SLUGS.map((slug) => [slug, columnsOf(slug)])));

const FORMER: HeldColumns = Object.fromEntries(
	Object.entries(FORMER_SETS).map(([slug, specs]) => [
		slug,
		Object.entries(specs).map(([name, spec]) => {
			const [plain, optional] = [spec.replace('?', ''), spec.endsWith('?')];
			return { name, type: z.enum(['integer', 'string', 'date', 'uri']).parse(plain), optional };
		})
	])
);

export function readHeld(text: string | null): HeldColumns {
	return text === null ? FORMER : HeldColumnsForm.parse(JSON.parse(text));
}

export const heldOf = (held: HeldColumns, slug: Slug): readonly Column[] => held[slug] ?? [];
