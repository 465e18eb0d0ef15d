import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { endOf } from '#lib/consultations/consultation.ts';
import { appeal } from '#lib/moderation/appeals/appeals.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import * as batches from '#lib/people/cards/batches.server.ts';
import { tidyCode } from '#lib/people/cards/cardCode.ts';
import * as people from '#lib/people/people.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import * as subscriptions from '#lib/subscriptions/subscriptions.server.ts';
import { newId } from '#lib/server/ids.ts';
import { say, screen, words } from '../../../tests/support/opinion/square.ts';
import { makeTestApp, NOON, type TestApp } from '../../../tests/support/machine/testApp.ts';
import * as privacy from './privacy.server.ts';
import { KEPT_DAYS, limitOf, RULES, type Rule } from './retention.ts';

const DAY = 24 * 60 * 60 * 1000;
const after = (days: number) => new Date(Date.parse(NOON) + days * DAY).toISOString();
const NONE = Object.fromEntries(RULES.map((rule) => [rule, 0]));

const everything = async ({ app }: TestApp) => {
	const rows: unknown[] = [];
	for (const { name } of await app.reader.introspection.getTables()) {
		rows.push([name, (await sql`select * from ${sql.table(name)}`.execute(app.reader)).rows]);
	}
	return JSON.stringify(rows);
};

const form = (title = 'Titel') =>
	({
		id: newId(),
		kind: 'proposal',
		field: 'wohnen',
		title,
		body: 'Ein Text, der lang genug ist.',
		evidence: ''
	}) as const;

/** Something of every kind that is kept for a while. */
async function lived() {
	const testApp = await makeTestApp();
	const moderator = testApp.as(await testApp.person('none', { roles: ['moderator', 'helper'] }));
	const batch = { id: newId(), label: 'Café', group: 'affected', organisation: '', size: 1, days: 2_000 } as const;
	const code = tidyCode((await batches.issue(moderator, batch)).codes[0] ?? '');
	const id = await people.holderOf(testApp.as(null), code);
	const resident = await people.byId(testApp.as(null), id);
	await subscriptions.makeFeed(testApp.as(resident));
	await proposals.saveDraft(testApp.as(resident), testApp.consultationId, form());
	const [refused, shown] = [form('Abgelehnt'), form('Gezeigt')];
	await proposals.submit(testApp.as(resident), testApp.consultationId, refused);
	const number = await proposals.submit(testApp.as(resident), testApp.consultationId, shown);
	const head = { kind: 'proposal', seen: 'waiting' } as const;
	const no = { ...head, id: newId(), subjectId: refused.id, deed: 'reject', ground: 'offTopic', note: '' } as const;
	await moderation.decide(moderator, no);
	await moderation.decide(moderator, { ...head, id: newId(), subjectId: shown.id, deed: 'publish' });
	if (resident) await screen(testApp, await say(testApp, number, resident, words()), 'reject');
	return { testApp, code, refused: refused.id, author: resident };
}

describe('how long things are kept', () => {
	it.each(RULES)('%s: nothing goes before its time, all of it after', async (rule: Rule) => {
		const { testApp } = await lived();
		const from = rule === 'codes' || rule === 'addresses' ? (Date.parse('2027-06-01') - Date.parse(NOON)) / DAY : 0;
		testApp.at(after(from + KEPT_DAYS[rule] - 0.5));
		expect((await privacy.previewRetention(testApp.as(null)))[rule]).toBe(0);
		testApp.at(after(from + KEPT_DAYS[rule] + 0.5));
		const gone = (await privacy.applyRetention(testApp.as(null)))[rule];
		expect(gone).toBe(
			{ drafts: 1, sessions: 0, addresses: 1, codes: 1, rejected: 2, moderation: 2, audit: gone }[rule]
		);
		expect((await privacy.applyRetention(testApp.as(null)))[rule]).toBe(0);
	});

	it('is tried without touching anything', async () => {
		const { testApp } = await lived();
		testApp.at(after(2_000));
		const before = await everything(testApp);
		const tried = await privacy.previewRetention(testApp.as(null));
		expect((await everything(testApp)) === before).toBe(true);
		expect(tried).toMatchObject({ drafts: 1, addresses: 1, codes: 1, rejected: 2, moderation: 2 });
		expect(await privacy.applyRetention(testApp.as(null))).toEqual(tried);
	});

	it('does not take words away that an appeal is about', async () => {
		const { testApp, refused, author } = await lived();
		const [screening] = await testApp.app.reader
			.selectFrom('screenings')
			.select('id')
			.where('subjectId', '=', refused)
			.execute();
		await appeal(testApp.as(author), screening?.id ?? '', { body: 'Bitte lesen Sie es noch einmal.' });
		testApp.at(after(100));
		expect((await privacy.applyRetention(testApp.as(null))).rejected).toBe(1);
	});

	it('is written down, with numbers only', async () => {
		const { testApp } = await lived();
		expect(await privacy.applyRetention(testApp.as(null))).toEqual(NONE);
		testApp.at(after(31));
		await privacy.applyRetention(testApp.as(null));
		const rows = await testApp.app.reader
			.selectFrom('journal')
			.selectAll()
			.where('verb', '=', 'retention.done')
			.execute();
		expect(rows.map(({ details, actorId }) => [details, actorId])).toEqual([['{"rule":"drafts","count":1}', null]]);
	});

	it('ends with the process for cards: the code opens nothing, what was published stays', async () => {
		const { testApp, code } = await lived();
		testApp.at(after(2_000));
		await privacy.applyRetention(testApp.as(null));
		await expect(people.holderOf(testApp.as(null), code)).rejects.toMatchObject({ reason: 'codeUnknown' });
		const cards = await testApp.app.reader.selectFrom('cards').select(['personId']).execute();
		expect(cards).toEqual([{ personId: null }]);
		expect((await proposals.byNumber(testApp.as(null), 2)).state).toBe('published');
	});

	it.each([
		[[], null],
		[[{ endsAt: '2027-01-01' }, { endsAt: '2027-03-01' }, { endsAt: '2027-02-01' }], '2027-03-01']
	])('the process ends with its last phase: %j', (phases, end) => expect(endOf(phases)).toBe(end));

	it('is counted in days', () => expect(limitOf('drafts', after(30))).toBe(NOON));
});

/** What such a column could be called. Whoever needs one of these words for something else says so here, and why. */
/** The language of a text, not of a person's device. */
const OF_TEXTS = ['text_overrides.locale', 'official_translations.locale'];
const SUSPICIOUS = /(^|_)(ip|ips|addr|address|host|agent|browser|device|fingerprint|platform|locale|geo|lat|lon)(_|$)/;
const INNOCENT: Readonly<Record<string, string>> = {
	'place_details.address': 'of a place that gives cards, for everybody to read',
	'subscriptions.address': 'sealed, of whoever has asked for mail and said yes twice; gone when they say no',
	'subscriptions.fingerprint': 'finds that address again; made with a key, gone with it',
	'subscriptions.locale': 'in which language they asked to be written to',
	'ballot_keys.fingerprint': 'recognises the key of a phase, not a person'
};

describe('no table', () => {
	it('has a column for an address or a device', async () => {
		const { app } = await makeTestApp();
		const tables = await app.reader.introspection.getTables();
		const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
		const columns = tables.flatMap(({ name, columns }) => columns.map((one) => `${snake(name)}.${snake(one.name)}`));
		expect(columns.length).toBeGreaterThan(100);
		const found = columns.filter(
			(column) => !OF_TEXTS.includes(column) && SUSPICIOUS.test(column.split('.')[1] ?? '') && !(column in INNOCENT)
		);
		expect(found).toEqual([]);
	});
});
