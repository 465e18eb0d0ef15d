import { z } from 'zod';
import { SETS } from './columns.ts';

export type Slug = keyof typeof SETS;
export const SLUGS = [
	...(['beitraege', 'kommentare', 'fassungen', 'punkte', 'quellen', 'ergebnisse', 'beteiligung', 'berichte'] as const),
	...(['meinungsbilder', 'dokumente', 'verfahren', 'handlungsfelder', 'phasen'] as const)
] as const;
export const SlugName = z.enum(SLUGS);

export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;
export type RowOf<S extends Slug> = { readonly [Name in keyof (typeof SETS)[S]]: Cell };

export interface Column {
	name: string;
	type: 'integer' | 'string' | 'date' | 'uri';
	optional: boolean;
}

const TypeName = z.enum(['integer', 'string', 'date', 'uri']);

export function columnsOf(slug: Slug): Column[] {
	return Object.entries(SETS[slug]).map(([name, type]) => ({
		name,
		type: TypeName.parse(type.replace('?', '')),
		optional: type.endsWith('?')
	}));
}

/** Tables with what people wrote. They may take it back; the others are frozen and ours. */
export const WORDED: readonly Slug[] = ['beitraege', 'kommentare'];
export const isWorded = (slug: Slug) => WORDED.includes(slug);

export const FORMATS = ['csv', 'json'] as const;
export type Format = (typeof FORMATS)[number];
export const FormatName = z.enum(FORMATS);
export const MEDIA_TYPE = { csv: 'text/csv', json: 'application/json' } as const;

export const fileName = (slug: Slug, format: Format) => `${slug}.${format}`;

/** `beitraege.csv` as what it names; null when there is no such file. */
export function fileCalled(name: string): { slug: Slug; format: Format } | null {
	const [slug, format, ...more] = name.split('.');
	const parsed = z.object({ slug: SlugName, format: FormatName }).safeParse({ slug, format });
	return parsed.success && more.length === 0 ? parsed.data : null;
}

export const Rows = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()])));

/** https://www.govdata.de/dl-de/by-2-0 */
export const LICENCE = {
	name: 'dl-de/by-2-0',
	path: 'https://www.govdata.de/dl-de/by-2-0',
	dcat: 'http://dcat-ap.de/def/licenses/dl-by-de/2.0'
};
