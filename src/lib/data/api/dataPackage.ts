import { CODES } from '../sets/columns/codes.ts';
import { fill, t } from '../../texts/texts.ts';
import type { Column, Slug } from '../sets/columns/columns.ts';
import { fileName, LICENCE, MEDIA_TYPE, SLUGS } from '../dataset.ts';
import { heldOf, type HeldColumns } from '../editions/editionColumns.ts';
import { meaningOf } from '../sets/columns/columnMeaning.ts';

/** What is known of a file of an edition. */
interface ListedFile {
	name: string;
	rows: number;
	bytes: number;
	digest: string;
}

export interface Listed {
	number: number;
	at: string;
	files: readonly ListedFile[];
	held: HeldColumns;
}

export const packageTitle = () => fill(t.data.packageTitle, { site: t.site.name });

/** With the digests of the editions before it, the newest first: whoever has it can check those, too. */
interface Described extends Listed {
	earlier: readonly { edition: number; at: string; digest: string }[];
}

/** What tables and columns there are, and what is said of them here, as one number: grows when any of it changes. */
const FORMAT = 2;

/** The tables an edition has. */
export const tablesOf = ({ files }: Pick<Listed, 'files'>): Slug[] =>
	SLUGS.filter((slug) => files.some(({ name }) => name === fileName(slug, 'csv')));

/** Frictionless Data Package (https://specs.frictionlessdata.io): every column of every file, said so that programs read it. */
export function dataPackage(edition: Described): object {
	return {
		profile: 'tabular-data-package',
		name: 'teilhabe',
		title: packageTitle(),
		version: String(edition.number),
		created: edition.at,
		format: FORMAT,
		earlier: edition.earlier.map(({ edition, at, digest }) => ({
			version: String(edition),
			recorded: at,
			hash: `sha256:${digest}`
		})),
		licenses: [{ name: LICENCE.name, path: LICENCE.path, title: t.data.licence }],
		resources: tablesOf(edition).map((slug) => resource(edition, slug))
	};
}

function resource(edition: Listed, slug: Slug): object {
	const path = fileName(slug, 'csv');
	const json = fileName(slug, 'json');
	return {
		profile: 'tabular-data-resource',
		name: slug,
		path,
		title: t.data.sets[slug].title,
		description: t.data.sets[slug].about,
		format: 'csv',
		mediatype: MEDIA_TYPE.csv,
		encoding: 'utf-8',
		dialect: { delimiter: ';', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true },
		...factsOf(edition, path),
		alternative: { path: json, format: 'json', mediatype: MEDIA_TYPE.json, ...factsOf(edition, json) },
		schema: { fields: heldOf(edition.held, slug).map((column) => field(slug, column)), missingValues: [''] }
	};
}

function factsOf({ files }: Listed, path: string) {
	const file = files.find(({ name }) => name === path);
	return file && { rows: file.rows, bytes: file.bytes, hash: `sha256:${file.digest}` };
}

function field(slug: Slug, column: Column): object {
	const { name, type, optional, codes } = column;
	return {
		name,
		type: type === 'uri' ? 'string' : type,
		...(type === 'uri' && { format: 'uri' }),
		description: meaningOf(slug, column),
		constraints: { required: !optional, ...(codes && { enum: Object.keys(CODES[codes]) }) },
		...(codes && { categories: Object.entries(CODES[codes]).map(([value, label]) => ({ value, label })) })
	};
}
