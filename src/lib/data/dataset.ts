import { z } from 'zod';

/**
 * What is given away as open data, column by column. Names are German: people open these files in a spreadsheet. A
 * question mark: may be empty. Days, never minutes: nobody shall find out from a time who sat where.
 */
export const SETS = {
	beitraege: {
		nummer: 'integer',
		verfahren: 'string',
		art: 'string',
		handlungsfeld: 'string?',
		titel: 'string',
		text: 'string',
		beleg: 'string?',
		gruppe: 'string?',
		organisation: 'string?',
		veroeffentlicht: 'date',
		geschwaerzt: 'string',
		unterstuetzungen: 'integer',
		kommentare: 'integer',
		verbleib: 'string?',
		begruendung: 'string?',
		zustaendig: 'string?',
		antwort_mit_fassung: 'integer?',
		herkunft: 'uri?',
		adresse: 'uri'
	},
	kommentare: {
		zu_art: 'string',
		zu_nummer: 'integer',
		antwort: 'string',
		haltung: 'string',
		text: 'string',
		gruppe: 'string',
		organisation: 'string?',
		veroeffentlicht: 'date'
	},
	fassungen: {
		nummer: 'integer',
		titel: 'string',
		art: 'string',
		veroeffentlicht: 'date',
		punkte: 'integer',
		beitraege: 'integer?',
		beantwortet: 'integer?',
		offen: 'integer?',
		pruefsumme: 'string',
		adresse: 'uri'
	},
	punkte: {
		punkt: 'integer',
		fassung: 'integer',
		position: 'integer',
		handlungsfeld: 'string',
		titel: 'string',
		text: 'string',
		anmerkung: 'string?',
		adresse: 'uri'
	},
	quellen: {
		fassung: 'integer',
		punkt: 'integer',
		beitrag: 'integer',
		verhaeltnis: 'string',
		anmerkung: 'string?'
	},
	ergebnisse: {
		punkt: 'integer',
		fassungen: 'string',
		phase: 'string',
		gruppe: 'string',
		wer: 'string',
		stimmen: 'integer?',
		zustimmung: 'integer?',
		weiss_nicht: 'integer?',
		ablehnung: 'integer?',
		mindestens: 'string?',
		aufgeschrieben: 'integer?',
		zurueckgehalten: 'string',
		stand: 'date'
	},
	berichte: {
		nummer: 'integer',
		titel: 'string',
		veroeffentlicht: 'date',
		fassung: 'integer?',
		pruefsumme: 'string',
		adresse: 'uri'
	}
} as const;

export type Slug = keyof typeof SETS;
export const SLUGS = ['beitraege', 'kommentare', 'fassungen', 'punkte', 'quellen', 'ergebnisse', 'berichte'] as const;
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
