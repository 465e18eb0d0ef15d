import { afterEach, describe, expect, it } from 'vitest';
import * as moderation from '#lib/moderation/moderation.server.ts';
import * as news from '#lib/news/news.server.ts';
import type { Person } from '#lib/people/person.ts';
import * as privacy from '#lib/privacy/privacy.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { deliver } from '#lib/server/mail/outbox.server.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { found } from '#lib/verdict.ts';
import { openMailServer, wordsOf, type MailServer } from '../../../tests/support/machine/mailServer.ts';
import { openOffice, publishing, rejecting } from '../../../tests/support/files/office.ts';
import { makeEditor } from '../../../tests/support/strategy/strategy.ts';
import { withWords } from '../wording/wording.server.ts';
import * as subscriptions from './subscriptions.server.ts';

const servers: MailServer[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

const MAIL = { email: 'Maria@example.org', rhythm: 'hourly' } as const;
const TITLE = 'Mehr Wohnungen';

/** A moderation at work, a real mail server, and a clock that is put forward by minutes. */
async function scene() {
	const [office, server] = [await openOffice(), await openMailServer()];
	servers.push(server);
	const { testApp } = office;
	testApp.app.config.smtpUrl = server.url;
	const begin = Date.parse(testApp.now);
	const minute = (past: number) => testApp.at(new Date(begin + past * 60_000).toISOString());
	const worker = () => testApp.as(null);
	/** The chores run; what has arrived since. */
	const turn = async () => {
		const before = server.letters.length;
		await subscriptions.send(worker());
		await deliver(worker(), server.send);
		return server.letters.slice(before).map(({ to, raw }) => ({ to, subject: raw, words: wordsOf(raw) }));
	};
	/** Asks, gets the mail, presses the link. */
	const follow = async (person: Person, form: { email: string; rhythm: 'hourly' | 'weekly' } = MAIL) => {
		await subscriptions.followOwn(testApp.as(person), form);
		const [mail] = await turn();
		const token = tokenIn(mail?.words);
		await subscriptions.confirm(worker(), token);
		return token;
	};
	const decide = (id: string, how: typeof publishing | typeof rejecting) =>
		moderation.decide(testApp.as(office.moderator), how('proposal', id));
	return { ...office, server, minute, turn, follow, decide, worker };
}

const tokenIn = (words = '') => found(/\/nachrichten\/([\w-]+)/.exec(words)?.[1], 'link');
const kept = ({ app }: { app: Ctx['app'] }) => app.reader.selectFrom('subscriptions').selectAll().execute();

describe('mail about one’s own texts', () => {
	it('comes to nobody who has not pressed the link in the first mail', async () => {
		const { testApp, send, decide, minute, turn } = await scene();
		const author = await testApp.person();
		await subscriptions.followOwn(testApp.as(author), MAIL);
		const [first, ...others] = await turn();
		expect(others).toEqual([]);
		expect(first?.to).toEqual(['Maria@example.org']);
		const { id } = await send(author);
		minute(1);
		await decide(id, publishing);
		minute(120);
		expect(await turn()).toEqual([]);
		minute(48 * 60 + 1);
		expect(await turn()).toEqual([]);
		expect(await kept(testApp)).toEqual([]);
		await expect(subscriptions.confirm(testApp.as(null), tokenIn(first?.words))).rejects.toMatchObject({
			reason: 'subscriptionOver'
		});
	});

	it('comes once, names the number and never the text, and a second time only for what is new again', async () => {
		const { testApp, send, decide, minute, turn, follow } = await scene();
		const author = await testApp.person();
		const one = await send(author);
		await follow(author);
		minute(30);
		await decide(one.id, rejecting);
		minute(61);
		const [mail, ...others] = await turn();
		expect(others).toEqual([]);
		expect(mail?.words).toContain(`Beitrag ${one.number}`);
		expect(mail?.words).toContain('/nachrichten/');
		expect(mail?.words).not.toContain(TITLE);
		for (const later of [62, 130, 200, 1_000]) {
			minute(later);
			expect(await turn()).toEqual([]);
		}
		const two = await send(author, 'Wir brauchen mehr Bänke im Park.');
		minute(1_010);
		await decide(two.id, publishing);
		minute(1_100);
		expect((await turn()).map(({ words }) => words.includes(`Beitrag ${two.number}`))).toEqual([true]);
	});

	it('tells nothing that is younger than ten minutes, nor what was read on the page meanwhile', async () => {
		const { testApp, send, decide, minute, turn, follow } = await scene();
		const author = await testApp.person();
		const { id } = await send(author);
		await follow(author);
		minute(55);
		await decide(id, publishing);
		minute(61);
		expect(await turn()).toEqual([]);
		const unseen = (await news.unseen(testApp.as(author))).news.map(({ item }) => item);
		await news.markSeen(testApp.as(author), unseen);
		minute(130);
		expect(await turn()).toEqual([]);
	});

	it('comes on Monday at seven to whoever wants it once a week', async () => {
		const { testApp, send, decide, turn, follow } = await scene();
		testApp.at('2027-05-12T12:00:00.000Z');
		const author = await testApp.person();
		const { id } = await send(author);
		await follow(author, { ...MAIL, rhythm: 'weekly' });
		testApp.at('2027-05-13T12:00:00.000Z');
		await decide(id, publishing);
		for (const [now, mails] of [
			['2027-05-14T12:00:00.000Z', 0],
			['2027-05-17T04:59:00.000Z', 0],
			['2027-05-17T05:00:00.000Z', 1],
			['2027-05-17T05:01:00.000Z', 0],
			['2027-05-24T06:00:00.000Z', 0]
		] as const) {
			testApp.at(now);
			expect(await turn(), now).toHaveLength(mails);
		}
	});

	it('goes out once although several processes look at the same time', async () => {
		const { testApp, send, decide, minute, follow, worker, server } = await scene();
		const author = await testApp.person();
		const { id } = await send(author);
		await follow(author);
		minute(30);
		await decide(id, publishing);
		minute(70);
		const before = server.letters.length;
		await Promise.all([1, 2, 3].map(() => subscriptions.send(worker())));
		await deliver(worker(), server.send);
		expect(server.letters.length - before).toBe(1);
	});

	it('ends by the link in every mail, by the page and with the card; the address is in no row afterwards', async () => {
		const { testApp, follow, worker } = await scene();
		const author = await testApp.person();
		const token = await follow(author);
		expect(JSON.stringify(await kept(testApp))).not.toMatch(/maria/i);
		expect(await subscriptions.mine(testApp.as(author))).toMatchObject({
			mail: { address: 'M…@example.org', rhythm: 'hourly', confirmed: true },
			feed: null
		});
		await subscriptions.stop(worker(), token);
		await subscriptions.stop(worker(), token);
		expect(await kept(testApp)).toEqual([]);
		await follow(author, { ...MAIL, email: 'anders@example.org' });
		await subscriptions.stopOwn(testApp.as(author), 'mail');
		expect(await kept(testApp)).toEqual([]);
		await follow(author, { ...MAIL, email: 'dritte@example.org' });
		await subscriptions.makeFeed(testApp.as(author));
		await privacy.closeOwnAccount(testApp.as(author), 'erase');
		expect(await kept(testApp)).toEqual([]);
	});

	it('takes the place of what was asked for before, and is nothing for staff', async () => {
		const { testApp, follow, moderator } = await scene();
		const author = await testApp.person();
		await follow(author);
		await subscriptions.followOwn(testApp.as(author), { email: 'neu@example.org', rhythm: 'weekly' });
		expect(await subscriptions.mine(testApp.as(author))).toMatchObject({
			mail: { address: 'n…@example.org', confirmed: false }
		});
		await expect(subscriptions.followOwn(testApp.as(moderator), MAIL)).rejects.toMatchObject({
			reason: 'staffTakesNoPart'
		});
		await expect(subscriptions.followOwn(testApp.as(null), MAIL)).rejects.toMatchObject({ reason: 'signInFirst' });
		testApp.app.config.smtpUrl = null;
		await expect(subscriptions.followOwn(testApp.as(author), MAIL)).rejects.toMatchObject({ reason: 'noMailHere' });
	});

	it('is written in the language in which it was asked for', async () => {
		const { testApp, send, decide, minute, turn } = await scene();
		const author = await testApp.person();
		const ctx = { ...testApp.as(author), locale: 'uk' } as const;
		await withWords(ctx, () => subscriptions.followOwn(ctx, MAIL));
		const [first] = await turn();
		expect(first?.words).toMatch(/[а-яї]{4}/i);
		expect(first?.words).toContain('/uk/nachrichten/');
		await subscriptions.confirm(testApp.as(null), tokenIn(first?.words));
		const { id } = await send(author);
		minute(5);
		await decide(id, publishing);
		minute(70);
		const [mail] = await turn();
		expect(mail?.words).toMatch(/[а-яї]{4}/i);
		expect(mail?.words).not.toContain('Guten Tag');
	});

	it('floods nobody: an address gets four first mails, whoever asks', async () => {
		const { testApp, turn } = await scene();
		for (let i = 0; i < 10; i++) await subscriptions.followOwn(testApp.as(await testApp.person()), MAIL);
		expect(await turn()).toHaveLength(4);
	});
});

describe('mail about a point', () => {
	async function withPoint() {
		const all = await scene();
		const editor = await makeEditor(all.testApp);
		await editor.start();
		await editor.add({});
		await editor.publish();
		const reword = async (title: string) => {
			await editor.start();
			const words = { field: 'wohnen', title, body: 'Das Land baut mehr.', why: 'Weil.' };
			await strategy.rewordPoint(editor.ctx, 1, { ...(await editor.marks()), ...words });
		};
		return { ...all, editor, reword };
	}

	it('is for anybody, and tells of what is published only', async () => {
		const { testApp, minute, turn, worker, editor, reword } = await withPoint();
		await subscriptions.followPoint(testApp.as(null), 1, MAIL);
		const [first] = await turn();
		await subscriptions.confirm(worker(), tokenIn(first?.words));
		minute(5);
		await reword('Wohnungen zuerst');
		minute(100);
		expect(await turn()).toEqual([]);
		await editor.publish();
		minute(200);
		const [mail, ...others] = await turn();
		expect(others).toEqual([]);
		expect(mail?.words).toContain('Wohnungen zuerst');
		expect(mail?.words).toContain('/fassungen/2#punkt-1');
		minute(400);
		expect(await turn()).toEqual([]);
		const { news } = await subscriptions.pointNews(testApp.as(null), 1);
		expect(news).toMatchObject([{ kind: 'wording', version: 2 }]);
	});

	it('says to nobody whether an address follows it, and has it once', async () => {
		const { testApp, turn, worker } = await withPoint();
		await subscriptions.followPoint(testApp.as(null), 1, MAIL);
		const [first] = await turn();
		await subscriptions.confirm(worker(), tokenIn(first?.words));
		await subscriptions.followPoint(testApp.as(null), 1, { ...MAIL, email: 'maria@EXAMPLE.org' });
		const [again] = await turn();
		expect(again?.words.replace(/\/nachrichten\/\S+/, '')).toBe(first?.words.replace(/\/nachrichten\/\S+/, ''));
		expect(await kept(testApp)).toHaveLength(1);
	});

	it('is not there for a point that is not published', async () => {
		const { testApp } = await withPoint();
		for (const number of [2, 0, Number.NaN, 1e9])
			await expect(subscriptions.followPoint(testApp.as(null), number, MAIL)).rejects.toThrow(/point/);
	});
});

describe('a feed of one’s own', () => {
	it('tells what is new to whoever has its address, until there is another', async () => {
		const { testApp, send, decide, minute, worker } = await scene();
		const author = await testApp.person();
		const { id } = await send(author);
		await subscriptions.makeFeed(testApp.as(author));
		const tokenNow = async () => {
			const { feed } = await subscriptions.mine(testApp.as(author));
			return tokenIn(subscriptions.feedAddress(worker(), found(feed, 'feed').id));
		};
		const token = await tokenNow();
		minute(5);
		await decide(id, publishing);
		minute(20);
		expect(await subscriptions.feedNews(worker(), token)).toMatchObject([{ kind: 'decision', word: 'publish' }]);
		await subscriptions.makeFeed(testApp.as(author));
		expect(await tokenNow()).not.toBe(token);
		await expect(subscriptions.feedNews(worker(), token)).rejects.toMatchObject({ reason: 'subscriptionOver' });
		for (const wrong of ['', 'x', `${token.slice(0, -1)}x`, token.slice(0, 36)])
			await expect(subscriptions.feedNews(worker(), wrong)).rejects.toMatchObject({ reason: 'subscriptionOver' });
	});
});
