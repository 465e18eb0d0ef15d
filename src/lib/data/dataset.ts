import { z } from 'zod';
import { labelFor } from './sets/columns/codes.ts';
import { columnsOf, SETS, type Slug } from './sets/columns/columns.ts';

/** In the order in which pages list them. */
export const SLUGS = [
	...(['beitraege', 'kommentare', 'aenderungen', 'fassungen', 'punkte', 'quellen'] as const),
	...([
		'vertretung',
		'fehlendes',
		'fehlwoerter',
		'ungenutzt',
		'einwaende',
		'beirat',
		'beiratsgruende',
		'ergebnisse'
	] as const),
	...([
		'positionen',
		'beteiligung',
		'termine',
		'orte',
		'treffen',
		'handzeichen',
		'lesarten',
		'vorrang',
		'vorrangkreuze',
		'bewertungen',
		'umsetzung',
		'aufrufe',
		'aufrufteile',
		'aufrufpunkte'
	] as const),
	...(['berichte', 'nachtraege', 'meinungsbilder', 'chronik', 'moderation', 'moderationsmonate'] as const),
	...(['dokumente', 'verfahren', 'handlungsfelder', 'phasen'] as const)
] as const satisfies readonly Slug[];
export const SlugName = z.enum(SLUGS);

type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;
/** As its source gives it: codes without what they are called. */
export type RowOf<S extends Slug> = { readonly [Name in keyof (typeof SETS)[S]]: Cell };

/** With what its codes are called, in the order of the columns. Throws for a code that is none. */
export function labelled(slug: Slug, row: Row): Row {
	return Object.fromEntries(
		columnsOf(slug).map(({ name, wordsOf }) => [
			name,
			wordsOf === undefined ? (row[name] ?? null) : wordsFor(slug, row, wordsOf)
		])
	);
}

function wordsFor(slug: Slug, row: Row, name: string): string | null {
	const code = row[name] ?? null;
	if (code === null) return null;
	const codes = columnsOf(slug).find((column) => column.name === name)?.codes;
	const words = codes ? labelFor(codes, String(code)) : null;
	if (words === null) throw new RangeError(`${slug}: »${code}« is no code of the column ${name}`);
	return words;
}

/** Where a row came from: what must still be public for it to be given out, and how it was when it was written down. */
export interface Trace {
	kind: 'proposal' | 'comment' | 'amendment' | 'workshop';
	id: string;
	/** Changes when its words are changed or shown anew: when it was blackened, say. */
	stamp: string | null;
	/** A comment: the one it answers. */
	parent?: string | null;
}
/** A row of a table of words, with its trace, which is never published. */
export interface Traced<S extends Slug> {
	row: RowOf<S>;
	trace: Trace;
}

/** A row as it is kept. */
export interface KeptRow {
	row: Row;
	/** null: it is nobody's words. */
	trace: Trace | null;
}

/** Tables with what people wrote. They may take it back; the others are frozen and ours. */
export const WORDED = [
	'beitraege',
	'kommentare',
	'aenderungen',
	'treffen',
	'handzeichen',
	'lesarten'
] as const satisfies readonly Slug[];
export const isWorded = (slug: Slug) => WORDED.some((one) => one === slug);

export const FORMATS = ['csv', 'json'] as const;
export type Format = (typeof FORMATS)[number];
const FormatName = z.enum(FORMATS);
export const MEDIA_TYPE = { csv: 'text/csv', json: 'application/json' } as const;

export const fileName = (slug: Slug, format: Format) => `${slug}.${format}`;

/** `beitraege.csv` as what it names; null when there is no such file. */
export function fileCalled(name: string): { slug: Slug; format: Format } | null {
	const [slug, format, ...more] = name.split('.');
	const parsed = z.object({ slug: SlugName, format: FormatName }).safeParse({ slug, format });
	return parsed.success && more.length === 0 ? parsed.data : null;
}

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export const Rows = z.array(z.record(z.string(), cell));

const Kept = z.strictObject({
	row: z.record(z.string(), cell),
	trace: z.object({
		kind: z.enum(['proposal', 'comment', 'amendment', 'workshop']),
		id: z.string(),
		stamp: z.string().nullable(),
		parent: z.string().nullable().optional()
	})
});

/** Rows as they are kept: those of words with where they came from, unless they are from before that was kept. */
export const KeptRows = z.array(
	z.union([
		Kept.transform((kept): KeptRow => kept),
		z.record(z.string(), cell).transform((row): KeptRow => ({ row, trace: null }))
	])
);

export function keptText(rows: readonly KeptRow[]): string {
	return JSON.stringify(rows.map(({ row, trace }) => (trace ? { row, trace } : row)));
}

/** https://www.govdata.de/dl-de/by-2-0 */
export const LICENCE = {
	name: 'dl-de/by-2-0',
	path: 'https://www.govdata.de/dl-de/by-2-0',
	dcat: 'http://dcat-ap.de/def/licenses/dl-by-de/2.0'
};
