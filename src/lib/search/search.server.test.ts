import { expect, it } from 'vitest';
import * as comments from '#lib/comments/comments.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import * as wording from '#lib/wording/wording.server.ts';
import { eventful } from '../../../tests/support/eventful.ts';
import { putProposal, putVersion } from '../../../tests/support/editions/published.ts';
import { sayAloud, words } from '../../../tests/support/opinion/square.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import { SearchQuery, understood } from './query.ts';
import * as search from './search.server.ts';

const ask = (testApp: TestApp, q: string, more: Record<string, string> = {}) =>
	search.search(testApp.as(null), SearchQuery.parse({ q, ...more }));

async function indexed(testApp: TestApp): Promise<void> {
	await search.indexComments(testApp.as(null));
	await search.learnWords(testApp.as(null));
}

const titles = (found: search.Found) => found.proposals.list.map(({ title }) => title);

async function scene(): Promise<TestApp> {
	const testApp = await makeTestApp();
	const author = await testApp.person();
	for (const title of ['Lotsen im Amt', 'Bürgergeld reicht nicht', 'Das Bürgergeld kommt zu spät', 'Bus und Bahn']) {
		await putProposal(testApp, author, title);
	}
	return testApp;
}

it('finds contributions, points, comments, calls, reports and organisations', { timeout: 120_000 }, async () => {
	const testApp = await eventful();
	await indexed(testApp);
	expect((await ask(testApp, 'Wohnungen')).points.map(({ href }) => href)).toEqual(['/punkte/1']);
	expect((await ask(testApp, 'Projektaufruf')).calls[0]).toEqual({
		href: '/aufrufe/1',
		title: 'Projektaufruf 1: Projektaufruf 2027'
	});
	expect((await ask(testApp, 'erster bericht')).reports[0]?.href).toBe('/berichte/1');
	expect((await ask(testApp, 'tafel')).organisations).toMatchObject([
		{ href: expect.stringMatching(/^\/organisationen\/[0-9a-f-]{36}$/), title: 'Tafel Musterstadt e. V.' }
	]);
	expect((await ask(testApp, 'Musterland')).organisations).toEqual([{ href: null, title: 'Verband Musterland' }]);
	const said = await ask(testApp, 'kenne');
	expect(said.comments).toMatchObject({ count: 1, list: [{ href: '/beitraege/1#kommentare' }] });
	expect((await ask(testApp, 'genauer')).comments.list[0]?.href).toMatch(/^\/aenderungen\/\d+#kommentare$/);
	// Organisations that only hold cards are no hits.
	await testApp.person('practice', { organisation: 'Stiller Verein' });
	expect((await ask(testApp, 'Stiller')).organisations).toEqual([]);
});

it('finds by number, of one kind or of all, and nothing that is not public', { timeout: 120_000 }, async () => {
	const testApp = await eventful();
	const hrefs = async (q: string) => (await ask(testApp, q)).numbered.map(({ href }) => href);
	expect(await hrefs('1')).toEqual([
		'/beitraege/1',
		'/punkte/1',
		'/fassungen/1',
		'/aufrufe/1',
		'/berichte/1',
		'/aenderungen/1',
		'/treffen/1'
	]);
	expect(await hrefs('#3')).toContain('/punkte/3');
	expect(await hrefs('Beitrag 2')).toEqual(['/beitraege/2']);
	expect(await hrefs('Punkt Nr. 3')).toEqual(['/punkte/3']);
	// Hidden; not there.
	for (const q of ['Beitrag 4', 'Änderungsvorschlag 4', 'Beitrag 999999999', '0'])
		expect(await hrefs(q), q).toEqual([]);
	expect((await ask(testApp, 'Beitrag 2')).ignored).toBe(false);
});

it.each([
	['uk', 'Допис 17', 'proposal'],
	['uk', 'допис № 17', 'proposal'],
	['ru', 'Предложение изменений 4', 'amendment'],
	['ar', 'المشاركة ١٧', 'proposal'],
	['tr', 'Proje çağrısı 2', 'call'],
	['tr', 'KATKI 17', 'proposal'],
	['en', 'Contribution 17', 'proposal'],
	['leicht', 'Projekt-Aufruf 2', 'call'],
	['uk', 'Beitrag 17', 'proposal']
] as const)('in %s »%s« is called as the page calls it', async (locale, asked, kind) => {
	const ctx = { ...(await makeTestApp()).as(null), locale };
	expect((await wording.withWords(ctx, async () => understood(asked))).number?.kind).toBe(kind);
});

it('says how many there are, what it did not look for, and what was probably meant', async () => {
	const testApp = await scene();
	await indexed(testApp);
	expect((await ask(testApp, 'Lotse')).proposals).toMatchObject({ count: 1, list: [{ title: 'Lotsen im Amt' }] });
	expect((await ask(testApp, 'Bürgergeld')).proposals.count).toBe(2);
	expect(await ask(testApp, 'Bürgegeld')).toMatchObject({ meant: 'Bürgergeld', proposals: { count: 0 } });
	expect((await ask(testApp, 'das Bürgegeld spät')).meant).toBe('das Bürgergeld spät');
	expect((await ask(testApp, 'Kernfusion')).meant).toBeNull();
	expect(await ask(testApp, 'im %_')).toMatchObject({ ignored: true, short: ['im'], proposals: { count: 0 } });
	expect(await ask(testApp, 'im Amt')).toMatchObject({ ignored: false, short: ['im'], proposals: { count: 1 } });
	expect(await ask(testApp, '')).toMatchObject({ ignored: false, proposals: { count: 0 } });
});

it('suggests no word that only somebody said who took it back', async () => {
	const testApp = await makeTestApp();
	const author = await testApp.person();
	const some = [
		await putProposal(testApp, author, 'Frau Kruselmann hilft'),
		await putProposal(testApp, author, 'Kruselmann fehlt')
	];
	await indexed(testApp);
	expect((await ask(testApp, 'Kruselman')).proposals.count).toBe(2);
	expect((await ask(testApp, 'Krusselmann')).meant).toBe('Kruselmann');
	for (const { id } of some) await transaction(testApp.as(null), (ctx) => proposals.forget(ctx, id));
	expect((await ask(testApp, 'Krusselmann')).meant).toBeNull();
	await search.learnWords(testApp.as(null));
	expect(
		await testApp.app.reader.selectFrom('searchWords').select('word').where('word', 'like', 'krus%').execute()
	).toEqual([]);
});

it(
	'puts what is called so before what only mentions it, or the newest first; page by page, each once',
	{ timeout: 120_000 },
	async () => {
		const testApp = await makeTestApp();
		const author = await testApp.person();
		for (let n = 0; n < 50; n++) await putProposal(testApp, author, n % 2 ? `Miete ${n}` : `Nummer ${n}`);
		const read = async (order: string) => {
			const seen: string[] = [];
			let after: string | null = '';
			while (after !== null) {
				const found: search.Found = await ask(testApp, 'wohnungen geld', {
					art: 'beitraege',
					reihenfolge: order,
					...(after && { nach: after })
				});
				expect(found.proposals.count).toBe(50);
				seen.push(...titles(found));
				after = found.proposals.next;
			}
			return seen;
		};
		const newest = await read('newest');
		expect(newest).toHaveLength(50);
		expect(new Set(newest).size).toBe(50);
		expect(newest[0]).toBe('Miete 49');
		const best: string[] = [];
		let after: string | null = '';
		while (after !== null) {
			const found: search.Found = await ask(testApp, 'nummer', { art: 'beitraege', ...(after && { nach: after }) });
			best.push(...titles(found));
			after = found.proposals.next;
		}
		expect(best).toEqual(Array.from({ length: 25 }, (_, n) => `Nummer ${48 - 2 * n}`));
		expect(titles(await ask(testApp, 'miete', { art: 'beitraege' }))[0]).toBe('Miete 49');
	}
);

it('goes on behind the last one that only mentions it, where a title stands before all of them', async () => {
	const testApp = await makeTestApp();
	const author = await testApp.person();
	for (let n = 0; n < 45; n++) await putProposal(testApp, author, n === 3 ? 'Wohnungen und Geld' : `Nummer ${n}`);
	const seen: string[] = [];
	for (let after: string | null = '', pages = 0; after !== null && pages < 5; pages++) {
		const found: search.Found = await ask(testApp, 'wohnungen geld', {
			art: 'beitraege',
			...(after && { nach: after })
		});
		seen.push(...titles(found));
		after = found.proposals.next;
	}
	expect(seen[0]).toBe('Wohnungen und Geld');
	expect(seen).toHaveLength(45);
	expect(new Set(seen).size).toBe(45);
});

it('names organisations that are called so and speak, twenty of them, however many are silent', async () => {
	const testApp = await makeTestApp();
	for (let n = 10; n < 70; n++) {
		const seat = await testApp.person('practice', { organisation: `Verein ${n}` });
		if (n % 2 === 0) await putProposal(testApp, seat, `Beitrag ${n}`);
	}
	const { organisations } = await ask(testApp, 'verein');
	expect(organisations.map(({ title }) => title)).toEqual(Array.from({ length: 20 }, (_, n) => `Verein ${10 + 2 * n}`));
	expect(organisations[0]?.href).toMatch(/^\/organisationen\/[0-9a-f-]{36}$/);
});

it('forgets at once what is no longer public, contribution or comment, and finds what was blackened as it is now', async () => {
	const testApp = await scene();
	const { number, id } = await proposals.byNumber(testApp.as(null), 1);
	const said = await sayAloud(testApp, number, await testApp.person(), words({ body: 'Unsere Lotsin ist großartig.' }));
	const under = await sayAloud(testApp, 2, await testApp.person(), words({ body: 'Großartig finde ich das nicht.' }));
	await indexed(testApp);
	expect((await ask(testApp, 'großartig')).comments.count).toBe(2);
	await transaction(testApp.as(null), (ctx) => comments.forget(ctx, said));
	expect((await ask(testApp, 'großartig')).comments.count).toBe(1);
	await search.indexComments(testApp.as(null));
	expect(await testApp.app.reader.selectFrom('commentTexts').selectAll().execute()).toHaveLength(1);
	await transaction(testApp.as(null), (ctx) =>
		comments.screened(ctx, under, { deed: 'redact', body: '[geschwärzt] finde ich das.' })
	);
	await search.indexComments(testApp.as(null));
	expect((await ask(testApp, 'großartig')).comments.count).toBe(0);
	expect((await ask(testApp, 'finde')).comments.count).toBe(1);
	await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, id, { deed: 'hide' }));
	expect((await ask(testApp, 'Lotsen')).proposals.count).toBe(0);
});

it('is there before anything is', async () => {
	const testApp = await makeTestApp();
	await putVersion(testApp, { number: 1, titles: ['Mehr Beratung'], published: false });
	expect(await ask(testApp, 'Beratung')).toMatchObject({ points: [], proposals: { count: 0 }, comments: { count: 0 } });
});
