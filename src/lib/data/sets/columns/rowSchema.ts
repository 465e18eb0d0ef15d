import { z } from 'zod';
import { CODES } from './codes.ts';
import { meaningOf } from './columnMeaning.ts';
import { columnsOf, type Column, type Slug } from './columns.ts';

const CELLS = {
	integer: z.int(),
	boolean: z.boolean(),
	string: z.string(),
	date: z.iso.date(),
	uri: z.string().meta({ format: 'uri' })
} as const satisfies Record<Column['type'], z.ZodType>;

/** What may stand in a column: whoever reads tables checks it by this, and the interface for programs is described with it. */
export function cellSchema({ type, optional, codes }: Column) {
	const cell = codes ? z.enum(Object.keys(CODES[codes])) : CELLS[type];
	return optional ? cell.nullable() : cell;
}

/** A row as it is given away. */
export function rowSchema(slug: Slug) {
	const cells = columnsOf(slug).map((column) => [
		column.name,
		cellSchema(column).meta({ description: meaningOf(slug, column) })
	]);
	return z.strictObject(Object.fromEntries(cells));
}
