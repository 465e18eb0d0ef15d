import { parse } from 'csv-parse/sync';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { together } from '#lib/server/db/together.ts';
import { NotFound } from '#lib/verdict.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { putProposal, putVersion } from '../../../tests/support/published.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
import { catalogue } from './catalogue.ts';
import { dataPackage } from './dataPackage.ts';
import * as data from './data.server.ts';
import { columnsOf, type Slug } from './columns.ts';
import { fileName, Rows, SLUGS, type Format } from './dataset.ts';
import { openapi } from './openapi.ts';

const WORDS = 'Wort "mit"; Zeichen\nund ;Zeilen';

async function scene(): Promise<Town> {
	const town = await makeTown();
	const author = await town.person('affected');
	const proposal = await putProposal(town, author);
	const odd = await putProposal(town, author);
	await together(town.as(null), ({ db }) =>
		db.updateTable('proposals').set({ title: '=SUMME(A1)', body: WORDS }).where('id', '=', odd.id).execute()
	);
	const { points } = await putVersion(town, { number: 1, titles: ['Mehr Beratung'], sources: [proposal.id] });
	for (let n = 0; n < 7; n++) {
		const voter = await town.person(n < 5 ? 'affected' : 'practice');
		await votes.cast(town.as(voter), points[0]?.number ?? 0, n < 5 ? 'agree' : 'disagree');
	}
	await votes.publishResults(town.as(null));
	return town;
}

async function textOf(town: Town, edition: number, slug: Slug, format: Format): Promise<string> {
	let text = '';
	for await (const piece of data.textOf(town.as(null), edition, slug, format)) text += piece;
	return text;
}

const Whole = z.object({ dataset: z.string(), rows: Rows });
const rowsOf = async (town: Town, slug: Slug) => Whole.parse(JSON.parse(await textOf(town, 1, slug, 'json'))).rows;
const later = (town: Town, days: number) =>
	town.at(new Date(Date.parse(town.now) + days * 24 * 60 * 60 * 1000).toISOString());

test('an edition holds what is public, its files are what it says of them, and spreadsheets read the same', async () => {
	const town = await scene();
	expect(await data.publishEdition(town.as(null))).toBe(1);
	const edition = await data.edition(town.as(null));
	expect(edition?.files).toHaveLength(SLUGS.length * 2);
	for (const slug of SLUGS) {
		const rows = await rowsOf(town, slug);
		for (const format of ['csv', 'json'] as const) {
			const text = await textOf(town, 1, slug, format);
			const digest = createHash('sha256').update(text).digest('hex');
			expect(edition?.files).toContainEqual({
				name: fileName(slug, format),
				rows: rows.length,
				bytes: Buffer.byteLength(text),
				digest,
				removed: 0
			});
		}
		const sheet = parse(await textOf(town, 1, slug, 'csv'), { bom: true, delimiter: ';', columns: true });
		const plain = rows.map((row) =>
			Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, written(cell)]))
		);
		expect(sheet).toEqual(plain);
	}
	expect(await rowsOf(town, 'beitraege')).toMatchObject([{ titel: '=SUMME(A1)', text: WORDS }, {}]);
	expect(await rowsOf(town, 'quellen')).toMatchObject([{ fassung: 1, punkt: 100 }]);
});

/** As it stands in a cell: what begins like a formula has an apostrophe. */
const written = (cell: string | number | boolean | null) =>
	cell === null ? '' : String(cell).replace(/^(?=[=+\-@])/, "'");

test('what pages hold back is held back here: two people of a group tell nothing', async () => {
	const town = await scene();
	await data.publishEdition(town.as(null));
	const [affected, practice] = await rowsOf(town, 'ergebnisse');
	expect(affected).toMatchObject({
		gruppe: 'affected',
		gruppe_label: 'Betroffene',
		stimmen: 5,
		zustimmung: null,
		zurueckgehalten: true
	});
	expect(practice).toMatchObject({ gruppe: 'practice', stimmen: null, ablehnung: null, zurueckgehalten: true });
});

test('no row tells who wrote something, or when to the minute', async () => {
	const town = await scene();
	await data.publishEdition(town.as(null));
	const persons = await town.house.reader.selectFrom('persons').select(['id', 'pseudonym']).execute();
	for (const slug of SLUGS) {
		const text = await textOf(town, 1, slug, 'json');
		for (const { id, pseudonym } of persons) {
			expect(text).not.toContain(id);
			expect(text).not.toContain(pseudonym);
		}
		// When a phase began or a version went out says nothing of anybody.
		if (slug !== 'phasen' && slug !== 'dokumente') expect(text).not.toMatch(/\d\d:\d\d/);
	}
});

test('there is one edition a day, and none when nothing has changed; an edition stays as it is', async () => {
	const town = await scene();
	const ctx = () => town.as(null);
	const first = await Promise.all([data.publishEdition(ctx()), data.publishEdition(ctx())]);
	expect(first.toSorted()).toEqual([1, null]);
	const before = await textOf(town, 1, 'beitraege', 'csv');
	await putProposal(town, await town.person('research'));
	expect(await data.publishEdition(ctx())).toBeNull();
	later(town, 1);
	expect(await data.publishEdition(ctx())).toBe(2);
	later(town, 1);
	expect(await data.publishEdition(ctx())).toBeNull();
	expect((await data.edition(ctx()))?.number).toBe(2);
	expect(await textOf(town, 1, 'beitraege', 'csv')).toBe(before);
	await expect(data.edition(ctx(), 3)).rejects.toThrow(NotFound);
	await expect(data.edition(ctx(), Number.NaN)).rejects.toThrow(NotFound);
});

/** Somebody began an edition, wrote some of it, and was killed. */
async function dieOverEdition(town: Town): Promise<void> {
	await together(town.as(null), async ({ db }) => {
		const begun = { number: 1, begunAt: town.now, finishedAt: null, columns: null, claimedBy: 'somebody who died' };
		await db.insertInto('dataEditions').values(begun).execute();
		await db.insertInto('dataParts').values({ edition: 1, dataset: 'beitraege', part: 1, body: '[]' }).execute();
	});
}

test.skipIf(process.env.TEST_DATABASE_URL)('an edition cut off by a kill is made again at the next start', async () => {
	const town = await scene();
	await dieOverEdition(town);
	expect(await data.publishEdition(town.as(null))).toBe(1);
	expect(await rowsOf(town, 'beitraege')).toHaveLength(2);
});

test.runIf(process.env.TEST_DATABASE_URL)(
	'where several processes write, an edition is made again when nobody gets any further with it for a minute',
	async () => {
		const town = await scene();
		await dieOverEdition(town);
		const wait = () => town.at(new Date(Date.parse(town.now) + 60_000).toISOString());
		const step = () => together(town.as(null), ({ db }) => db.updateTable('dataEditions').set({ beat: 1 }).execute());
		expect(await data.publishEdition(town.as(null))).toBeNull();
		wait();
		await step();
		expect(await data.publishEdition(town.as(null))).toBeNull();
		wait();
		expect(await data.publishEdition(town.as(null))).toBe(1);
	}
);

test('whoever was taken for dead and goes on writes into nobody else’s edition', async () => {
	const town = await scene();
	const slow = data.publishEdition(town.as(null));
	// In the middle of it somebody else takes over.
	const taken = together(town.as(null), ({ db }) =>
		db.updateTable('dataEditions').set({ claimedBy: 'somebody else' }).execute()
	);
	await Promise.all([expect(slow).rejects.toThrow('taken over'), taken]);
	expect(await data.edition(town.as(null))).toBeNull();
});

test('an edition keeps its own columns: later ones have others, and its files stay as they are, to the byte', async () => {
	const town = await scene();
	await data.publishEdition(town.as(null));
	const [csv, json] = [await textOf(town, 1, 'punkte', 'csv'), await textOf(town, 1, 'punkte', 'json')];
	const held = JSON.stringify({ punkte: [{ name: 'titel', type: 'string', optional: false }] });
	await together(town.as(null), ({ db }) => db.updateTable('dataEditions').set({ columns: held }).execute());
	expect(await textOf(town, 1, 'punkte', 'csv')).toBe('\uFEFFtitel\r\nMehr Beratung\r\n');
	expect(await textOf(town, 1, 'punkte', 'json')).toBe(json);
	// Other columns than today's: the next edition comes at once.
	expect(await data.publishEdition(town.as(null))).toBe(2);
	expect(await textOf(town, 2, 'punkte', 'csv')).toBe(csv);
});

test('what programs get is what the description promises', async () => {
	const town = await scene();
	await data.publishEdition(town.as(null));
	const Document = z.object({
		components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) })
	});
	const { schemas } = Document.parse(openapi('http://localhost', data.PART)).components;
	for (const slug of SLUGS) {
		const promised = z.fromJSONSchema({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...schemas[slug] });
		const page = await data.page(town.as(null), slug, 1);
		promised.parse({ ...page, next: null });
		const wrong = { ...page, next: null, rows: [{ nummer: 'eins' }] };
		expect(promised.safeParse(wrong).success).toBe(false);
		await expect(data.page(town.as(null), slug, 2)).rejects.toThrow(NotFound);
	}
});

test('every column of every table is described, for people, programs and portals', async () => {
	const town = await scene();
	await data.publishEdition(town.as(null));
	const edition = await data.edition(town.as(null));
	if (!edition) throw new Error('there is no edition');
	const Described = z.object({
		resources: z.array(
			z.object({
				hash: z.string(),
				schema: z.object({ fields: z.array(z.object({ name: z.string(), description: z.string() })) })
			})
		)
	});
	const { resources } = Described.parse(dataPackage(edition));
	for (const [n, slug] of SLUGS.entries()) {
		const fields = resources[n]?.schema.fields ?? [];
		expect(fields.map(({ name }) => name)).toEqual(columnsOf(slug).map(({ name }) => name));
		// Without words a column would describe itself by its name.
		expect(fields.filter(({ name, description }) => name === description)).toEqual([]);
	}
	const text = JSON.stringify(catalogue(edition, 'https://teilhabe.example'));
	for (const { name, digest } of edition.files) {
		expect(text).toContain(`/daten/1/${name}`);
		expect(text).toContain(digest);
	}
	expect(JSON.stringify(catalogue(null, 'https://teilhabe.example'))).toContain('"dcat:dataset":[]');
});
