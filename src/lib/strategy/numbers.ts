import { z } from 'zod';

const SOURCES_MOST = 200;

/** Running numbers people read, say and type: "12", "12, 14 und 15", or several ticked boxes. */
export const Numbers = z
	.union([z.string(), z.array(z.string())])
	.optional()
	.transform((typed) => [...new Set([typed ?? []].flat().flatMap((text) => text.match(/\d+/g) ?? []))])
	.transform((found) => found.map(Number))
	.pipe(z.array(z.number().int().min(1).max(999_999_999, 'wrong')).max(SOURCES_MOST, 'tooMany'));
