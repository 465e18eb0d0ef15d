import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SLUGS } from '#lib/data/dataset.ts';
import * as data from '#lib/data/data.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import type { Db } from '#lib/server/app.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import { newId } from '#lib/server/ids.ts';
import type { Locale } from '#lib/texts/locales/locale.ts';
import { ROUTES } from './journeys/support/routes.ts';
import type { Who } from './journeys/support/people.ts';
import { openFormTown, type Browser, type FormTown } from './support/forms/formTown.ts';

/**
 * What a group writes in a phase of its own, and what it says at a meeting meanwhile, is found by nobody else, whatever they
 * ask for; once it is over, by everybody. Every page in every language, every file, feed and interface is asked.
 */
let site: FormTown;
const WORD = 'Zwiebelfischkonzert';
const NUMBER = 9_041;
/** A meeting of the group, within its phase; on the point it reads. */
const MEETING = 9_042;
const POINT = 1;
const DAY = 86_400_000;
const instant = (days: number) => new Date(Date.now() + days * DAY).toISOString();
const phaseId = newId();

let edition = 0;

async function publish(inDays: number): Promise<void> {
	const now = new Date(Date.now() + inDays * DAY);
	edition = (await data.publishEdition(makeCtx(site.app, 'test', null, now))) ?? edition;
}

beforeAll(async () => {
	site = await openFormTown();
	const { id: consultationId } = await site.app.reader
		.selectFrom('consultations')
		.select('id')
		.executeTakeFirstOrThrow();
	const { id: fieldId } = await site.app.reader.selectFrom('fields').select('id').executeTakeFirstOrThrow();
	const text = { kind: 'experience', title: `Unser ${WORD}`, body: `${WORD}: so ist es uns ergangen.`, language: 'de' };
	const said = { authorName: `${WORD} 7`, authorGroup: 'affected', submittedAt: instant(-1), sharedAt: instant(-0.5) };
	const nothing = {
		...{ evidence: null, authorId: null, organisationId: null, publishedAt: null, rejectedAt: null, hiddenAt: null },
		...{ redactedAt: null, withdrawnAt: null, withheldAt: null, origin: null, originId: null, originUrl: null },
		originOn: null
	};
	await site.change(async (db) => {
		const dates = { beginsAt: instant(-2), endsAt: instant(5), announcedAt: instant(-2), ballotsSealedAt: null };
		const phase = { id: phaseId, consultationId, slug: 'unter-uns', title: 'Unter uns', peerGroup: 'affected' };
		await db
			.insertInto('phases')
			.values({ ...phase, ...dates })
			.execute();
		const head = {
			id: newId(),
			number: NUMBER,
			consultationId,
			fieldId,
			createdAt: instant(-1),
			changedAt: instant(-1)
		};
		// Five more of nearly the same: together they would be a campaign.
		const all = Array.from({ length: 6 }, (_, more) => ({ ...head, id: newId(), number: NUMBER + 10 + more }));
		await db
			.insertInto('proposals')
			.values([head, ...all].map((one) => ({ ...one, ...text, ...said, ...nothing, peerPhaseId: phaseId })))
			.execute();
		await meet(db, consultationId);
	});
	await proposals.recogniseCampaigns(makeCtx(site.app, 'test'));
	await publish(0);
}, 300_000);

afterAll(() => site?.close());

/** Somebody has written down what the group said, and how it reads a point. */
async function meet(db: Db, consultationId: string): Promise<void> {
	const { id: recordedBy } = await db.selectFrom('workshops').select('recordedBy as id').executeTakeFirstOrThrow();
	const point = await db
		.selectFrom('readings as r')
		.innerJoin('points as p', 'p.id', 'r.pointId')
		.select(['r.pointId', 'r.wordingId'])
		.where('p.number', '=', POINT)
		.executeTakeFirstOrThrow();
	const workshopId = newId();
	const told = { label: 'Unter uns im Tagestreff', heldOn: instant(-1).slice(0, 10), group: 'affected', people: 12 };
	const at = { recordedAt: instant(-1), changedAt: instant(-1), publishedAt: null };
	await db
		.insertInto('workshops')
		.values({
			id: workshopId,
			number: MEETING,
			consultationId,
			...told,
			minutes: `${WORD} am Abend.`,
			recordedBy,
			...at
		})
		.execute();
	const counts = { agree: 9, pass: 1, disagree: 0, restoredCounts: null };
	const written = { body: `${WORD} zuerst.`, writtenBy: recordedBy, writtenAt: instant(-1) };
	await db
		.insertInto('readings')
		.values({ workshopId, ...point, ...counts, ...written })
		.execute();
}

/** Every address with an answer: pages, files, feeds, interfaces, and what asks for the text itself. */
function addresses(): string[] {
	const gaps: Readonly<Record<string, string>> = { '[set]': 'beitraege', '[edition]': '1', '[file]': '1' };
	const endpoints = globSync('src/routes/**/+server.ts')
		.map((file) => dirname(file).replaceAll('\\', '/').slice('src/routes'.length))
		.map((folder) => folder.replace(/\/\([^)]+\)/g, '') || '/')
		.filter((route) => !/abmeld|anmelden|schnell-weg/.test(route))
		.map((route) => route.replace(/\[[^\]]+\]/g, (gap) => gaps[gap] ?? '1'));
	const own = [
		...[`/beitraege/${NUMBER}`, `/beitraege/${NUMBER}/zurueckziehen`, `/api/v1/beitraege?nummer=${NUMBER}`],
		...[`/treffen/${MEETING}`, `/werkstatt/treffen/${MEETING}`, `/punkte/${POINT}`, `/werkstatt/kampagnen/${NUMBER}`],
		...[`/werkstatt/verbleib/${NUMBER}`, `/werkstatt/verteilen/${NUMBER}`, '/gruppe', `/gruppe?nach=${NUMBER + 90}`]
	];
	const asked = [
		...[`/suche?q=${WORD}`, `/beitraege?q=${WORD}`, `/beitraege?gruppe=affected`, `/suche?q=${NUMBER}`],
		...[`/werkstatt/eingang?q=${WORD}`, `/werkstatt/verbleib?q=${WORD}&zeigen=all`, `/werkstatt/verteilen?q=${WORD}`],
		`/werkstatt/stapel?q=${WORD}`
	];
	return [...ROUTES.map((route) => route.address(site.testApp)), ...endpoints, ...own, ...asked];
}

/** The first letter of its path in another spelling. */
const encoded = (address: string) =>
	address.replace(/^\/([a-z])/, (_, letter: string) => `/%${letter.charCodeAt(0).toString(16)}`);

const isPage = (address: string) => !/^\/(api|daten)\/|\.\w+($|\?)/.test(address);

/** As it is, spelt otherwise, and in this language. */
function waysTo(all: readonly string[], locale: Locale): string[] {
	const pages = all.filter(isPage);
	return [...all, ...all.map(encoded), ...pages.map((page) => `/${locale}${page === '/' ? '' : page}`)];
}

/** What somebody asked for stands in the field again: that is no leak. */
const withoutAsked = (html: string) =>
	html.replaceAll(/value="[^"]*"|<title>[^<]*<\/title>|href="[^"]*"/g, '').replaceAll(`»${WORD}«`, '');

/** Of the newest edition, through the interface and as files. */
const files = () =>
	SLUGS.flatMap((slug) => [
		`/api/v1/${slug}`,
		...['csv', 'json'].map((format) => `/daten/${edition}/${slug}.${format}`)
	]);

/** Where the text is found, of everything there is to ask. */
async function found(browser: Browser, locale: Locale): Promise<string[]> {
	const all = waysTo([...addresses(), ...files()], locale);
	expect(all.length).toBeGreaterThan(500);
	const out: string[] = [];
	for (const address of all) {
		const { status, body } = await browser.ask(address, undefined, { accept: '*/*' });
		expect([address, status < 500 || status === 503]).toEqual([address, true]);
		if (withoutAsked(body.toString()).includes(WORD)) out.push(address);
	}
	return out;
}

const OTHERS: readonly (readonly [Who | null, Locale])[] = [
	...[[null, 'leicht'] as const, [null, 'ar'] as const, [null, 'ru'] as const],
	...[['researcher', 'uk'] as const, ['organisation', 'tr'] as const, ['resident', 'en'] as const],
	...[['helper', 'bg'] as const, ['editor', 'pl'] as const, ['publisher', 'ro'] as const]
];

/** Who keeps the record of meetings reads it at its desk, and nowhere else; the group reads its contributions. */
const OWN: Readonly<Record<string, RegExp>> = {
	helper: /werkstatt\/treffen\/9042$|^\/%77erkstatt\/treffen\/9042$/,
	resident: /gruppe(\?|$)|%67ruppe(\?|$)|beitraege\/90\d\d$|%62eitraege\/90\d\d$/
};

describe('a text of a peer phase', () => {
	it.each(OTHERS)('is found nowhere by %s, in %s neither', { timeout: 400_000 }, async (who, locale) => {
		const browser = site.browser();
		if (who) await browser.signIn(who);
		const there = await found(browser, locale);
		const own = who && OWN[who];
		expect(there.filter((address) => !own?.test(address))).toEqual([]);
		if (own) expect(there).not.toEqual([]);
		else expect((await browser.ask(`/beitraege/${NUMBER}`)).status).toBe(404);
	});

	it('cannot be shown sooner by whoever publishes meetings, and is no campaign', async () => {
		const browser = site.browser();
		await browser.signIn('moderator');
		const page = (await browser.ask(`/werkstatt/treffen/${MEETING}`)).body.toString();
		expect(page).toContain('Diese Gruppe arbeitet noch unter sich');
		const { status } = await browser.ask(
			`/werkstatt/treffen/${MEETING}?/publish`,
			new URLSearchParams({ wanted: 'yes' })
		);
		expect(status).toBe(403);
		const copies = site.app.reader.selectFrom('nearCopies as n').innerJoin('proposals as p', 'p.id', 'n.proposalId');
		expect(await copies.select('p.number').where('p.number', '>=', NUMBER).execute()).toEqual([]);
		expect((await browser.ask('/werkstatt/kampagnen')).body.toString()).not.toContain(WORD);
	});

	it.each([['researcher'], ['neighbour']] as const)('takes no support and no comment, of %s neither', async (who) => {
		const browser = site.browser();
		await browser.signIn(who);
		const form = new URLSearchParams({ wanted: 'yes', id: newId(), stance: 'agree', body: 'Dazu sage ich etwas.' });
		for (const action of ['?/support', '?/comment'])
			expect((await browser.ask(`/beitraege/${NUMBER}${action}`, form)).status).toBe(404);
	});

	it('is read by its group, with the note that others do not read it yet', async () => {
		const browser = site.browser();
		await browser.signIn('neighbour');
		expect((await browser.ask('/gruppe')).body.toString()).toContain(WORD);
		for (const page of ['/beitragen', '/meine', '/beitraege'])
			expect((await browser.ask(page)).body.toString()).toContain('href="/gruppe"');
		const other = site.browser();
		await other.signIn('researcher');
		expect((await other.ask('/gruppe')).body.toString()).not.toContain(WORD);
		expect((await other.ask('/beitraege')).body.toString()).not.toContain('href="/gruppe"');
	});

	it('is everybody’s when the phase is over', { timeout: 240_000 }, async () => {
		await site.change((db) =>
			db
				.updateTable('phases')
				.set({ endsAt: instant(-0.1) })
				.where('id', '=', phaseId)
				.execute()
		);
		await proposals.openPeerPhases(makeCtx(site.app, 'test'));
		await expect
			.poll(async () => (await site.server.ask(`/beitraege?q=${WORD}`)).body.toString())
			.toContain(`Unser ${WORD}`);
		expect((await site.server.ask(`/beitraege/${NUMBER}`)).status).toBe(200);
		await publish(2);
		const moderator = site.browser();
		await moderator.signIn('moderator');
		const { changedAt: seen } = await site.app.reader
			.selectFrom('workshops')
			.select('changedAt')
			.where('number', '=', MEETING)
			.executeTakeFirstOrThrow();
		const wanted = new URLSearchParams({ wanted: 'yes', seen });
		expect((await moderator.ask(`/werkstatt/treffen/${MEETING}?/publish`, wanted)).status).toBe(303);
		await publish(4);
		const everywhere = (await found(site.browser(), 'uk')).join('\n');
		const meeting = [`/treffen/${MEETING}`, `/punkte/${POINT}`, '/api/v1/lesarten', `/uk/punkte/${POINT}`];
		for (const place of ['/beitraege', '/suche?q=', '/api/v1/beitraege', '.csv', '.json', ...meeting])
			expect(everywhere).toContain(place);
	});
});
