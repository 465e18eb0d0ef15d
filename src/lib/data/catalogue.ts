import { site } from '../texts/de/site.ts';
import { fill, t } from '../texts/texts.ts';
import type { Slug } from './columns.ts';
import { packageTitle, tablesOf, type Listed } from './dataPackage.ts';
import { fileName, FORMATS, LICENCE, MEDIA_TYPE, type Format } from './dataset.ts';

const SHA256 = 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256';
const AUTHORITY = 'http://publications.europa.eu/resource/authority';

const VOCABULARIES = {
	dcat: 'http://www.w3.org/ns/dcat#',
	dcatap: 'http://data.europa.eu/r5r/',
	dcatde: 'http://dcat-ap.de/def/dcatde/',
	dct: 'http://purl.org/dc/terms/',
	foaf: 'http://xmlns.com/foaf/0.1/',
	spdx: 'http://spdx.org/rdf/terms#',
	vcard: 'http://www.w3.org/2006/vcard/ns#',
	xsd: 'http://www.w3.org/2001/XMLSchema#'
};

const german = (text: string) => ({ '@value': text, '@language': 'de' });
const day = (instant: string) => ({ '@value': instant.slice(0, 10), '@type': 'xsd:date' });
const LANGUAGE = { '@id': `${AUTHORITY}/language/DEU` };

/** Who gives the data out, and where one may ask. */
function people(origin: string) {
	return {
		'dct:publisher': {
			'@id': `${origin}/impressum`,
			'@type': 'foaf:Agent',
			'foaf:name': site.name,
			'foaf:homepage': { '@id': `${origin}/` }
		},
		'dcat:contactPoint': {
			'@id': `${origin}/hilfe`,
			'@type': 'vcard:Organization',
			'vcard:fn': site.name,
			'vcard:hasURL': { '@id': `${origin}/hilfe` }
		}
	};
}

/** DCAT-AP.de (https://www.dcat-ap.de/def/) as JSON-LD: what data portals collect. */
export function catalogue(edition: Listed | null, origin: string): object {
	return {
		'@context': VOCABULARIES,
		'@id': `${origin}/daten/catalog.jsonld`,
		'@type': 'dcat:Catalog',
		'dct:title': german(packageTitle),
		'dct:description': german(t.data.lead),
		'dct:publisher': people(origin)['dct:publisher'],
		'dct:language': LANGUAGE,
		'dct:license': { '@id': LICENCE.dcat },
		'foaf:homepage': { '@id': `${origin}/daten` },
		...(edition && { 'dct:modified': day(edition.at) }),
		'dcat:dataset': edition ? tablesOf(edition).map((slug) => dataset(edition, slug, origin)) : []
	};
}

function dataset(edition: Listed, slug: Slug, origin: string): object {
	const { portal } = t.data;
	return {
		'@id': `${origin}/daten/${slug}`,
		'@type': 'dcat:Dataset',
		'dct:title': german(t.data.sets[slug].title),
		'dct:description': german(t.data.sets[slug].about),
		'dct:identifier': slug,
		...people(origin),
		'dcatde:contributorID': { '@id': portal.contributor },
		'dcatde:politicalGeocodingLevelURI': { '@id': portal.geocodingLevel },
		'dcatde:politicalGeocodingURI': { '@id': portal.geocoding },
		'dct:language': LANGUAGE,
		'dct:modified': day(edition.at),
		'dct:accrualPeriodicity': { '@id': `${AUTHORITY}/frequency/DAILY` },
		'dct:accessRights': { '@id': `${AUTHORITY}/access-right/PUBLIC` },
		'dcat:theme': { '@id': `${AUTHORITY}/data-theme/SOCI` },
		'dcat:landingPage': { '@id': `${origin}/daten/${slug}` },
		// The address of the newest first: it stays. Behind it, this very edition.
		'dcat:distribution': ['aktuell', String(edition.number)].flatMap((place) =>
			FORMATS.map((format) => distribution(edition, { slug, format, place, origin }))
		)
	};
}

interface Placed {
	slug: Slug;
	format: Format;
	place: string;
	origin: string;
}

function distribution(edition: Listed, { slug, format, place, origin }: Placed): object {
	const name = fileName(slug, format);
	const url = `${origin}/daten/${place}/${name}`;
	const file = edition.files.find((one) => one.name === name);
	const words = place === 'aktuell' ? t.data.newestFile : t.data.editionFile;
	return {
		'@id': url,
		'@type': 'dcat:Distribution',
		'dct:title': german(fill(words, { name, number: edition.number })),
		'dct:license': { '@id': LICENCE.dcat },
		'dcatde:licenseAttributionByText': german(fill(t.data.portal.attribution, { site: site.name, origin })),
		'dcatap:availability': { '@id': `${AUTHORITY}/planned-availability/STABLE` },
		'dcat:accessURL': { '@id': url },
		'dcat:downloadURL': { '@id': url },
		'dct:format': { '@id': `${AUTHORITY}/file-type/${format.toUpperCase()}` },
		'dct:modified': day(edition.at),
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
