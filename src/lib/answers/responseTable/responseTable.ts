import { z } from 'zod';

/** The files a response table comes as. */
export const FORMATS = ['xlsx', 'csv', 'docx', 'odt', 'pdf'] as const;

/** Beside the filter of the worklist: which file, and whether organisations stand in it by their names. */
export const TableQuery = z.object({
	format: z.enum(FORMATS).default('xlsx').catch('xlsx'),
	namen: z
		.literal('1')
		.optional()
		.catch(undefined)
		.transform((typed) => typed === '1')
});
export type TableAsk = z.output<typeof TableQuery>;

/** One concern of a contribution: the whole of it, or a passage that lies in a cluster of its own. */
export interface ResponseRow {
	number: number;
	/** The group it comes from, or the organisation where names were asked for. */
	from: string;
	field: string;
	title: string;
	text: string;
	/** The clusters it lies in: what it comes down to. */
	concern: string;
	/** What was said to it, in words; empty: nothing so far. */
	answer: string;
	reason: string;
	/** Points of the draft, else of the newest version. */
	points: string;
}
