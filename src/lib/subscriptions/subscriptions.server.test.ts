import { describe, expect, it } from 'vitest';
import * as news from '#lib/news/news.server.ts';
import * as batches from '#lib/people/cards/batches.server.ts';
import { tidyCode } from '#lib/people/cards/cardCode.ts';
import * as cards from '#lib/people/cards/cards.server.ts';
import * as replacing from '#lib/people/cards/replaceCard.server.ts';
import * as people from '#lib/people/people.server.ts';
import * as privacy from '#lib/privacy/privacy.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { deliver } from '#lib/server/mail/outbox.server.ts';
import { found } from '#lib/verdict.ts';
import { publishing, rejecting } from '../../../tests/support/files/office.ts';
import { kept, MAIL, scene, tokenIn } from '../../../tests/support/subscribers.ts';
import { withWords } from '../wording/wording.server.ts';
import * as subscriptions from './subscriptions.server.ts';

const TITLE = 'Mehr Wohnungen';

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

	it('floods nobody: one gets four first mails to an address, all together twelve', async () => {
		const { testApp, turn } = await scene();
		const [author, other] = [await testApp.person(), await testApp.person()];
		for (let i = 0; i < 5; i++) await subscriptions.followOwn(testApp.as(author), MAIL);
		expect(await turn()).toHaveLength(4);
		// Whoever has used up what they have has not used up what the owner of the address has.
		await subscriptions.followOwn(testApp.as(other), MAIL);
		expect(await turn()).toHaveLength(1);
		for (let i = 0; i < 10; i++) await subscriptions.followOwn(testApp.as(await testApp.person()), MAIL);
		expect(await turn()).toHaveLength(7);
	});

	it('is no way to write to strangers: six first mails from one account, to whichever addresses', async () => {
		const { testApp, turn } = await scene();
		const author = testApp.as(await testApp.person());
		const order = (to: number) => subscriptions.followOwn(author, { ...MAIL, email: `fremd-${to}@example.org` });
		for (let to = 0; to < 6; to++) await order(to);
		await expect(order(6)).rejects.toMatchObject({ reason: 'tooManyTries' });
		expect(await turn()).toHaveLength(6);
		expect(await subscriptions.mine(author)).toMatchObject({ mail: { address: 'f…@example.org' } });
	});

	it('tells of everything at last, thirty at a time, and says how much is to come', async () => {
		const { testApp, send, decide, turn, follow, minute } = await scene();
		const author = await testApp.person();
		const { id: proposalId, number } = await send(author);
		await decide(proposalId, publishing);
		await follow(author);
		minute(2);
		await transaction(testApp.as(null), async ({ db, now }) => {
			const head = { proposalId, consultationId: testApp.consultationId, authorName: 'Weide', authorGroup: 'affected' };
			const said = { ...head, authorId: null, stance: 'pro' as const, body: 'Ja.', createdAt: now, publishedAt: now };
			const rows = Array.from({ length: 67 }, () => ({ ...said, id: newId() }));
			await db.insertInto('comments').values(rows).execute();
		});
		for (const [later, told, more] of [
			[70, 30, 37],
			[140, 30, 7],
			[210, 7, 0],
			[280, 0, 0]
		] as const) {
			minute(later);
			const [mail, ...others] = await turn();
			expect(others).toEqual([]);
			expect(mail?.words.split(`/beitraege/${number}#kommentare`).length ?? 1).toBe(told + 1);
			expect(/noch (\d+) weitere/.exec(mail?.words ?? '')?.[1] ?? '0').toBe(String(more));
		}
	});

	it('is neither ordered nor kept long after the last phase', async () => {
		const { testApp, follow } = await scene();
		const author = await testApp.person();
		await follow(author);
		testApp.at('2027-08-29T12:00:00.000Z');
		await privacy.applyRetention(testApp.as(null));
		expect(await kept(testApp)).toHaveLength(1);
		expect(await subscriptions.mayFollowOwn(testApp.as(author))).toEqual({ ok: true });
		testApp.at('2027-08-31T12:00:00.000Z');
		await privacy.applyRetention(testApp.as(null));
		expect(await kept(testApp)).toEqual([]);
		const over = { reason: 'phaseOver', facts: { until: '30. August 2027' } };
		await expect(subscriptions.followOwn(testApp.as(author), MAIL)).rejects.toMatchObject(over);
		await expect(subscriptions.makeFeed(testApp.as(author))).rejects.toMatchObject(over);
	});
});

describe('a card that was lost, copied or taken back', () => {
	/** Somebody came in with the first of two cards and ordered mails and a feed; the holder of the second did as well. */
	async function ordered() {
		const all = await scene();
		const { testApp, worker } = all;
		const helper = testApp.as(await testApp.person('none', { roles: ['helper'] }));
		const form = { id: newId(), label: 'Café', group: 'affected', organisation: '', size: 2, days: 30 } as const;
		const codes = (await batches.issue(helper, form)).codes.map(tidyCode);
		const feeds: string[] = [];
		for (const [index, code] of codes.entries()) {
			const holder = testApp.as(await people.byId(worker(), await people.holderOf(worker(), code)));
			await subscriptions.followOwn(holder, { ...MAIL, email: `fremd-${index}@example.org` });
			const [mail] = await all.turn();
			await subscriptions.confirm(worker(), tokenIn(mail?.words));
			await subscriptions.makeFeed(holder);
			const { feed } = await subscriptions.mine(holder);
			feeds.push(tokenIn(subscriptions.feedAddress(holder, found(feed, 'feed').id)));
		}
		return { ...all, helper, batch: form.id, code: codes[0] ?? '', feeds };
	}

	const ways: [string, number, (scene: Awaited<ReturnType<typeof ordered>>) => Promise<unknown>][] = [
		['replaced', 2, ({ helper, batch }) => replacing.replace(helper, batch, { id: newId(), number: 1 })],
		['taken back', 2, ({ helper, batch }) => cards.revokeCard(helper, batch, 1)],
		[
			'taken back with all of its batch',
			0,
			async ({ testApp, batch }) =>
				batches.revoke(testApp.as(await testApp.person('none', { roles: ['admin'] })), batch)
		]
	];
	it.each(ways)('lets nobody hear anything any more once it is %s', async (_, left, end) => {
		const all = await ordered();
		expect(await kept(all.testApp)).toHaveLength(4);
		await end(all);
		expect(await kept(all.testApp)).toHaveLength(left);
		const [feed = '', other = ''] = all.feeds;
		await expect(subscriptions.feedNews(all.worker(), feed)).rejects.toMatchObject({ reason: 'subscriptionOver' });
		if (left > 0) expect(await subscriptions.feedNews(all.worker(), other)).toEqual([]);
	});

	it('lets nobody hear anything who came in with the new code, once its holder has stopped that', async () => {
		const all = await ordered();
		const { code } = await replacing.replace(all.helper, all.batch, { id: newId(), number: 1 });
		const holder = await people.holderOf(all.worker(), tidyCode(code));
		await subscriptions.makeFeed(all.testApp.as(await people.byId(all.worker(), holder)));
		expect(await kept(all.testApp)).toHaveLength(3);
		await replacing.stop(all.worker(), all.code);
		expect(await kept(all.testApp)).toHaveLength(2);
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
