import { site } from '../texts/de/site.ts';
import { t } from '../texts/texts.ts';
import { columnsOf, fileName, FORMATS, LICENCE, MEDIA_TYPE, SLUGS, type Column, type Slug } from './dataset.ts';

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
}

const wordsOf = (slug: Slug) => t.data.sets[slug];
const nameOf = (columns: Readonly<Record<string, string>>, { name }: Column) => columns[name] ?? name;

/** Frictionless Data Package (https://specs.frictionlessdata.io): every column of every file, said so that programs read it. */
export function dataPackage(edition: Listed): object {
	return {
		profile: 'tabular-data-package',
		name: 'teilhabe',
		title: fill(t.data.packageTitle),
		version: String(edition.number),
		created: edition.at,
		licenses: [{ name: LICENCE.name, path: LICENCE.path, title: t.data.licence }],
		resources: SLUGS.map((slug) => resource(edition, slug))
	};
}

const fill = (text: string) => text.replace('{site}', site.name);

function resource(edition: Listed, slug: Slug): object {
	const path = fileName(slug, 'csv');
	const file = edition.files.find(({ name }) => name === path);
	return {
		profile: 'tabular-data-resource',
		name: slug,
		path,
		title: wordsOf(slug).title,
		description: wordsOf(slug).about,
		format: 'csv',
		mediatype: MEDIA_TYPE.csv,
		encoding: 'utf-8',
		dialect: { delimiter: ';', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true },
		...(file && { bytes: file.bytes, hash: `sha256:${file.digest}` }),
		schema: {
			fields: columnsOf(slug).map((column) => ({
				name: column.name,
				type: column.type === 'uri' ? 'string' : column.type,
				...(column.type === 'uri' && { format: 'uri' }),
				description: nameOf(wordsOf(slug).columns, column),
				constraints: { required: !column.optional }
			})),
			missingValues: ['']
		}
	};
}

const SHA256 = 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256';
const SOCIETY = 'http://publications.europa.eu/resource/authority/data-theme/SOCI';
const FILE_TYPE = 'http://publications.europa.eu/resource/authority/file-type';

/** DCAT-AP.de 2.0 (https://www.dcat-ap.de/def/) as JSON-LD: what data portals collect. */
export function catalogue(edition: Listed | null, origin: string): object {
	const publisher = { '@id': `${origin}/impressum`, '@type': 'foaf:Agent', 'foaf:name': site.name };
	return {
		'@context': {
			dcat: 'http://www.w3.org/ns/dcat#',
			dct: 'http://purl.org/dc/terms/',
			foaf: 'http://xmlns.com/foaf/0.1/',
			spdx: 'http://spdx.org/rdf/terms#',
			xsd: 'http://www.w3.org/2001/XMLSchema#'
		},
		'@id': `${origin}/daten/catalog.jsonld`,
		'@type': 'dcat:Catalog',
		'dct:title': german(fill(t.data.packageTitle)),
		'dct:description': german(t.data.lead),
		'dct:publisher': publisher,
		'dct:language': { '@id': 'http://publications.europa.eu/resource/authority/language/DEU' },
		'dcat:dataset': edition ? SLUGS.map((slug) => dataset(edition, slug, origin)) : []
	};
}

const german = (text: string) => ({ '@value': text, '@language': 'de' });

function dataset(edition: Listed, slug: Slug, origin: string): object {
	return {
		'@id': `${origin}/daten/${slug}`,
		'@type': 'dcat:Dataset',
		'dct:title': german(wordsOf(slug).title),
		'dct:description': german(wordsOf(slug).about),
		'dct:identifier': slug,
		'dct:publisher': { '@id': `${origin}/impressum` },
		'dct:modified': { '@value': edition.at.slice(0, 10), '@type': 'xsd:date' },
		'dct:accrualPeriodicity': { '@id': 'http://publications.europa.eu/resource/authority/frequency/DAILY' },
		'dcat:theme': { '@id': SOCIETY },
		'dcat:landingPage': { '@id': `${origin}/daten/${slug}` },
		'dcat:distribution': FORMATS.map((format) => distribution(edition, fileName(slug, format), format, origin))
	};
}

function distribution(edition: Listed, name: string, format: keyof typeof MEDIA_TYPE, origin: string): object {
	const url = `${origin}/daten/${edition.number}/${name}`;
	const file = edition.files.find((one) => one.name === name);
	return {
		'@id': url,
		'@type': 'dcat:Distribution',
		'dct:title': german(name),
		'dct:license': { '@id': LICENCE.dcat },
		'dcat:accessURL': { '@id': url },
		'dcat:downloadURL': { '@id': url },
		'dct:format': { '@id': `${FILE_TYPE}/${format.toUpperCase()}` },
		'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${MEDIA_TYPE[format]}` },
		...(file && {
			'dcat:byteSize': { '@value': String(file.bytes), '@type': 'xsd:nonNegativeInteger' },
			'spdx:checksum': {
				'@type': 'spdx:Checksum',
				'spdx:algorithm': { '@id': SHA256 },
				'spdx:checksumValue': { '@value': file.digest, '@type': 'xsd:hexBinary' }
			}
		})
	};
}
