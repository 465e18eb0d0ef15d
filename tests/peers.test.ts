import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SLUGS } from '#lib/data/dataset.ts';
import * as data from '#lib/data/data.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import { newId } from '#lib/server/ids.ts';
import { sha256 } from '#lib/sha256.ts';
import type { Locale } from '#lib/texts/locales/locale.ts';
import { DAY } from '#lib/time.ts';
import type { Who } from './journeys/support/people.ts';
import { openFormTown, type Browser, type FormTown } from './support/forms/formTown.ts';
import { readPdf } from './support/files/pdf.ts';
import {
	addresses,
	addressesOf,
	comparable,
	encoded,
	everythingSent,
	inLanguage,
	NO_NUMBER,
	NOTHING,
	toldIn,
	wordsOf
} from './support/peers/asked.ts';
import {
	actingIn,
	beginPeerPhase,
	followAll,
	instant,
	MEETING,
	NUMBER,
	POINT,
	tellEverybody,
	WORD,
	writeAmongPeers,
	type As,
	type Written
} from './support/peers/groupWrites.ts';

/**
 * What a group writes in a phase of its own, and what it says at a meeting meanwhile, is found by nobody else, whatever they
 * ask for or send; once it is over, by everybody. Every page, file, feed and interface is asked, for its words, for its
 * number, and whether anything says something else than before it was written.
 */
let site: FormTown;
let as: As;
let phaseId: string;
let texts: Written;
let feeds: Map<Who, string>;

/** Everybody but the group, with the languages in which they ask. */
const OTHERS: readonly (readonly [Who | null, Locale, Locale])[] = [
	...[[null, 'leicht', 'ar'] as const, ['researcher', 'uk', 'en'] as const, ['organisation', 'tr', 'bg'] as const],
	...[['helper', 'ru', 'leicht'] as const, ['moderator', 'en', 'ro'] as const, ['editor', 'pl', 'tr'] as const],
	...[['publisher', 'ro', 'uk'] as const, ['admin', 'ar', 'pl'] as const]
];

/**
 * Where who works with such texts reads them: at the desk of moderation, which admins share, and where meetings are
 * written down. What they did there is told to admins, by number.
 */
const DESKS = /^\/werkstatt(\/(eingang|widersprueche|suche|treffen|zahlen)([/?]|$)|$)|^\/meine-daten/;
const OWN: Partial<Record<Who, RegExp>> = {
	// What somebody has done stands in their own data.
	helper: /^\/(werkstatt\/(treffen|erfassen|suche)|meine-daten)([/?]|$)/,
	moderator: DESKS,
	admin: new RegExp(`${DESKS.source}|^/werkstatt/(protokoll|erfassen|start)([/?.]|$)`)
};
const plain = (address: string) => decodeURI(address).replace(/^\/(uk|ar|en|tr|ru|pl|ro|bg|leicht)(?=\/|$)/, '');
const isOwn = (who: Who | null, address: string) => Boolean(who && OWN[who]?.test(plain(address)));

/** What others were given on paper, each once. */
const papers = new Map<string, Buffer>();
let edition = 0;
async function publish(inDays: number): Promise<number> {
	const now = new Date(Date.now() + inDays * DAY);
	edition = (await data.publishEdition(makeCtx(site.app, 'test', null, now))) ?? edition;
	return edition;
}
/** Of an edition, as files and through the interface. */
const files = (number: number) =>
	SLUGS.flatMap((slug) => ['csv', 'json'].map((format) => `/daten/${number}/${slug}.${format}`));
const interfaces = SLUGS.map((slug) => `/api/v1/${slug}`);
/** Lists of editions, which have one more each day; when somebody was there; a table in an archive that has its hour. */
const isOtherAnyway = (address: string) =>
	!address.startsWith(`/daten/${edition}/`) &&
	/^\/daten(\/|$|\?)|^\/api\/v1\/?$|^\/api\/v1\/openapi|^\/chronik\.atom|^\/meine-daten|\/tabelle$/.test(address);

/** One for each: everybody stays signed in where they were. */
const browsers = new Map<Who | null, Browser>();
async function browserOf(who: Who | null): Promise<Browser> {
	const browser = browsers.get(who) ?? site.browser();
	if (who && !browsers.has(who)) await browser.signIn(who);
	browsers.set(who, browser);
	return browser;
}

interface Answer {
	status: number;
	body: string;
	/** A PDF, which is read by itself. */
	paper: Buffer | null;
}
const AT_ONCE = 4;
/** Asked too often: that is said of the one who asks. */
const TOO_MANY = 429;
const isPaper = (body: Buffer) => body.subarray(0, 5).toString() === '%PDF-';

async function askAll(browser: Browser, all: readonly string[]): Promise<Map<string, Answer>> {
	const answers = new Map<string, Answer>();
	for (let from = 0; from < all.length; from += AT_ONCE)
		await Promise.all(
			all.slice(from, from + AT_ONCE).map(async (address) => {
				const { status, body } = await browser.ask(address, undefined, { accept: '*/*' });
				const paper = isPaper(body) ? body : null;
				answers.set(address, { status, body: paper ? '' : wordsOf(body), paper });
			})
		);
	return answers;
}

/** Of people who see the same it is enough to compare one's answers: those who screen may see that there is more. */
const COMPARED = [null, 'researcher', 'helper', 'editor'] as const;
/** As each was answered before the group wrote anything. */
const before = new Map<Who | null, Map<string, string>>();

beforeAll(async () => {
	site = await openFormTown();
	as = actingIn(site);
	phaseId = await beginPeerPhase(site);
	feeds = await followAll(site, as);
	await tellEverybody(as);
	const first = await publish(0);
	for (const who of COMPARED) {
		const answers = await askAll(await browserOf(who), [...addresses(site.testApp), ...files(first), ...interfaces]);
		const compared = [...answers].map(
			([address, { status, body }]) => [address, `${status} ${comparable(body)}`] as const
		);
		before.set(who, new Map(compared));
	}
	texts = await writeAmongPeers(site, as, phaseId);
	await publish(1);
}, 300_000);

afterAll(() => site?.close());

/** What the first edition said stands in the second one. */
const formerly = (address: string) => address.replace(`/daten/${edition}/`, `/daten/${edition - 1}/`);

describe('a text of a peer phase', () => {
	it('has been written, decided about and told of, so that there is something to leak', async () => {
		expect(texts.numbers.length).toBeGreaterThanOrEqual(12);
		expect(Math.min(...texts.numbers)).toBe(NUMBER);
		const { reader } = site.app;
		const verbs = await reader.selectFrom('journal').select('verb').where('subjectId', 'in', texts.ids).execute();
		const told = new Set(verbs.map(({ verb }) => verb));
		for (const verb of ['submitted', 'shared', 'summarised']) expect([...told]).toContain(`proposal.${verb}`);
		for (const verb of ['rejected', 'hidden', 'redacted', 'changed']) expect([...told]).toContain(`subject.${verb}`);
		const neighbour = await browserOf('neighbour');
		expect((await neighbour.ask('/gruppe')).body.toString()).toContain(WORD);
		for (const page of ['/beitragen', '/meine', '/beitraege'])
			expect((await neighbour.ask(page)).body.toString()).toContain('href="/gruppe"');
		const author = await browserOf('resident');
		for (const page of ['/meine', '/meine/neu', `/beitraege/${NUMBER}`, feeds.get('resident') ?? ''])
			expect([page, toldIn((await author.ask(page)).body.toString()).length > 0]).toEqual([page, true]);
	});

	it.each(OTHERS)('is found nowhere by %s', { timeout: 120_000 }, async (who, ...locales) => {
		const browser = await browserOf(who);
		const known = [...addresses(site.testApp), ...files(edition), ...interfaces];
		const own = addressesOf(texts);
		const elsewhere = [...known.filter((page) => !page.startsWith('/werkstatt')), ...own];
		const spelt = locales.flatMap((locale, at) => (at === 0 ? elsewhere : own).map((one) => inLanguage(one, locale)));
		const answers = await askAll(browser, [...new Set([...known, ...own, ...own.map(encoded), ...spelt])]);
		const leaks: string[] = [];
		for (const [address, { status, body, paper }] of answers) {
			if (status >= 500 && status !== 503) leaks.push(`${address} ${status}`);
			if (isOwn(who, address)) continue;
			if (paper) papers.set(sha256(paper), paper);
			leaks.push(...toldIn(body).map((what) => `${address} tells ${what}`));
			const [said, says] = [before.get(who)?.get(formerly(address)), `${status} ${comparable(body)}`];
			if (said !== undefined && !isOtherAnyway(address) && said !== says)
				leaks.push(`${address}: ${difference(said, says)}`);
		}
		expect(leaks).toEqual([]);
		const read = [...answers].filter(([address, { body }]) => isOwn(who, address) && toldIn(body).includes('words'));
		expect(read.length > 0).toBe(who !== null && OWN[who] !== undefined);
		if (who !== 'moderator' && who !== 'admin')
			for (const number of texts.some) expect(answers.get(`/beitraege/${number}`)?.status).toBe(404);
	});

	it('is on no paper that any of them can print', async () => {
		expect(papers.size).toBeGreaterThan(5);
		for (const paper of papers.values()) expect(toldIn((await readPdf(paper)).text)).toEqual([]);
	});

	it('is in no news, feed or mail of anybody but its author', async () => {
		for (const [who, feed] of feeds) {
			const told = toldIn((await site.server.ask(feed)).body.toString());
			if (who !== 'resident') expect([who, told]).toEqual([who, []]);
		}
		const public_ = ['/chronik.atom', `/punkte/${POINT}/neues.atom`, `/nachrichten/${site.testApp.facts.subscription}`];
		for (const feed of public_) expect(toldIn((await site.server.ask(feed)).body.toString())).toEqual([]);
		const mails = await site.app.reader.selectFrom('outbox').selectAll().execute();
		expect(mails.length).toBeGreaterThan(4);
		for (const { recipient, subject, body, sealed } of mails) {
			const whole = [recipient, subject, body, sealed === null ? '' : site.app.keys.open(sealed)].join('\n');
			if (!whole.includes('resident@example.org')) expect(toldIn(whole)).toEqual([]);
		}
	});

	it.each([...OTHERS, ['neighbour', 'ar', 'en'] as const])(
		'takes nothing of %s, whatever is sent',
		{ timeout: 120_000 },
		async (who, ...locales) => {
			const browser = await browserOf(who);
			const draft = site.app.reader.selectFrom('versions').select('id').where('publishedAt', 'is', null);
			const { id } = await draft.executeTakeFirstOrThrow();
			const state = await stateOfTexts();
			const named = { number: NUMBER, ...texts };
			const wanted = ({ address }: { address: string }) => !isOwn(who, address);
			const german = everythingSent(named, 'number', id).filter(wanted);
			const none = new Map(
				everythingSent({ number: NO_NUMBER, ...NOTHING }, 'number', id).map((one) => [one.action, one] as const)
			);
			const others = locales.flatMap((locale, at) =>
				everythingSent(named, 'id', id)
					.filter((one, place) => wanted(one) && place % locales.length === at)
					.map((one) => ({ ...one, address: inLanguage(one.address, locale) }))
			);
			expect(german.length).toBeGreaterThan(who === 'admin' || who === 'moderator' ? 60 : 80);
			const leaks: string[] = [];
			for (const { action, address, form } of [...german, ...others]) {
				const { status, body } = await browser.ask(address, form);
				if (status >= 500) leaks.push(`${action} ${status}`);
				if (toldIn(body.toString()).includes('words')) leaks.push(`${action} tells words`);
				// What was sent stands there again, so numbers tell nothing; but nothing is answered that is not said of no text.
				const other = others.some((one) => one.address === address) ? undefined : none.get(action);
				const empty = other && (await browser.ask(other.address, other.form)).status;
				if (empty !== undefined && empty !== status && empty !== TOO_MANY)
					leaks.push(`${action} ${status}, of no text ${empty}`);
			}
			expect(leaks).toEqual([]);
			expect(await stateOfTexts()).toEqual(state);
		}
	);

	it('cannot be shown sooner by whoever publishes meetings, and is no campaign', async () => {
		const browser = await browserOf('moderator');
		const page = (await browser.ask(`/werkstatt/treffen/${MEETING}`)).body.toString();
		expect(page).toContain('Diese Gruppe arbeitet noch unter sich');
		const wanted = new URLSearchParams({ wanted: 'yes' });
		expect((await browser.ask(`/werkstatt/treffen/${MEETING}?/publish`, wanted)).status).toBe(403);
		const copies = site.app.reader.selectFrom('nearCopies').select('proposalId').where('proposalId', 'in', texts.ids);
		expect(await copies.execute()).toEqual([]);
		expect((await browser.ask('/werkstatt/kampagnen')).body.toString()).not.toContain(WORD);
	});

	it.each([['researcher'], ['neighbour'], ['resident']] as const)(
		'takes no support and no comment of %s',
		async (who) => {
			const browser = await browserOf(who);
			const form = new URLSearchParams({ wanted: 'yes', id: newId(), stance: 'note', body: 'Dazu sage ich etwas.' });
			for (const action of ['?/support', '?/previewComment', '?/comment'])
				expect((await browser.ask(`/beitraege/${NUMBER}${action}`, form)).status).toBeGreaterThanOrEqual(400);
		}
	);

	it('is everybody’s when the phase is over', { timeout: 120_000 }, async () => {
		const over = { endsAt: instant(-0.01) };
		await site.change((db) => db.updateTable('phases').set(over).where('id', '=', phaseId).execute());
		await proposals.openPeerPhases(makeCtx(site.app, 'test'));
		await expect
			.poll(async () => (await site.server.ask(`/beitraege?q=${WORD}`)).body.toString(), { timeout: 20_000 })
			.toContain(`${WORD} im Amt`);
		expect((await site.server.ask(`/beitraege/${NUMBER}`)).status).toBe(200);
		const moderator = await browserOf('moderator');
		const workshops = site.app.reader.selectFrom('workshops').select('changedAt').where('number', '=', MEETING);
		const { changedAt: seen } = await workshops.executeTakeFirstOrThrow();
		const wanted = new URLSearchParams({ wanted: 'yes', seen });
		expect((await moderator.ask(`/werkstatt/treffen/${MEETING}?/publish`, wanted)).status).toBe(303);
		await publish(4);
		const all = [...addresses(site.testApp), ...addressesOf(texts), ...files(edition), ...interfaces];
		const answers = await askAll(site.browser(), all);
		const told = [...answers].filter(([, { body }]) => toldIn(body).includes('words')).map(([address]) => address);
		const meeting = [`/treffen/${MEETING}`, `/punkte/${POINT}`, '/api/v1/lesarten'];
		for (const place of [
			'/beitraege',
			`/suche?q=${WORD}`,
			'/api/v1/beitraege',
			...files(edition).slice(0, 2),
			...meeting
		])
			expect(told).toContain(place);
	});
});

/** The first place at which they differ. */
function difference(one: string, other: string): string {
	const at = [...one].findIndex((sign, index) => sign !== other[index]);
	const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60);
	return `»${around(one)}« has become »${around(other)}«`;
}

/** What is kept of them, and what hangs on them. */
async function stateOfTexts(): Promise<unknown[]> {
	const { reader } = site.app;
	const { ids } = texts;
	const on = 'proposalId';
	return Promise.all([
		reader.selectFrom('proposals').selectAll().where('id', 'in', ids).orderBy('id').execute(),
		reader.selectFrom('supports').select(on).where(on, 'in', ids).execute(),
		reader.selectFrom('comments').select(on).where(on, 'in', ids).execute(),
		reader.selectFrom('sources').select(on).where(on, 'in', ids).execute(),
		reader.selectFrom('answers').select(on).where(on, 'in', ids).execute(),
		reader.selectFrom('members').select(on).where(on, 'in', ids).execute(),
		reader.selectFrom('dockets').select(on).where(on, 'in', ids).execute(),
		reader.selectFrom('screenings').select('id').where('subjectId', 'in', ids).execute(),
		reader.selectFrom('appeals').select('screeningId').where('subjectId', 'in', ids).execute(),
		reader.selectFrom('textEditions').select('id').where('subjectId', 'in', ids).execute()
	]);
}
