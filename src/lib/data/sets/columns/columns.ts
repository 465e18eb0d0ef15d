import { z } from 'zod';
import { CODE_NAMES, type CodeName } from './codes.ts';
import { FRAME } from './consultationColumns.ts';
import { OUTCOME } from './outcomeColumns.ts';
import { SAID } from './statementColumns.ts';

/**
 * What is given away as open data, column by column. Names are German: people open these files in a spreadsheet. Days,
 * never minutes: nobody shall find out from a time who sat where. A column of codes has another one with words beside it.
 */
export const SETS = { ...SAID, ...OUTCOME, ...FRAME } as const;

export type Slug = keyof typeof SETS;

const TYPES = ['integer', 'string', 'date', 'uri', 'boolean'] as const;

export interface Column {
	name: string;
	type: (typeof TYPES)[number];
	optional: boolean;
	/** What may stand there, if only that. */
	codes?: CodeName;
	/** The column of codes that this one says in words. */
	wordsOf?: string;
}

const TypeName = z.enum(TYPES);
const CodesNamed = z.enum(CODE_NAMES);

const labelOf = (column: string) => `${column}_label`;

/** `code:kind?` as the columns it stands for: the code, and what it is called. */
function declared(name: string, spec: string): Column[] {
	const optional = spec.endsWith('?');
	const plain = spec.replace('?', '');
	const [kind, of] = plain.split(':');
	if (kind !== 'code') return [{ name, type: TypeName.parse(plain), optional }];
	const codes = CodesNamed.parse(of);
	const shared = { type: 'string', optional } as const;
	return [
		{ name, ...shared, codes },
		{ name: labelOf(name), ...shared, wordsOf: name }
	];
}

const COLUMNS = new Map<string, readonly Column[]>(
	Object.entries(SETS).map(([slug, specs]) => [
		slug,
		Object.entries(specs).flatMap(([name, spec]) => declared(name, spec))
	])
);

export function columnsOf(slug: Slug): readonly Column[] {
	return COLUMNS.get(slug) ?? [];
}
