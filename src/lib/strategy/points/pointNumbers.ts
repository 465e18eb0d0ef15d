import { z } from 'zod';
import { several } from '../../form.ts';

const SOURCES_MAX = 200;

/** Running numbers people read, say and type: "12", "12, 14 und 15", or several ticked boxes. */
export const Numbers = several(z.array(z.string()))
	.transform((texts) => [...new Set(texts.flatMap((text) => text.match(/\d+/g) ?? []))])
	.transform((found) => found.map(Number))
	.pipe(z.array(z.number().int().min(1).max(999_999_999, 'wrong')).max(SOURCES_MAX, 'tooMany'));
