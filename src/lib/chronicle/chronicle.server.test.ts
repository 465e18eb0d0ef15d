import { describe, expect, it } from 'vitest';
import { GET } from '../../routes/(public)/chronik.atom/+server.ts';
import { together } from '#lib/server/db/together.ts';
import { newId } from '#lib/server/ids.ts';
import { record, type JournalVerb } from '#lib/server/journal/journal.server.ts';
import { all, parseXml } from '../../../tests/support/xml.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import * as workshops from '#lib/recording/workshops.server.ts';
import { putProposal } from '../../../tests/support/published.ts';
import * as chronicle from './chronicle.server.ts';
import { FEED_PAGE } from './feed.ts';

async function happen(town: Town, verb: JournalVerb, details: Record<string, string | number> = {}): Promise<void> {
	const person = await town.person('none', { roles: ['publisher'] });
	await together(town.as(person), (ctx) => record(ctx, { verb, subjectId: newId(), details }));
}

const today = (town: Town) => chronicle.page(town.as(null), null);

describe('the chronicle', () => {
	it('tells what is for everybody, and nothing of the workshop', async () => {
		const town = await makeTown();
		await happen(town, 'call.drafted', { number: 1 });
		await happen(town, 'proposal.submitted', { number: 1 });
		await happen(town, 'subject.rejected');
		await happen(town, 'comment.published');
		expect((await today(town)).days).toEqual([]);
		await happen(town, 'report.published', { number: 1, title: 'Erster Bericht' });
		expect((await today(town)).days[0]?.lines).toHaveLength(1);
	});

	it('names no person', async () => {
		const town = await makeTown();
		await happen(town, 'version.published', { number: 1, title: 'Entwurf' });
		expect(JSON.stringify(await today(town))).not.toContain('Weide');
	});

	it('pages through all days once, also when a day is very busy', async () => {
		const town = await makeTown();
		for (let day = 1; day <= 75; day++) {
			town.at(new Date(Date.parse('2027-02-01T12:00:00.000Z') + day * 86_400_000).toISOString());
			await happen(town, 'phase.began', { kind: 'draft' });
			const many = day === 25 ? 1_200 : 3;
			await together(town.as(null), async (ctx) => {
				for (let i = 0; i < many; i++) await record(ctx, { verb: 'proposal.published', subjectId: newId() });
			});
		}
		const days: string[] = [];
		let contributions = 0;
		let before: string | null = null;
		do {
			const page = await chronicle.page(town.as(null), before);
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
function ask(town: Town, headers: Record<string, string> = {}, search = ''): Pick<Asked, 'locals' | 'request' | 'url'> {
	const locals = { ctx: town.as(null), requestId: '', sessionId: null, sessionUntil: null, pending: null };
	const url = new URL(`https://teilhabe.example/chronik.atom${search}`);
	return { locals, url, request: new Request(url, { headers }) };
}

const later = (town: Town, seconds: number) => town.at(new Date(Date.parse(town.now) + seconds * 1_000).toISOString());

async function entriesOf(town: Town, search = '') {
	const root = parseXml(await (await GET(ask(town, {}, search))).text());
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

async function hold(town: Town, label: string): Promise<number> {
	const helper = town.as(await town.person('none', { roles: ['helper'] }));
	const form = { id: newId(), label, date: town.now.slice(0, 10), group: 'affected' as const, people: 9 };
	const number = await workshops.open(helper, town.consultationId, { ...form, minutes: 'Wohnen.' });
	await workshops.publish(town.as(await town.person('none', { roles: ['moderator'] })), number, true);
	return number;
}

describe('the feed', () => {
	it('brings phases, landscapes, meetings and contributions, too, with addresses that work from outside', async () => {
		const town = await makeTown();
		const { number, id } = await putProposal(town, await town.person(), '<b>Mieten</b> & mehr');
		later(town, 60);
		await happen(town, 'phase.began', { kind: 'draft' });
		await happen(town, 'call.drafted', { number: 7 });
		later(town, 60);
		await happen(town, 'landscape.published', { number: 1 });
		later(town, 60);
		const meeting = await hold(town, 'Frühstück');
		const response = await GET(ask(town));
		expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
		const { entries } = await entriesOf(town);
		const { origin } = town.house.config;
		expect(entries.map(({ href }) => href)).toEqual(
			[`/treffen/${meeting}`, '/meinungsbild', '/chronik', `/beitraege/${number}`].map((path) => origin + path)
		);
		expect(entries.at(-1)).toMatchObject({ title: `Beitrag ${number}: <b>Mieten</b> & mehr` });
		expect(entries.at(-1)?.id).toMatch(/^tag:[^,]+,2026:beitrag-\d+$/);
		// Of people's words the day is told and nothing finer.
		for (const { updated } of [entries[0], entries[3]].flatMap((one) => one ?? []))
			expect(updated).toMatch(/T2[23]:00:00/);
		// What is no longer public leaves it at once, and the contribution's draft never was in it.
		await together(town.as(null), (ctx) => proposals.screened(ctx, id, { deed: 'hide' }));
		expect((await entriesOf(town)).entries).toHaveLength(3);
	});

	it('has pages: everything stands in it once, also where hundreds came in the same moment', async () => {
		const town = await makeTown();
		for (let n = 0; n < 3; n++) {
			const author = await town.person();
			for (let many = 0; many < 30; many++) await putProposal(town, author, `Beitrag ${n} ${many}`);
			await happen(town, 'report.published', { number: n, title: 'Bericht' });
			await hold(town, `Treffen ${n}`);
			if (n > 0) later(town, 3_600);
		}
		const ids: string[] = [];
		let search: string | null = '';
		while (search !== null) {
			const page: Awaited<ReturnType<typeof entriesOf>> = await entriesOf(town, search);
			expect(page.entries.length).toBeLessThanOrEqual(FEED_PAGE);
			ids.push(...page.entries.map(({ id }) => id));
			search = page.next;
		}
		expect(ids).toHaveLength(96);
		expect(new Set(ids).size).toBe(96);
		for (const odd of ['?vor=nichts', '?vor=2027-99-99T00:00:00.000Z~0~1', '?vor=2027-05-10T12:00:00.000Z~2~7']) {
			expect((await entriesOf(town, odd)).entries[0]?.id, odd).toBe(ids[0]);
		}
	});

	it('is not sent again while nothing has changed, and never twice the same when it has', async () => {
		const town = await makeTown();
		await happen(town, 'report.published', { number: 1, title: 'Bericht' });
		// In the second of a change nobody can tell by the second whether it was before.
		expect((await GET(ask(town))).headers.get('last-modified')).toBeNull();
		later(town, 10);
		const { headers } = await GET(ask(town));
		const etag = headers.get('etag') ?? '';
		const since = headers.get('last-modified') ?? '';
		const status = async (asked: Record<string, string>) => (await GET(ask(town, asked))).status;
		expect(await status({ 'if-none-match': etag })).toBe(304);
		expect(await status({ 'if-none-match': `"other", W/${etag}` })).toBe(304);
		expect(await status({ 'if-modified-since': since })).toBe(304);
		expect(await status({ 'if-modified-since': 'yesterday or so' })).toBe(200);
		expect(await status({ 'if-none-match': '"other"', 'if-modified-since': since })).toBe(200);
		const part = await GET(ask(town, { range: 'bytes=0-37' }));
		expect([part.status, await part.text()]).toEqual([206, '<?xml version="1.0" encoding="utf-8"?>']);
		await happen(town, 'report.published', { number: 2, title: 'Bericht' });
		expect(await status({ 'if-none-match': etag })).toBe(200);
		expect(await status({ 'if-modified-since': since })).toBe(200);
		expect(await status({ range: 'bytes=0-9', 'if-range': etag })).toBe(200);
	});
});
