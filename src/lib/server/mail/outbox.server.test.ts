import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { makeTown, type Town } from '../../../../tests/support/town.ts';
import { readConfig } from '../config.ts';
import { together } from '../db/together.ts';
import type { Mail } from './mail.ts';
import { deliver, enqueue, sweep } from './outbox.server.ts';
import { openPost, type Send } from './post.server.ts';

interface Office {
	send: Send;
	/** What arrived, as it was sent. */
	letters: { to: string[]; raw: string }[];
	/** So many mails are not taken first. */
	refuse: number;
	close(): void;
}

const offices: Office[] = [];
afterEach(() => offices.splice(0).forEach((office) => office.close()));

/** A real mail server. */
async function openOffice(): Promise<Office> {
	const office: Office = { send: async () => {}, letters: [], refuse: 0, close: () => server.close(() => undefined) };
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS', 'AUTH'],
		onData(stream, session, done) {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => {
				if (office.refuse-- > 0) return done(Object.assign(new Error('come back later'), { responseCode: 451 }));
				const to = session.envelope.rcptTo.map(({ address }) => address);
				office.letters.push({ to, raw: Buffer.concat(chunks).toString() });
				done();
			});
		}
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.server.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	const config = readConfig({ SMTP_URL: `smtp://127.0.0.1:${address.port}`, MAIL_FROM: 'teilhabe@example.org' });
	office.send = openPost(config) ?? office.send;
	offices.push(office);
	return office;
}

const mail = (more: Partial<Mail> = {}): Mail => ({
	to: 'redaktion@example.org',
	subject: 'Eine Fassung wartet auf Freigabe',
	body: 'Guten Tag,\n\nbitte prüfen Sie die Fassung.\n',
	...more
});

const put = (town: Town, one = mail()) => together(town.as(null), (ctx) => enqueue(ctx, one));
const minutes = (count: number) => new Date(Date.parse('2027-05-10T12:00:00.000Z') + count * 60_000).toISOString();

describe('a mail', () => {
	it('written while the clock was a month ahead goes out when it is set back, and is tried no oftener than others', async () => {
		const [town, office] = [await makeTown(), await openOffice()];
		town.at(minutes(43_200));
		await put(town);
		town.at(minutes(0));
		office.refuse = 1;
		expect(await deliver(town.as(null), office.send)).toBe(0);
		expect(await deliver(town.as(null), office.send)).toBe(0);
		town.at(minutes(60));
		expect(await deliver(town.as(null), office.send)).toBe(1);
		expect(office.letters).toHaveLength(1);
	});

	it('arrives exactly once, as it was written', async () => {
		const [town, office] = [await makeTown(), await openOffice()];
		await put(town);
		expect(await deliver(town.as(null), office.send)).toBe(1);
		expect(await deliver(town.as(null), office.send)).toBe(0);
		town.at(minutes(100_000));
		expect(await deliver(town.as(null), office.send)).toBe(0);
		expect(office.letters).toHaveLength(1);
		expect(office.letters[0]?.to).toEqual(['redaktion@example.org']);
		expect(office.letters[0]?.raw).toMatch(/^From: Teilhabe <teilhabe@example.org>/m);
		expect(office.letters[0]?.raw).toMatch(/pr=C3=BCfen/);
	});

	it('arrives once although several processes deliver at the same time', async () => {
		const [town, office] = [await makeTown(), await openOffice()];
		for (let i = 0; i < 6; i++) await put(town, mail({ subject: `Nummer ${i}` }));
		const sent = await Promise.all([1, 2, 3].map(() => deliver(town.as(null), office.send)));
		expect(sent.reduce((sum, one) => sum + one, 0)).toBe(6);
		expect(new Set(office.letters.map(({ raw }) => /Nummer \d/.exec(raw)?.[0])).size).toBe(6);
		expect(office.letters).toHaveLength(6);
	});

	it('never goes when the deed did not happen', async () => {
		const [town, office] = [await makeTown(), await openOffice()];
		const deed = together(town.as(null), async (ctx) => {
			await enqueue(ctx, mail());
			throw new Error('refused after all');
		});
		await expect(deed).rejects.toThrow('refused after all');
		expect(await deliver(town.as(null), office.send)).toBe(0);
		await expect(enqueue(town.as(null), mail())).rejects.toThrow('together');
	});

	it('that was not taken comes again after a minute, then after five, with the same Message-ID', async () => {
		const [town, office] = [await makeTown(), await openOffice()];
		office.refuse = 2;
		await put(town);
		const ids: string[] = [];
		const send: Send = (letter) => {
			ids.push(letter.id);
			return office.send(letter);
		};
		expect(await deliver(town.as(null), send)).toBe(0);
		for (const [minute, sent, tries] of [
			[0.9, 0, 1],
			[1, 0, 2],
			[5.9, 0, 2],
			[6, 1, 3]
		] as const) {
			town.at(minutes(minute));
			expect([await deliver(town.as(null), send), ids.length]).toEqual([sent, tries]);
		}
		expect(new Set(ids).size).toBe(1);
		expect(office.letters[0]?.raw).toContain(`Message-ID: <${ids[0]}@localhost>`);
	});

	it('that nobody takes is given up after days, and no other waits for it', async () => {
		const [town, office] = [await makeTown(), await openOffice()];
		office.refuse = 1_000;
		await put(town);
		let tries = 0;
		const send: Send = (letter) => {
			tries++;
			return office.send(letter);
		};
		for (let day = 0; day < 20; day++) {
			town.at(minutes(day * 1_440));
			await deliver(town.as(null), send);
		}
		const row = await town.house.reader.selectFrom('outbox').selectAll().executeTakeFirstOrThrow();
		expect(row).toMatchObject({ tries: 9, sentAt: null });
		expect([tries, row.givenUpAt === null]).toEqual([9, false]);
		office.refuse = 0;
		await put(town, mail({ subject: 'Die nächste' }));
		expect(await deliver(town.as(null), send)).toBe(1);
	});

	it('is forgotten a month after it was sent', async () => {
		const [town, office] = [await makeTown(), await openOffice()];
		await put(town);
		await deliver(town.as(null), office.send);
		await sweep(town.as(null));
		expect(await town.house.reader.selectFrom('outbox').selectAll().execute()).toHaveLength(1);
		town.at(minutes(31 * 1_440));
		await put(town);
		await sweep(town.as(null));
		const left = await town.house.reader.selectFrom('outbox').select('sentAt').execute();
		expect(left).toEqual([{ sentAt: null }]);
	});
});

describe('a mail that waited while there was no mail server', () => {
	it('goes out within a day, and never later', async () => {
		const [town, office] = [await makeTown(), await openOffice()];
		await put(town, mail({ subject: 'Alt' }));
		town.at(minutes(20 * 60));
		await put(town, mail({ subject: 'Neu' }));
		town.at(minutes(25 * 60));
		expect(await deliver(town.as(null), office.send)).toBe(1);
		expect(office.letters.map(({ raw }) => /^Subject: (.*)$/m.exec(raw)?.[1])).toEqual(['Neu']);
	});
});

describe('what somebody writes into a mail', () => {
	it('cannot add a header or a recipient', async () => {
		const [town, office] = [await makeTown(), await openOffice()];
		await put(town, mail({ subject: 'Neu\r\nBcc: alle@example.org\r\n\r\nEin anderer Text' }));
		await put(town, mail({ body: 'Guten Tag\r\n.\r\nRCPT TO:<alle@example.org>\r\n' }));
		await deliver(town.as(null), office.send);
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
		const town = await makeTown();
		await expect(put(town, mail({ to }))).rejects.toThrow();
	});
});
