import { CODES } from './codes.ts';
import { site } from '../texts/de/site.ts';
import { fill, t } from '../texts/texts.ts';
import type { Column, Slug } from './columns.ts';
import { fileName, LICENCE, MEDIA_TYPE, SLUGS } from './dataset.ts';
import { heldOf, type Held } from './held.ts';
import { meaningOf } from './meaning.ts';

/** What is known of a file of an edition. */
export interface ListedFile {
	name: string;
	bytes: number;
	digest: string;
}

export interface Listed {
	number: number;
	at: string;
	files: readonly ListedFile[];
	held: Held;
}

export const packageTitle = fill(t.data.packageTitle, { site: site.name });

/** The tables an edition has. */
export const tablesOf = ({ files }: Listed): Slug[] =>
	SLUGS.filter((slug) => files.some(({ name }) => name === fileName(slug, 'csv')));

/** Frictionless Data Package (https://specs.frictionlessdata.io): every column of every file, said so that programs read it. */
export function dataPackage(edition: Listed): object {
	return {
		profile: 'tabular-data-package',
		name: 'teilhabe',
		title: packageTitle,
		version: String(edition.number),
		created: edition.at,
		licenses: [{ name: LICENCE.name, path: LICENCE.path, title: t.data.licence }],
		resources: tablesOf(edition).map((slug) => resource(edition, slug))
	};
}

function resource(edition: Listed, slug: Slug): object {
	const path = fileName(slug, 'csv');
	const file = edition.files.find(({ name }) => name === path);
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
		...(file && { bytes: file.bytes, hash: `sha256:${file.digest}` }),
		schema: { fields: heldOf(edition.held, slug).map((column) => field(slug, column)), missingValues: [''] }
	};
}

function field(slug: Slug, column: Column): object {
	const { name, type, optional, codes } = column;
	return {
		name,
		type: type === 'uri' ? 'string' : type,
		...(type === 'uri' && { format: 'uri' }),
		description: meaningOf(slug, column),
		constraints: { required: !optional, ...(codes && { enum: Object.keys(CODES[codes]) }) }
	};
}
