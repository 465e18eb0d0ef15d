import { parse } from 'csv-parse/sync';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import * as chronicle from '#lib/chronicle/chronicle.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { NotFound } from '#lib/verdict.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { putProposal, putVersion } from '../../../tests/support/editions/published.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import { catalogue } from './api/catalogue.ts';
import * as data from './data.server.ts';
import { columnsOf, type Slug } from './sets/columns/columns.ts';
import { fileName, Rows, SLUGS, type Format } from './dataset.ts';
import { openapi } from './api/openapi.ts';

const WORDS = 'Wort "mit"; Zeichen\nund ;Zeilen';

async function scene(): Promise<TestApp> {
	const testApp = await makeTestApp();
	const author = await testApp.person('affected');
	const proposal = await putProposal(testApp, author);
	const odd = await putProposal(testApp, author);
	await transaction(testApp.as(null), ({ db }) =>
		db.updateTable('proposals').set({ title: '=SUMME(A1)', body: WORDS }).where('id', '=', odd.id).execute()
	);
	const { points } = await putVersion(testApp, { number: 1, titles: ['Mehr Beratung'], sources: [proposal.id] });
	for (let n = 0; n < 7; n++) {
		const voter = await testApp.person(n < 5 ? 'affected' : 'practice');
		await votes.castVote(testApp.as(voter), points[0]?.number ?? 0, n < 5 ? 'agree' : 'disagree');
	}
	await votes.publishResults(testApp.as(null));
	return testApp;
}

async function textOf(testApp: TestApp, edition: number, slug: Slug, format: Format): Promise<string> {
	let text = '';
	for await (const piece of data.textOf(testApp.as(null), edition, slug, format)) text += piece;
	return text;
}

const Whole = z.object({ dataset: z.string(), rows: Rows });
const rowsOf = async (testApp: TestApp, slug: Slug) =>
	Whole.parse(JSON.parse(await textOf(testApp, 1, slug, 'json'))).rows;
const later = (testApp: TestApp, days: number) =>
	testApp.at(new Date(Date.parse(testApp.now) + days * 24 * 60 * 60 * 1000).toISOString());

test('an edition holds what is public, its files are what it says of them, and spreadsheets read the same', async () => {
	const testApp = await scene();
	expect(await data.publishEdition(testApp.as(null))).toBe(1);
	const edition = await data.edition(testApp.as(null));
	expect(edition?.files).toHaveLength(SLUGS.length * 2);
	for (const slug of SLUGS) {
		const rows = await rowsOf(testApp, slug);
		for (const format of ['csv', 'json'] as const) {
			const text = await textOf(testApp, 1, slug, format);
			const digest = createHash('sha256').update(text).digest('hex');
			expect(edition?.files).toContainEqual({
				name: fileName(slug, format),
				rows: rows.length,
				bytes: Buffer.byteLength(text),
				digest,
				removed: 0
			});
		}
		const sheet = parse(await textOf(testApp, 1, slug, 'csv'), { bom: true, delimiter: ';', columns: true });
		const plain = rows.map((row) =>
			Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, written(cell)]))
		);
		expect(sheet).toEqual(plain);
	}
	expect(await rowsOf(testApp, 'beitraege')).toMatchObject([{ titel: '=SUMME(A1)', text: WORDS }, {}]);
	expect(await rowsOf(testApp, 'quellen')).toMatchObject([{ fassung: 1, punkt: 100 }]);
});

/** As it stands in a cell: what begins like a formula has an apostrophe. */
const written = (cell: string | number | boolean | null) =>
	cell === null ? '' : String(cell).replace(/^(?=[=+\-@])/, "'");

test('what pages hold back is held back here: two people of a group tell nothing', async () => {
	const testApp = await scene();
	await data.publishEdition(testApp.as(null));
	const [affected, practice] = await rowsOf(testApp, 'ergebnisse');
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
	const testApp = await scene();
	await data.publishEdition(testApp.as(null));
	const persons = await testApp.app.reader.selectFrom('persons').select(['id', 'pseudonym']).execute();
	for (const slug of SLUGS) {
		const text = await textOf(testApp, 1, slug, 'json');
		for (const { id, pseudonym } of persons) {
			expect(text).not.toContain(id);
			expect(text).not.toContain(pseudonym);
		}
		// When a phase began or a version went out says nothing of anybody.
		if (slug !== 'phasen' && slug !== 'dokumente') expect(text).not.toMatch(/\d\d:\d\d/);
	}
});

test('there is one edition a day, and none when nothing has changed; an edition stays as it is', async () => {
	const testApp = await scene();
	const ctx = () => testApp.as(null);
	const first = await Promise.all([data.publishEdition(ctx()), data.publishEdition(ctx())]);
	expect(first.toSorted()).toEqual([1, null]);
	const before = await textOf(testApp, 1, 'beitraege', 'csv');
	await putProposal(testApp, await testApp.person('research'));
	expect(await data.publishEdition(ctx())).toBeNull();
	later(testApp, 1);
	expect(await data.publishEdition(ctx())).toBe(2);
	later(testApp, 1);
	expect(await data.publishEdition(ctx())).toBeNull();
	expect((await data.edition(ctx()))?.number).toBe(2);
	expect(await textOf(testApp, 1, 'beitraege', 'csv')).toBe(before);
	await expect(data.edition(ctx(), 3)).rejects.toThrow(NotFound);
	await expect(data.edition(ctx(), Number.NaN)).rejects.toThrow(NotFound);
});

/** Somebody began an edition, wrote some of it, and was killed. */
async function dieOverEdition(testApp: TestApp): Promise<void> {
	await transaction(testApp.as(null), async ({ db }) => {
		const begun = { number: 1, begunAt: testApp.now, finishedAt: null, columns: null, claimedBy: 'somebody who died' };
		await db.insertInto('dataEditions').values(begun).execute();
		await db.insertInto('dataParts').values({ edition: 1, dataset: 'beitraege', part: 1, body: '[]' }).execute();
	});
}

test.skipIf(process.env.TEST_DATABASE_URL)('an edition cut off by a kill is made again at the next start', async () => {
	const testApp = await scene();
	await dieOverEdition(testApp);
	expect(await data.publishEdition(testApp.as(null))).toBe(1);
	expect(await rowsOf(testApp, 'beitraege')).toHaveLength(2);
});

test.runIf(process.env.TEST_DATABASE_URL)(
	'where several processes write, an edition is made again when nobody gets any further with it for a minute',
	async () => {
		const testApp = await scene();
		await dieOverEdition(testApp);
		const wait = () => testApp.at(new Date(Date.parse(testApp.now) + 60_000).toISOString());
		const step = () =>
			transaction(testApp.as(null), ({ db }) => db.updateTable('dataEditions').set({ beat: 1 }).execute());
		expect(await data.publishEdition(testApp.as(null))).toBeNull();
		wait();
		await step();
		expect(await data.publishEdition(testApp.as(null))).toBeNull();
		wait();
		expect(await data.publishEdition(testApp.as(null))).toBe(1);
	}
);

test('whoever was taken for dead and goes on writes into nobody else’s edition', async () => {
	const testApp = await scene();
	const slow = data.publishEdition(testApp.as(null));
	// In the middle of it somebody else takes over.
	const taken = transaction(testApp.as(null), ({ db }) =>
		db.updateTable('dataEditions').set({ claimedBy: 'somebody else' }).execute()
	);
	await Promise.all([expect(slow).rejects.toThrow('taken over'), taken]);
	expect(await data.edition(testApp.as(null))).toBeNull();
});

test('an edition keeps its own columns: later ones have others, and its files stay as they are, to the byte', async () => {
	const testApp = await scene();
	await data.publishEdition(testApp.as(null));
	const [csv, json] = [await textOf(testApp, 1, 'punkte', 'csv'), await textOf(testApp, 1, 'punkte', 'json')];
	const held = JSON.stringify({ punkte: [{ name: 'titel', type: 'string', optional: false }] });
	await transaction(testApp.as(null), ({ db }) => db.updateTable('dataEditions').set({ columns: held }).execute());
	expect(await textOf(testApp, 1, 'punkte', 'csv')).toBe('\uFEFFtitel\r\nMehr Beratung\r\n');
	expect(await textOf(testApp, 1, 'punkte', 'json')).toBe(json);
	// Other columns than today's: the next edition comes at once.
	expect(await data.publishEdition(testApp.as(null))).toBe(2);
	expect(await textOf(testApp, 2, 'punkte', 'csv')).toBe(csv);
});

test('what programs get is what the description promises', async () => {
	const testApp = await scene();
	await data.publishEdition(testApp.as(null));
	const Document = z.object({
		components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) })
	});
	const { schemas } = Document.parse(openapi('http://localhost', data.PART)).components;
	for (const slug of SLUGS) {
		const promised = z.fromJSONSchema({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...schemas[slug] });
		const page = await data.page(testApp.as(null), slug, 1);
		promised.parse({ ...page, next: null });
		const wrong = { ...page, next: null, rows: [{ nummer: 'eins' }] };
		expect(promised.safeParse(wrong).success).toBe(false);
		await expect(data.page(testApp.as(null), slug, 2)).rejects.toThrow(NotFound);
	}
});

test('every column of every table is described, for people, programs and portals', async () => {
	const testApp = await scene();
	await data.publishEdition(testApp.as(null));
	const edition = await data.edition(testApp.as(null));
	if (!edition) throw new Error('there is no edition');
	const Described = z.object({
		resources: z.array(
			z.object({
				hash: z.string(),
				schema: z.object({ fields: z.array(z.object({ name: z.string(), description: z.string() })) })
			})
		)
	});
	const { resources } = Described.parse(JSON.parse(await data.description(testApp.as(null), 1)));
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
	expect(text).toContain(edition.digests[0]?.digest);
	expect(JSON.stringify(catalogue(null, 'https://teilhabe.example'))).toContain('"dcat:dataset":[]');
});

const Sealed = z.object({ version: z.string(), earlier: z.array(z.object({ version: z.string(), hash: z.string() })) });
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

test('what an edition says of itself stays as it was sent, and whoever reads along has its digest', async () => {
	const testApp = await scene();
	const ctx = () => testApp.as(null);
	await data.publishEdition(ctx());
	const first = await data.description(ctx(), 1);
	expect((await data.edition(ctx(), 1))?.digests).toEqual([{ digest: sha256(first), at: testApp.now }]);
	later(testApp, 1);
	await putProposal(testApp, await testApp.person('research'));
	await data.publishEdition(ctx());
	const second = Sealed.parse(JSON.parse(await data.description(ctx(), null)));
	expect(second).toEqual({ version: '2', earlier: [{ version: '1', hash: `sha256:${sha256(first)}` }] });
	expect(await data.description(ctx(), 1)).toBe(first);
	const told = (await chronicle.feed(ctx(), null)).lines.map(({ text }) => text).join();
	for (const number of [1, 2]) expect(told).toContain(sha256(await data.description(ctx(), number)));
});

test('when words leave an edition, its new digest stands beside the one it had before, also in what comes after', async () => {
	const testApp = await scene();
	const ctx = () => testApp.as(null);
	await data.publishEdition(ctx());
	const before = sha256(await data.description(ctx(), 1));
	later(testApp, 1);
	const [odd] = await testApp.app.reader
		.selectFrom('proposals')
		.select('id')
		.where('title', '=', '=SUMME(A1)')
		.execute();
	await transaction(ctx(), (ctx) => proposals.screened(ctx, odd?.id ?? '', { deed: 'hide' }));
	await data.applyRecall(ctx());
	const after = await data.description(ctx(), 1);
	for (const name of ['beitraege.csv', 'beitraege.json'])
		expect(after).toContain((await data.edition(ctx()))?.files.find((file) => file.name === name)?.digest);
	const { digests } = (await data.edition(ctx(), 1)) ?? { digests: [] };
	expect(digests.map(({ digest }) => digest)).toEqual([sha256(after), before]);
	later(testApp, 1);
	await data.applyRecall(ctx());
	await putProposal(testApp, await testApp.person('research'));
	expect(await data.publishEdition(ctx())).toBe(2);
	expect(Sealed.parse(JSON.parse(await data.description(ctx(), 2))).earlier).toEqual([
		{ version: '1', hash: `sha256:${sha256(after)}` }
	]);
	expect(await data.earlierDigests(ctx(), 2)).toEqual([{ number: 1, digests }]);
	expect((await chronicle.feed(ctx(), null)).lines.map(({ text }) => text).join()).toContain(sha256(after));
});

test('an edition from before descriptions were kept gets one with the next edition', async () => {
	const testApp = await scene();
	await data.publishEdition(testApp.as(null));
	await transaction(testApp.as(null), async ({ db }) => {
		await db.updateTable('dataEditions').set({ description: null }).execute();
		await db.deleteFrom('dataDigests').execute();
	});
	const meanwhile = await data.description(testApp.as(null), 1);
	later(testApp, 1);
	await data.publishEdition(testApp.as(null));
	expect((await data.edition(testApp.as(null), 1))?.digests.map(({ digest }) => digest)).toEqual([sha256(meanwhile)]);
});
