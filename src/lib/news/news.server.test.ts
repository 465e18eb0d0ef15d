import { describe, expect, it } from 'vitest';
import * as answers from '#lib/answers/answers.server.ts';
import * as comments from '#lib/comments/comments.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import * as batches from '#lib/people/cards/batches.server.ts';
import { tidyCode } from '#lib/people/cards/cardCode.ts';
import * as people from '#lib/people/people.server.ts';
import type { Person } from '#lib/people/person.ts';
import * as privacy from '#lib/privacy/privacy.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import * as understanding from '#lib/understanding/understanding.server.ts';
import { found } from '#lib/verdict.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { about, openOffice, publishing, rejecting } from '../../../tests/support/files/office.ts';
import { contribute, makeEditor } from '../../../tests/support/strategy/strategy.ts';
import type { TestApp } from '../../../tests/support/machine/testApp.ts';
import { listMoment } from './news.ts';
import * as news from './news.server.ts';

const kinds = async (testApp: TestApp, person: Person) =>
	(await news.unseen(testApp.as(person))).news.map(({ kind, word }) => (word ? `${kind} ${word}` : kind));

const read = async (testApp: TestApp, person: Person) =>
	news.markSeen(
		testApp.as(person),
		(await news.unseen(testApp.as(person))).news.map(({ item }) => item)
	);

describe('what is new for somebody', () => {
	it('is nothing for whoever has just come, and nothing of what others wrote', async () => {
		const office = await openOffice();
		const author = await office.testApp.person();
		const { id } = await office.send(author);
		await moderation.decide(office.testApp.as(office.moderator), publishing('proposal', id));
		expect(await news.unseen(office.testApp.as(await office.testApp.person()))).toEqual({ news: [], more: 0 });
		expect(await news.count(office.testApp.as(null))).toBe(0);
		expect(await news.count(office.testApp.as(office.moderator))).toBe(0);
	});

	it('is a decision about one’s text, told until it is read and never twice', async () => {
		const office = await openOffice();
		const { testApp } = office;
		const author = await testApp.person();
		const first = await office.send(author);
		await moderation.decide(testApp.as(office.moderator), rejecting('proposal', first.id));
		expect(await news.unseen(testApp.as(author))).toMatchObject({
			news: [{ kind: 'decision', word: 'reject', subject: 'proposal', number: first.number, title: 'Mehr Wohnungen' }]
		});
		expect(await kinds(testApp, author)).toEqual(['decision reject']);
		await read(testApp, author);
		await read(testApp, author);
		expect(await news.count(testApp.as(author))).toBe(0);
	});

	it('is only the decision that stands: a slip that was taken back in time is told to nobody', async () => {
		const office = await openOffice();
		const { testApp } = office;
		const author = await testApp.person();
		const { id } = await office.send(author);
		const noon = Date.parse(testApp.now);
		const minute = (past: number) => testApp.at(new Date(noon + past * 60_000).toISOString());
		await moderation.decide(testApp.as(office.moderator), publishing('proposal', id));
		minute(2);
		await moderation.decide(testApp.as(office.moderator), { ...about('proposal', id, 'published'), deed: 'reopen' });
		expect(await kinds(testApp, author)).toEqual([]);
		minute(4);
		await moderation.decide(testApp.as(office.moderator), rejecting('proposal', id));
		expect(await kinds(testApp, author)).toEqual(['decision reject']);
	});

	it('is that a text is looked at again, for whoever was told of the decision', async () => {
		const office = await openOffice();
		const { testApp } = office;
		const author = await testApp.person();
		const { id } = await office.send(author);
		const noon = Date.parse(testApp.now);
		await moderation.decide(testApp.as(office.moderator), rejecting('proposal', id));
		await read(testApp, author);
		testApp.at(new Date(noon + 60_000).toISOString());
		await moderation.decide(testApp.as(office.moderator), { ...about('proposal', id, 'rejected'), deed: 'reopen' });
		expect(await kinds(testApp, author)).toEqual(['decision reopen']);
	});

	it('stays new when it came after the page was opened', async () => {
		const office = await openOffice();
		const { testApp } = office;
		const author = await testApp.person();
		const [one, two] = [await office.send(author), await office.send(author, 'Wir brauchen mehr Bänke im Park.')];
		await moderation.decide(testApp.as(office.moderator), publishing('proposal', one.id));
		const shown = (await news.unseen(testApp.as(author))).news.map(({ item }) => item);
		await moderation.decide(testApp.as(office.moderator), rejecting('proposal', two.id));
		await news.markSeen(testApp.as(author), [...shown, 'answer:0190a000-0000-7000-8000-0000000000d1']);
		expect(await kinds(testApp, author)).toEqual(['decision reject']);
		const rows = await testApp.app.reader.selectFrom('newsSeen').selectAll().execute();
		expect(rows).toEqual([{ personId: author.id, item: shown[0] }]);
	});

	it('is what others say to one’s contribution and to one’s comment, once it is public', async () => {
		const office = await openOffice();
		const { testApp } = office;
		const [author, second] = [await testApp.person(), await testApp.person()];
		const number = await contribute(testApp, author);
		const publish = (id: string) =>
			transaction(testApp.as(null), (ctx) => comments.screened(ctx, id, { deed: 'publish' }));
		const root = await office.say(number, second);
		expect(await kinds(testApp, author)).toEqual([]);
		await publish(root);
		expect(await kinds(testApp, author)).toEqual(['reply']);
		const reply = await office.say(number, author, { parentId: root });
		await publish(reply);
		expect((await news.unseen(testApp.as(second))).news).toMatchObject([
			{ kind: 'reply', number, subject: 'proposal' }
		]);
		expect(await kinds(testApp, author)).toEqual(['reply']);
	});

	it('is an answer and a new version once they are published, with the points one has voted on, and of votes nothing is kept', async () => {
		const office = await openOffice();
		const { testApp } = office;
		const author = await testApp.person();
		const number = await contribute(testApp, author);
		const editor = await makeEditor(testApp);
		await editor.start();
		await editor.add({ from: [number] });
		const draft = await editor.draft();
		const { id } = await proposals.byNumber(testApp.as(null), number);
		await answers.write(editor.ctx, { proposals: [id], disposition: 'adopted', reason: 'Gut.', responsible: '' });
		await understanding.open(editor.ctx, draft.id);
		expect(await kinds(testApp, author)).toEqual(['asked']);
		await understanding.close(editor.ctx, draft.id);
		expect(await kinds(testApp, author)).toEqual([]);
		testApp.at('2027-05-11T12:00:00.000Z');
		await editor.publish();
		await transaction(testApp.as(null), async (ctx) =>
			answers.publishAnswers(ctx, await strategy.versionById(ctx, draft.id))
		);
		expect((await kinds(testApp, author)).sort()).toEqual(['answer adopted', 'version draft']);
		await read(testApp, author);

		const voter = await testApp.person();
		testApp.at('2027-05-12T12:00:00.000Z');
		await votes.castVote(testApp.as(voter), 1, 'agree');
		await editor.start();
		const reworded = { field: 'wohnen', title: 'Wohnungen zuerst', body: 'Das Land baut mehr.', why: 'Weil.' };
		await strategy.rewordPoint(editor.ctx, 1, { ...(await editor.marks()), ...reworded });
		testApp.at('2027-05-13T12:00:00.000Z');
		const second = await editor.publish();
		expect(await kinds(testApp, author)).toEqual(['version draft']);
		expect(await news.rewordedForMe(testApp.as(voter), second)).toEqual([{ number: 1, title: 'Wohnungen zuerst' }]);
		expect(await news.rewordedForMe(testApp.as(await testApp.person()), second)).toEqual([]);
		await read(testApp, voter);
		await read(testApp, author);
		const seen = await testApp.app.reader.selectFrom('newsSeen').selectAll().execute();
		const ofVersion = seen.filter(({ item }) => item.endsWith(draft.id) === false && item.startsWith('version:'));
		expect(new Set(ofVersion.map(({ personId }) => personId))).toEqual(new Set([author.id, voter.id]));
		expect(seen.filter(({ personId }) => personId === voter.id).every(({ item }) => /^version:/.test(item))).toBe(true);
	});

	it('is a phase that has begun since, as long as it runs', async () => {
		const office = await openOffice();
		const { testApp } = office;
		const author = await testApp.person();
		await testApp.phase('final', '2027-06-01T00:00:00.000Z', '2027-07-01T00:00:00.000Z', ['vote']);
		expect(await kinds(testApp, author)).toEqual([]);
		testApp.at('2027-06-02T12:00:00.000Z');
		expect(await news.unseen(testApp.as(author))).toMatchObject({ news: [{ kind: 'phase', title: 'Letzte Fassung' }] });
		testApp.at('2027-07-02T12:00:00.000Z');
		expect(await kinds(testApp, author)).toEqual([]);
	});

	it('goes with whoever leaves', async () => {
		const office = await openOffice();
		const { testApp } = office;
		const author = await testApp.person();
		const { id } = await office.send(author);
		await moderation.decide(testApp.as(office.moderator), publishing('proposal', id));
		await read(testApp, author);
		await privacy.closeOwnAccount(testApp.as(author), 'erase');
		expect(await testApp.app.reader.selectFrom('newsSeen').selectAll().execute()).toEqual([]);
	});
});

/** A batch of cards that are held, and a helper of its place. */
async function withCards(size: number) {
	const office = await openOffice();
	const { testApp } = office;
	const person = await testApp.person('none', { roles: ['helper'] });
	const helper = () => testApp.as(person);
	const form = { id: newId(), label: 'Café', group: 'affected', organisation: '', size, days: 90 } as const;
	const { codes } = await batches.issue(helper(), form);
	const holders: Person[] = [];
	for (const code of codes) {
		const id = await people.holderOf(testApp.as(null), tidyCode(code));
		holders.push(found(await people.byId(testApp.as(null), id), 'person'));
	}
	const publish = async (who: Person | undefined) => {
		const { id } = await office.send(found(who, 'person'));
		await moderation.decide(testApp.as(office.moderator), publishing('proposal', id));
	};
	const make = () => news.listCards(helper(), form.id);
	const list = () => news.cardList(helper(), form.id);
	return { testApp, holders, publish, make, list, batch: form.id };
}

describe('the place that gave the cards', () => {
	it('cannot tell by reloading which card wrote what has just been published', async () => {
		const { testApp, holders, publish, make, list } = await withCards(6);
		for (const holder of holders.slice(0, 5)) await publish(holder);
		expect((await list()).numbers).toEqual([]);
		await expect(make()).rejects.toMatchObject({ reason: 'newsTooFew', facts: { least: '5' } });
		testApp.at('2027-05-18T12:00:00.000Z');
		await make();
		const numbers = [1, 2, 3, 4, 5].map((number) => expect.stringMatching(new RegExp(`^[A-Z]+-${number}$`)));
		const until = '2027-05-17T00:00:00.000Z';
		const made = { until, numbers, next: '2027-05-24T00:00:00.000Z' };
		expect(await list()).toEqual(made);
		await publish(holders[5]);
		await read(testApp, found(holders[0], 'person'));
		expect(await list()).toEqual(made);
		await expect(make()).rejects.toMatchObject({ reason: 'newsListedThisWeek' });
		testApp.at('2027-05-25T12:00:00.000Z');
		await expect(make()).rejects.toMatchObject({ reason: 'newsTooFew' });
		expect(await list()).toEqual({ ...made, next: null });
	});

	it('never learns it of a batch with few cards', async () => {
		const { testApp, holders, publish, make } = await withCards(4);
		for (const holder of holders) await publish(holder);
		testApp.at('2027-05-18T12:00:00.000Z');
		await expect(make()).rejects.toMatchObject({ reason: 'newsTooFew' });
	});

	it('is the only one who learns it, and loses the card of whoever leaves', async () => {
		const { testApp, holders, publish, make, list, batch } = await withCards(5);
		for (const holder of holders) await publish(holder);
		testApp.at('2027-05-18T12:00:00.000Z');
		const other = testApp.as(await testApp.person('none', { roles: ['helper'] }));
		await expect(news.cardList(other, batch)).rejects.toMatchObject({ reason: 'batchNotYours' });
		await expect(news.listCards(other, batch)).rejects.toMatchObject({ reason: 'batchNotYours' });
		await make();
		await privacy.closeOwnAccount(testApp.as(found(holders[0], 'person')), 'erase');
		expect((await list()).numbers).toHaveLength(4);
	});
});

it.each([
	['2027-05-10T00:00:00.000Z', '2027-05-10'],
	['2027-05-16T23:59:59.999Z', '2027-05-10'],
	['2027-05-17T12:00:00.000Z', '2027-05-17'],
	['2028-01-01T12:00:00.000Z', '2027-12-27']
])('at %s a list counts what was before Monday, %s', (now, monday) => {
	expect(listMoment(now)).toBe(`${monday}T00:00:00.000Z`);
});
