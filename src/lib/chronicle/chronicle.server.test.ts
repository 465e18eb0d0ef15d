import { describe, expect, it } from 'vitest';
import { GET } from '../../routes/(public)/chronik.atom/+server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { record, type JournalVerb } from '#lib/server/journal/journal.server.ts';
import { all, parseXml } from '../../../tests/support/files/xml.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import * as workshops from '#lib/recording/workshops/workshops.server.ts';
import { putProposal } from '../../../tests/support/editions/published.ts';
import * as chronicle from './chronicle.server.ts';
import { FEED_PAGE } from './feed.ts';

async function happen(
	testApp: TestApp,
	verb: JournalVerb,
	details: Record<string, string | number> = {}
): Promise<void> {
	const person = await testApp.person('none', { roles: ['publisher'] });
	await transaction(testApp.as(person), (ctx) => record(ctx, { verb, subjectId: newId(), details }));
}

const today = (testApp: TestApp) => chronicle.page(testApp.as(null), null);

describe('the chronicle', () => {
	it('tells what is for everybody, and nothing of the workshop', async () => {
		const testApp = await makeTestApp();
		await happen(testApp, 'call.drafted', { number: 1 });
		await happen(testApp, 'proposal.submitted', { number: 1 });
		await happen(testApp, 'subject.rejected');
		await happen(testApp, 'comment.published');
		expect((await today(testApp)).days).toEqual([]);
		await happen(testApp, 'report.published', { number: 1, title: 'Erster Bericht' });
		expect((await today(testApp)).days[0]?.lines).toHaveLength(1);
	});

	it('names no person', async () => {
		const testApp = await makeTestApp();
		await happen(testApp, 'version.published', { number: 1, title: 'Entwurf' });
		expect(JSON.stringify(await today(testApp))).not.toContain('Weide');
	});

	it('pages through all days once, also when a day is very busy', async () => {
		const testApp = await makeTestApp();
		for (let day = 1; day <= 75; day++) {
			testApp.at(new Date(Date.parse('2027-02-01T12:00:00.000Z') + day * 86_400_000).toISOString());
			await happen(testApp, 'phase.began', { kind: 'draft' });
			const many = day === 25 ? 1_200 : 3;
			await transaction(testApp.as(null), async (ctx) => {
				for (let i = 0; i < many; i++) await record(ctx, { verb: 'proposal.published', subjectId: newId() });
			});
		}
		const days: string[] = [];
		let contributions = 0;
		let before: string | null = null;
		do {
			const page = await chronicle.page(testApp.as(null), before);
			days.push(...page.days.map((day) => day.date));
			contributions += page.days.reduce((sum, day) => sum + day.contributions, 0);
			before = page.next;
		} while (before !== null);
		expect(new Set(days).size).toBe(75);
		expect(contributions).toBe(74 * 3 + 1_200);
	});
});

type Asked = Parameters<typeof GET>[0];

/** The endpoint reads nothing of the request but these. */
function ask(
	testApp: TestApp,
	headers: Record<string, string> = {},
	search = ''
): Pick<Asked, 'locals' | 'request' | 'url'> {
	const locals = { ctx: testApp.as(null), requestId: '', sessionId: null, sessionUntil: null, pending: null };
	const url = new URL(`https://teilhabe.example/chronik.atom${search}`);
	return { locals, url, request: new Request(url, { headers }) };
}

const later = (testApp: TestApp, seconds: number) =>
	testApp.at(new Date(Date.parse(testApp.now) + seconds * 1_000).toISOString());

async function entriesOf(testApp: TestApp, search = '') {
	const root = parseXml(await (await GET(ask(testApp, {}, search))).text());
	const of = (entry: (typeof root)['children'][number], name: string) => all(entry, name)[0];
	const next = all(root, 'link').find((link) => link.attributes.rel === 'next')?.attributes.href;
	const entries = all(root, 'entry').map((entry) => ({
		id: of(entry, 'id')?.text ?? '',
		title: of(entry, 'title')?.text ?? '',
		updated: of(entry, 'updated')?.text ?? '',
		href: of(entry, 'link')?.attributes.href ?? ''
	}));
	return { entries, next: next === undefined ? null : new URL(next).search };
}

async function hold(testApp: TestApp, label: string): Promise<number> {
	const helper = testApp.as(await testApp.person('none', { roles: ['helper'] }));
	const form = { id: newId(), label, date: testApp.now.slice(0, 10), group: 'affected' as const, people: 9 };
	const number = await workshops.open(helper, testApp.consultationId, { ...form, minutes: 'Wohnen.' });
	await workshops.publish(testApp.as(await testApp.person('none', { roles: ['moderator'] })), number, true);
	return number;
}

describe('the feed', () => {
	it('brings phases, landscapes, meetings and contributions, too, with addresses that work from outside', async () => {
		const testApp = await makeTestApp();
		const { number, id } = await putProposal(testApp, await testApp.person(), '<b>Mieten</b> & mehr');
		later(testApp, 60);
		await happen(testApp, 'phase.began', { kind: 'draft' });
		await happen(testApp, 'call.drafted', { number: 7 });
		later(testApp, 60);
		await happen(testApp, 'landscape.published', { number: 1 });
		later(testApp, 60);
		const meeting = await hold(testApp, 'Frühstück');
		const response = await GET(ask(testApp));
		expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
		const { entries } = await entriesOf(testApp);
		const { origin } = testApp.app.config;
		expect(entries.map(({ href }) => href)).toEqual(
			[`/treffen/${meeting}`, '/meinungsbild', '/chronik', `/beitraege/${number}`].map((path) => origin + path)
		);
		expect(entries.at(-1)).toMatchObject({ title: `Beitrag ${number}: <b>Mieten</b> & mehr` });
		expect(entries.at(-1)?.id).toMatch(/^tag:[^,]+,2026:beitrag-\d+$/);
		// Of people's words the day is told and nothing finer.
		for (const { updated } of [entries[0], entries[3]].flatMap((one) => one ?? []))
			expect(updated).toMatch(/T2[23]:00:00/);
		// What is no longer public leaves it at once, and the contribution's draft never was in it.
		await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, id, { deed: 'hide' }));
		expect((await entriesOf(testApp)).entries).toHaveLength(3);
	});

	it('has pages: everything stands in it once, also where hundreds came in the same moment', async () => {
		const testApp = await makeTestApp();
		for (let n = 0; n < 3; n++) {
			const author = await testApp.person();
			for (let many = 0; many < 30; many++) await putProposal(testApp, author, `Beitrag ${n} ${many}`);
			await happen(testApp, 'report.published', { number: n, title: 'Bericht' });
			await hold(testApp, `Treffen ${n}`);
			if (n > 0) later(testApp, 3_600);
		}
		const ids: string[] = [];
		let search: string | null = '';
		while (search !== null) {
			const page: Awaited<ReturnType<typeof entriesOf>> = await entriesOf(testApp, search);
			expect(page.entries.length).toBeLessThanOrEqual(FEED_PAGE);
			ids.push(...page.entries.map(({ id }) => id));
			search = page.next;
		}
		expect(ids).toHaveLength(96);
		expect(new Set(ids).size).toBe(96);
		for (const odd of ['?vor=nichts', '?vor=2027-99-99T00:00:00.000Z~0~1', '?vor=2027-05-10T12:00:00.000Z~2~7']) {
			expect((await entriesOf(testApp, odd)).entries[0]?.id, odd).toBe(ids[0]);
		}
	});

	it('is not sent again while nothing has changed, and never twice the same when it has', async () => {
		const testApp = await makeTestApp();
		await happen(testApp, 'report.published', { number: 1, title: 'Bericht' });
		// In the second of a change nobody can tell by the second whether it was before.
		expect((await GET(ask(testApp))).headers.get('last-modified')).toBeNull();
		later(testApp, 10);
		const { headers } = await GET(ask(testApp));
		const etag = headers.get('etag') ?? '';
		const since = headers.get('last-modified') ?? '';
		const status = async (asked: Record<string, string>) => (await GET(ask(testApp, asked))).status;
		expect(await status({ 'if-none-match': etag })).toBe(304);
		expect(await status({ 'if-none-match': `"other", W/${etag}` })).toBe(304);
		expect(await status({ 'if-modified-since': since })).toBe(304);
		expect(await status({ 'if-modified-since': 'yesterday or so' })).toBe(200);
		expect(await status({ 'if-none-match': '"other"', 'if-modified-since': since })).toBe(200);
		const part = await GET(ask(testApp, { range: 'bytes=0-37' }));
		expect([part.status, await part.text()]).toEqual([206, '<?xml version="1.0" encoding="utf-8"?>']);
		await happen(testApp, 'report.published', { number: 2, title: 'Bericht' });
		expect(await status({ 'if-none-match': etag })).toBe(200);
		expect(await status({ 'if-modified-since': since })).toBe(200);
		expect(await status({ range: 'bytes=0-9', 'if-range': etag })).toBe(200);
	});
});
