import { afterEach, describe, expect, it } from 'vitest';
import { openMailServer, type MailServer } from '../../../../tests/support/machine/mailServer.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import { transaction } from '../db/transaction.ts';
import type { Mail } from './mail.ts';
import { deliver, enqueue, sweep } from './outbox.server.ts';
import type { Send } from './post.server.ts';

const offices: MailServer[] = [];
afterEach(() => offices.splice(0).forEach((office) => office.close()));

async function openOffice(): Promise<MailServer> {
	const office = await openMailServer();
	offices.push(office);
	return office;
}

const mail = (more: Partial<Mail> = {}): Mail => ({
	to: 'redaktion@example.org',
	subject: 'Eine Fassung wartet auf Freigabe',
	body: 'Guten Tag,\n\nbitte prüfen Sie die Fassung.\n',
	...more
});

const put = (testApp: TestApp, one = mail()) => transaction(testApp.as(null), (ctx) => enqueue(ctx, one));
const minutes = (count: number) => new Date(Date.parse('2027-05-10T12:00:00.000Z') + count * 60_000).toISOString();

describe('a mail', () => {
	it('written while the clock was a month ahead goes out when it is set back, and is tried no oftener than others', async () => {
		const [testApp, office] = [await makeTestApp(), await openOffice()];
		testApp.at(minutes(43_200));
		await put(testApp);
		testApp.at(minutes(0));
		office.refuse = 1;
		expect(await deliver(testApp.as(null), office.send)).toBe(0);
		expect(await deliver(testApp.as(null), office.send)).toBe(0);
		testApp.at(minutes(60));
		expect(await deliver(testApp.as(null), office.send)).toBe(1);
		expect(office.letters).toHaveLength(1);
	});

	it('arrives exactly once, as it was written', async () => {
		const [testApp, office] = [await makeTestApp(), await openOffice()];
		await put(testApp);
		expect(await deliver(testApp.as(null), office.send)).toBe(1);
		expect(await deliver(testApp.as(null), office.send)).toBe(0);
		testApp.at(minutes(100_000));
		expect(await deliver(testApp.as(null), office.send)).toBe(0);
		expect(office.letters).toHaveLength(1);
		expect(office.letters[0]?.to).toEqual(['redaktion@example.org']);
		expect(office.letters[0]?.raw).toMatch(/^From: Teilhabe <teilhabe@example.org>/m);
		expect(office.letters[0]?.raw).toMatch(/pr=C3=BCfen/);
	});

	it('arrives once although several processes deliver at the same time', async () => {
		const [testApp, office] = [await makeTestApp(), await openOffice()];
		for (let i = 0; i < 6; i++) await put(testApp, mail({ subject: `Nummer ${i}` }));
		const sent = await Promise.all([1, 2, 3].map(() => deliver(testApp.as(null), office.send)));
		expect(sent.reduce((sum, one) => sum + one, 0)).toBe(6);
		expect(new Set(office.letters.map(({ raw }) => /Nummer \d/.exec(raw)?.[0])).size).toBe(6);
		expect(office.letters).toHaveLength(6);
	});

	it('never goes when the deed did not happen', async () => {
		const [testApp, office] = [await makeTestApp(), await openOffice()];
		const deed = transaction(testApp.as(null), async (ctx) => {
			await enqueue(ctx, mail());
			throw new Error('refused after all');
		});
		await expect(deed).rejects.toThrow('refused after all');
		expect(await deliver(testApp.as(null), office.send)).toBe(0);
		await expect(enqueue(testApp.as(null), mail())).rejects.toThrow('inside a transaction');
	});

	it('that was not taken comes again after a minute, then after five, with the same Message-ID', async () => {
		const [testApp, office] = [await makeTestApp(), await openOffice()];
		office.refuse = 2;
		await put(testApp);
		const ids: string[] = [];
		const send: Send = (letter) => {
			ids.push(letter.id);
			return office.send(letter);
		};
		expect(await deliver(testApp.as(null), send)).toBe(0);
		for (const [minute, sent, tries] of [
			[0.9, 0, 1],
			[1, 0, 2],
			[5.9, 0, 2],
			[6, 1, 3]
		] as const) {
			testApp.at(minutes(minute));
			expect([await deliver(testApp.as(null), send), ids.length]).toEqual([sent, tries]);
		}
		expect(new Set(ids).size).toBe(1);
		expect(office.letters[0]?.raw).toContain(`Message-ID: <${ids[0]}@localhost>`);
	});

	it('that nobody takes is given up after days, and no other waits for it', async () => {
		const [testApp, office] = [await makeTestApp(), await openOffice()];
		office.refuse = 1_000;
		await put(testApp);
		let tries = 0;
		const send: Send = (letter) => {
			tries++;
			return office.send(letter);
		};
		for (let day = 0; day < 20; day++) {
			testApp.at(minutes(day * 1_440));
			await deliver(testApp.as(null), send);
		}
		const row = await testApp.app.reader.selectFrom('outbox').selectAll().executeTakeFirstOrThrow();
		expect(row).toMatchObject({ tries: 9, sentAt: null });
		expect([tries, row.givenUpAt === null]).toEqual([9, false]);
		office.refuse = 0;
		await put(testApp, mail({ subject: 'Die nächste' }));
		expect(await deliver(testApp.as(null), send)).toBe(1);
	});

	it('is forgotten a month after it was sent', async () => {
		const [testApp, office] = [await makeTestApp(), await openOffice()];
		await put(testApp);
		await deliver(testApp.as(null), office.send);
		await sweep(testApp.as(null));
		expect(await testApp.app.reader.selectFrom('outbox').selectAll().execute()).toHaveLength(1);
		testApp.at(minutes(31 * 1_440));
		await put(testApp);
		await sweep(testApp.as(null));
		const left = await testApp.app.reader.selectFrom('outbox').select('sentAt').execute();
		expect(left).toEqual([{ sentAt: null }]);
	});
});

describe('a mail whose address nobody needs to know', () => {
	it('arrives, and neither the address nor the words ever stand in the database', async () => {
		const [testApp, office] = [await makeTestApp(), await openOffice()];
		await transaction(testApp.as(null), (ctx) => enqueue(ctx, mail(), { sealed: 'all' }));
		const kept = async () => JSON.stringify(await testApp.app.reader.selectFrom('outbox').selectAll().execute());
		expect(await kept()).not.toMatch(/example|prüfen/);
		expect(await deliver(testApp.as(null), office.send)).toBe(1);
		expect(office.letters[0]?.to).toEqual(['redaktion@example.org']);
		expect(JSON.parse(await kept())).toMatchObject([{ recipient: '', body: '', sealed: null }]);
	});
});

describe('a mail that waited while there was no mail server', () => {
	it('goes out within a day, and never later', async () => {
		const [testApp, office] = [await makeTestApp(), await openOffice()];
		await put(testApp, mail({ subject: 'Alt' }));
		testApp.at(minutes(20 * 60));
		await put(testApp, mail({ subject: 'Neu' }));
		testApp.at(minutes(25 * 60));
		expect(await deliver(testApp.as(null), office.send)).toBe(1);
		expect(office.letters.map(({ raw }) => /^Subject: (.*)$/m.exec(raw)?.[1])).toEqual(['Neu']);
	});
});

describe('what somebody writes into a mail', () => {
	it('cannot add a header or a recipient', async () => {
		const [testApp, office] = [await makeTestApp(), await openOffice()];
		await put(testApp, mail({ subject: 'Neu\r\nBcc: alle@example.org\r\n\r\nEin anderer Text' }));
		await put(testApp, mail({ body: 'Guten Tag\r\n.\r\nRCPT TO:<alle@example.org>\r\n' }));
		await deliver(testApp.as(null), office.send);
		expect(office.letters.map(({ to }) => to)).toEqual([['redaktion@example.org'], ['redaktion@example.org']]);
		expect(office.letters[0]?.raw).toMatch(/^Subject: Neu Bcc: alle@example\.org Ein anderer Text/m);
		expect(office.letters[0]?.raw).not.toMatch(/^Bcc:/m);
	});

	const addresses = [
		'a@example.org, b@example.org',
		'a@example.org\r\nBcc: b@example.org',
		'A <a@example.org>',
		'nobody'
	];
	it.each(addresses)('cannot go to %j', async (to) => {
		const testApp = await makeTestApp();
		await expect(put(testApp, mail({ to }))).rejects.toThrow();
	});
});
