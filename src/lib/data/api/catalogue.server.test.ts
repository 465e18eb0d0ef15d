import { expect, it } from 'vitest';
import { z } from 'zod';
import { withShippedWords } from '#lib/wording/wording.server.ts';
import { found } from '#lib/verdict.ts';
import { putProposal } from '../../../../tests/support/editions/published.ts';
import { makeTestApp } from '../../../../tests/support/machine/testApp.ts';
import * as data from '../data.server.ts';
import { SLUGS } from '../dataset.ts';
import { catalogue } from './catalogue.ts';

const Id = z.object({ '@id': z.string() });
const Distribution = z.object({
	'@id': z.string(),
	'dct:license': Id,
	'dcatde:licenseAttributionByText': z.object({ '@value': z.string().min(5), '@language': z.literal('de') }),
	'dcat:accessURL': Id,
	'dcat:downloadURL': Id
});
const Catalogue = z.object({
	'dcat:dataset': z.array(
		z.object({
			'@id': z.string(),
			'dcatde:contributorID': Id,
			'dcat:contactPoint': z.object({ 'vcard:fn': z.string().min(3), 'vcard:hasURL': Id }),
			'dcatde:politicalGeocodingLevelURI': Id,
			'dcatde:politicalGeocodingURI': Id,
			'dcat:distribution': z.array(Distribution).min(1)
		})
	)
});

async function catalogued(editions: number) {
	const testApp = await makeTestApp();
	for (let n = 0; n < editions; n++) {
		testApp.at(new Date(Date.parse(testApp.now) + 2 * 24 * 60 * 60_000).toISOString());
		await putProposal(testApp, await testApp.person());
		await data.publishEdition(testApp.as(null));
	}
	const edition = found(await data.edition(testApp.as(null)), 'edition');
	const told = withShippedWords({ locale: 'de' }, () => catalogue(edition, 'https://teilhabe.example'));
	return { edition, ...Catalogue.parse(told) };
}

it('portals learn who contributes, whom to ask, for which place it is, and how to name the source', async () => {
	const { 'dcat:dataset': sets } = await catalogued(1);
	expect(sets).toHaveLength(SLUGS.length + 1);
	for (const set of sets) {
		expect(set['dcatde:contributorID']['@id']).toMatch(/^http:\/\/dcat-ap\.de\/def\/contributors\//);
		expect(set['dcatde:politicalGeocodingLevelURI']['@id']).toMatch(
			/^http:\/\/dcat-ap\.de\/def\/politicalGeocoding\/Level\//
		);
		for (const one of set['dcat:distribution'])
			expect(one['dcatde:licenseAttributionByText']['@value']).toContain('https://teilhabe.example');
	}
});

it('the first address of a table stays the same from one edition to the next', async () => {
	const first = async (editions: number) => {
		const { edition, 'dcat:dataset': sets } = await catalogued(editions);
		const tables = sets.slice(1).map((set) => set['dcat:distribution'].map((one) => one['dcat:downloadURL']['@id']));
		return { number: edition.number, stable: tables.map((all) => all.filter((url) => url.includes('/aktuell/'))) };
	};
	const [one, other] = [await first(1), await first(2)];
	expect([one.number, other.number]).toEqual([1, 2]);
	expect(other.stable).toEqual(one.stable);
	expect(one.stable.flat()).toHaveLength(SLUGS.length * 2);
});
