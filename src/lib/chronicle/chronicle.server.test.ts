import { describe, expect, it } from 'vitest';
import { GET } from '../../routes/(public)/chronik.atom/+server.ts';
import { together } from '#lib/server/db/together.ts';
import { newId } from '#lib/server/ids.ts';
import { record, type JournalVerb } from '#lib/server/journal/journal.server.ts';
import { all, parseXml } from '../../../tests/support/xml.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
import * as chronicle from './chronicle.server.ts';

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

/** The endpoint reads nothing of the request but these two. */
function ask(town: Town, headers: Record<string, string> = {}): Pick<Asked, 'locals' | 'request'> {
	const locals = { ctx: town.as(null), requestId: '', sessionId: null, sessionUntil: null, pending: null };
	return { locals, request: new Request('https://teilhabe.example/chronik.atom', { headers }) };
}

describe('the feed', () => {
	it('brings results and not every contribution, with addresses that work from outside', async () => {
		const town = await makeTown();
		await happen(town, 'proposal.published', { number: 1, title: 'Ein Beitrag' });
		await happen(town, 'phase.began', { kind: 'draft' });
		await happen(town, 'call.drafted', { number: 7 });
		await happen(town, 'call.published', { number: 7, title: '<b>Aufruf</b> & "mehr"' });
		const response = await GET(ask(town));
		expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
		const entries = all(parseXml(await response.text()), 'entry');
		expect(entries).toHaveLength(1);
		expect(all(entries[0] ?? { children: [] }, 'title')[0]?.text).toContain('<b>Aufruf</b> & "mehr"');
		expect(all(entries[0] ?? { children: [] }, 'link')[0]?.attributes.href).toBe(
			`${town.house.config.origin}/aufrufe/7`
		);
	});

	it('is not sent again while nothing has changed', async () => {
		const town = await makeTown();
		await happen(town, 'report.published', { number: 1, title: 'Bericht' });
		const { headers } = await GET(ask(town));
		const etag = headers.get('etag') ?? '';
		const since = headers.get('last-modified') ?? '';
		const status = async (asked: Record<string, string>) => (await GET(ask(town, asked))).status;
		expect(await status({ 'if-none-match': etag })).toBe(304);
		expect(await status({ 'if-none-match': `"other", W/${etag}` })).toBe(304);
		expect(await status({ 'if-modified-since': since })).toBe(304);
		expect(await status({ 'if-modified-since': 'yesterday or so' })).toBe(200);
		expect(await status({ 'if-none-match': '"other"', 'if-modified-since': since })).toBe(200);
		await happen(town, 'report.published', { number: 2, title: 'Bericht' });
		expect(await status({ 'if-none-match': etag })).toBe(200);
	});
});
