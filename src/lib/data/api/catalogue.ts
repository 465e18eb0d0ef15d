import { isoDay } from '../../texts/dates.ts';
import { fill, t } from '../../texts/texts.ts';
import type { Slug } from '../sets/columns/columns.ts';
import { packageTitle, tablesOf, type Listed } from './dataPackage.ts';
import { fileName, FORMATS, LICENCE, MEDIA_TYPE, type Format } from '../dataset.ts';

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
const day = (instant: string) => ({ '@value': isoDay(instant), '@type': 'xsd:date' });
const LANGUAGE = { '@id': `${AUTHORITY}/language/DEU` };

/** Who gives the data out, and where one may ask. */
function people(origin: string) {
	return {
		'dct:publisher': {
			'@id': `${origin}/impressum`,
			'@type': 'foaf:Agent',
			'foaf:name': t.site.name,
			'foaf:homepage': { '@id': `${origin}/` }
		},
		'dcat:contactPoint': {
			'@id': `${origin}/hilfe`,
			'@type': 'vcard:Organization',
			'vcard:fn': t.site.name,
			'vcard:hasURL': { '@id': `${origin}/hilfe` }
		}
	};
}

interface Catalogued extends Listed {
	/** Of its description, the newest first. */
	digests: readonly { digest: string }[];
}

/** DCAT-AP.de (https://www.dcat-ap.de/def/) as JSON-LD: what data portals collect. */
export function catalogue(edition: Catalogued | null, origin: string): object {
	return {
		'@context': VOCABULARIES,
		'@id': `${origin}/daten/catalog.jsonld`,
		'@type': 'dcat:Catalog',
		'dct:title': german(packageTitle()),
		'dct:description': german(t.data.lead),
		'dct:publisher': people(origin)['dct:publisher'],
		'dct:language': LANGUAGE,
		'dct:license': { '@id': LICENCE.dcat },
		'foaf:homepage': { '@id': `${origin}/daten` },
		...(edition && { 'dct:modified': day(edition.at) }),
		'dcat:dataset': edition
			? [whole(edition, origin), ...tablesOf(edition).map((slug) => dataset(edition, slug, origin))]
			: []
	};
}

/** Left out where the process has no such address. */
const linked = (property: string, address: string) => (address === '' ? {} : { [property]: { '@id': address } });

/** The description of all tables: with its digest, a portal keeps what proves the whole edition. */
function whole(edition: Catalogued, origin: string): object {
	const url = `${origin}/daten/${edition.number}/datapackage.json`;
	const [newest] = edition.digests;
	return {
		'@id': `${origin}/daten`,
		'dct:title': german(packageTitle()),
		'dct:description': german(t.data.sealAbout),
		'dct:identifier': 'datapackage',
		'dcat:landingPage': { '@id': `${origin}/daten` },
		...datasetFacts(edition, origin),
		'dcat:distribution': [
			{
				'@id': url,
				'dct:title': german(fill(t.data.editionFile, { name: 'datapackage.json', number: edition.number })),
				...distributionFacts(edition, origin),
				'dcat:accessURL': { '@id': url },
				'dcat:downloadURL': { '@id': url },
				'dct:format': { '@id': `${AUTHORITY}/file-type/JSON` },
				'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${MEDIA_TYPE.json}` },
				...(newest && checksum(newest.digest))
			}
		]
	};
}

const checksum = (digest: string) => ({
	'spdx:checksum': {
		'@type': 'spdx:Checksum',
		'spdx:algorithm': { '@id': SHA256 },
		'spdx:checksumValue': { '@value': digest, '@type': 'xsd:hexBinary' }
	}
});

function datasetFacts(edition: Listed, origin: string) {
	const { portal } = t.data;
	return {
		'@type': 'dcat:Dataset',
		...people(origin),
		...linked('dcatde:contributorID', portal.contributor),
		...linked('dcatde:politicalGeocodingLevelURI', portal.geocodingLevel),
		...linked('dcatde:politicalGeocodingURI', portal.geocoding),
		'dct:language': LANGUAGE,
		'dct:modified': day(edition.at),
		'dct:accrualPeriodicity': { '@id': `${AUTHORITY}/frequency/DAILY` },
		'dct:accessRights': { '@id': `${AUTHORITY}/access-right/PUBLIC` },
		'dcat:theme': { '@id': `${AUTHORITY}/data-theme/SOCI` }
	};
}

function dataset(edition: Listed, slug: Slug, origin: string): object {
	return {
		'@id': `${origin}/daten/${slug}`,
		'dct:title': german(t.data.sets[slug].title),
		'dct:description': german(t.data.sets[slug].about),
		'dct:identifier': slug,
		'dcat:landingPage': { '@id': `${origin}/daten/${slug}` },
		...datasetFacts(edition, origin),
		// The address of the newest first: it stays. Behind it, this very edition.
		'dcat:distribution': ['aktuell', String(edition.number)].flatMap((place) =>
			FORMATS.map((format) => distribution(edition, { slug, format, place, origin }))
		)
	};
}

const distributionFacts = (edition: Listed, origin: string) => ({
	'@type': 'dcat:Distribution',
	'dct:license': { '@id': LICENCE.dcat },
	'dcatde:licenseAttributionByText': german(fill(t.data.portal.attribution, { site: t.site.name, origin })),
	'dcatap:availability': { '@id': `${AUTHORITY}/planned-availability/STABLE` },
	'dct:modified': day(edition.at)
});

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
		'dct:title': german(fill(words, { name, number: edition.number })),
		...distributionFacts(edition, origin),
		'dcat:accessURL': { '@id': url },
		'dcat:downloadURL': { '@id': url },
		'dct:format': { '@id': `${AUTHORITY}/file-type/${format.toUpperCase()}` },
		'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${MEDIA_TYPE[format]}` },
		...(file && {
			'dcat:byteSize': { '@value': String(file.bytes), '@type': 'xsd:nonNegativeInteger' },
			...checksum(file.digest)
		})
	};
}
