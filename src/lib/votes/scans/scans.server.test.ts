import { zipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import * as people from '#lib/people/people.server.ts';
import { tidyCode } from '#lib/people/cards/cardCode.ts';
import type { Person } from '#lib/people/person.ts';
import { newId } from '#lib/server/ids.ts';
import { openPdfWorker } from '#lib/server/print/pdfWorker.server.ts';
import { declarePublished, draft } from '../../../../tests/support/strategy/drafted.ts';
import { asJpeg, blacken, cross, dice, scanned, Sheet } from '../../../../tests/support/papers/filledPapers.ts';
import { printed, type PrintedPage } from '../../../../tests/support/papers/printedPapers.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import * as votes from '../votes.server.ts';
import { makeScanReader, readAllScans } from './readScans.server.ts';
import * as scans from './scans.server.ts';

const able = await openPdfWorker.able();
const PEN = { thick: 0.5, ink: 0.15 };

async function office() {
	const testApp = await makeTestApp();
	await declarePublished(testApp, await draft(testApp, [{}, {}, {}]));
	const helper = await testApp.person('none', { roles: ['helper'] });
	const pages = await printed(testApp.as(helper), 4);
	return { testApp, helper, pages };
}
type Office = Awaited<ReturnType<typeof office>>;

/** Crosses for the first answer of every point. */
function filled({ image, laid }: PrintedPage, consent = true): Sheet {
	const sheet = new Sheet(image);
	if (consent && laid.consent) cross(sheet, dice(1), PEN, laid.consent);
	for (const row of laid.rows) if (row.boxes[0]) cross(sheet, dice(row.point), PEN, row.boxes[0]);
	return sheet;
}

const picture = (sheet: Sheet, degrees = 1) => asJpeg(scanned(sheet, dice(2), degrees), dice(3), 0.5);

async function pile(
	{ testApp, helper }: Office,
	files: readonly { name: string; bytes: Uint8Array }[],
	who: Person = helper
) {
	const form = { id: newId(), date: '2027-05-09', place: 'Tagestreff' };
	await scans.upload(testApp.as(who), form, files);
	await readAllScans(makeScanReader(), () => testApp.as(null));
	return form.id;
}

const tally = async ({ app }: TestApp) => {
	const rows = await app.reader.selectFrom('ballots').selectAll().execute();
	return rows.length;
};
const one = <T>(list: readonly T[], at = 0): T => {
	const found = list[at];
	if (found === undefined) throw new Error('nothing there');
	return found;
};
const problems = async ({ testApp, helper }: Office, id: string) =>
	(await scans.scan(testApp.as(helper), id)).refused.map(({ name, problem }) => [name, problem]);
const left = async ({ app }: TestApp) => {
	const [pictures, files] = [app.reader.selectFrom('ballotScanPictures'), app.reader.selectFrom('ballotScanFiles')];
	return [(await pictures.selectAll().execute()).length, (await files.selectAll().execute()).length];
};

describe.runIf(able)('papers read by a machine', () => {
	it('count when a helper says so, as ballots of whoever holds the code from the strip, and their pictures go', async () => {
		const here = await office();
		const { testApp, helper, pages } = here;
		const page = one(pages);
		const id = await pile(here, [{ name: 'eins.jpg', bytes: await picture(filled(page)) }]);
		expect(await scans.scan(testApp.as(helper), id)).toMatchObject({
			papers: [{ id: page.paper, sure: 3, doubtful: [], consent: null, turned: false }],
			...{ refused: [], reading: [] }
		});
		expect([await tally(testApp), await left(testApp)]).toEqual([0, [1, 0]]);
		expect(await scans.count(testApp.as(helper), id, {})).toEqual({ papers: 1, votes: 3, errors: {} });
		expect(await scans.count(testApp.as(helper), id, {})).toEqual({ papers: 0, votes: 0, errors: {} });
		expect([await left(testApp), await scans.scan(testApp.as(helper), id)]).toMatchObject([
			[0, 0],
			{ counted: 1, papers: [] }
		]);
		const holder = await people.byId(testApp.as(null), await votes.claimVotes(testApp.as(null), tidyCode(page.code)));
		expect((await votes.own(testApp.as(holder))).map(({ choice }) => choice)).toEqual(['agree', 'agree', 'agree']);
	});

	it('are shown to a person where they are not clear, and nothing of such a paper counts before', async () => {
		const here = await office();
		const { testApp, helper, pages } = here;
		const page = one(pages);
		const sheet = filled(page, false);
		const row = one(page.laid.rows, 1);
		cross(sheet, dice(9), PEN, one(row.boxes, 2));
		const id = await pile(here, [{ name: 'zwei.jpg', bytes: await picture(sheet) }]);
		const scan = await scans.scan(testApp.as(helper), id);
		const [paper] = scan.papers;
		const doubt = one(paper?.doubtful ?? []);
		expect([doubt.point, paper?.consent]).toEqual([row.point, paper?.pages[0]?.id]);
		const cutOut = await scans.picture(testApp.as(helper), id, doubt.pageId, row.point);
		expect((await sharp(cutOut).metadata()).format).toBe('jpeg');
		const stranger = await testApp.person('none', { roles: ['helper'] });
		await expect(scans.picture(testApp.as(stranger), id, doubt.pageId, row.point)).rejects.toThrow('scan');
		const open = await scans.count(testApp.as(helper), id, {});
		expect([open.papers, Object.keys(open.errors).sort()]).toEqual([0, [doubt.name, `consent-${page.paper}`]]);
		expect(await tally(testApp)).toBe(0);
		const seen = { [doubt.name]: 'none', [`consent-${page.paper}`]: 'yes' };
		expect(await scans.count(testApp.as(helper), id, seen)).toEqual({ papers: 1, votes: 2, errors: {} });
	});

	it('may be corrected as the paper says: black counts for nothing', async () => {
		const here = await office();
		const page = one(here.pages);
		const sheet = filled(page);
		const row = one(page.laid.rows);
		blacken(sheet, dice(4), PEN, one(row.boxes));
		cross(sheet, dice(5), PEN, one(row.boxes, 2));
		const id = await pile(here, [{ name: 'drei.jpg', bytes: await picture(sheet) }]);
		expect((await scans.scan(here.testApp.as(here.helper), id)).papers).toMatchObject([{ sure: 3, doubtful: [] }]);
	});

	it('are read upside down, sideways, and from a PDF of several', async () => {
		const here = await office();
		const { testApp, helper, pages } = here;
		const turned = await sharp(await picture(filled(one(pages))))
			.rotate(180)
			.toBuffer();
		const sideways = await sharp(await picture(filled(one(pages, 1))))
			.rotate(90)
			.toBuffer();
		const { pdfScan } = await import('../../../../tests/support/files/pdfScan.ts');
		const pdf = pdfScan([await picture(filled(one(pages, 2))), await picture(filled(one(pages, 3)))]);
		const files = [turned, sideways, pdf].map((bytes, at) => ({ name: `bild-${at}.jpg`, bytes }));
		const id = await pile(here, files);
		const { papers, refused } = await scans.scan(testApp.as(helper), id);
		expect([refused, papers.map(({ sure, turned }) => [sure, turned])]).toEqual([
			[],
			[
				[3, true],
				[3, false],
				[3, false],
				[3, false]
			]
		]);
	});

	it('are refused one by one with a reason, and the rest of the pile goes on', async () => {
		const here = await office();
		const { testApp, helper, pages } = here;
		const good = await picture(filled(one(pages)));
		const other = filled(one(pages, 1));
		const whole = await picture(other);
		const { width = 0, height = 0 } = await sharp(whole).metadata();
		const cut = await sharp(whole)
			.extract({ left: 0, top: 0, width, height: Math.round(height * 0.7) })
			.toBuffer();
		const blurred = await sharp(await picture(other))
			.blur(9)
			.toBuffer();
		const white = await sharp({ create: { width: 1_600, height: 2_200, channels: 3, background: '#f4f2ee' } })
			.jpeg()
			.toBuffer();
		const { encode } = await import('uqr');
		const { data: code, size } = encode('https://example.org', { border: 4 });
		const dots = Buffer.from(code.flatMap((line) => line.map((dark) => (dark ? 0 : 255))));
		const foreign = await sharp(dots, { raw: { width: size, height: size, channels: 1 } })
			.resize({ width: size * 12, kernel: 'nearest' })
			.extend({ bottom: 900, right: 900, background: '#fff' })
			.jpeg()
			.toBuffer();
		const huge = await sharp({
			create: { width: 30_000, height: 30_000, channels: 3, background: '#fff' },
			limitInputPixels: false
		})
			.png({ compressionLevel: 1 })
			.toBuffer();
		const named: [string, Uint8Array, string][] = [
			['zip.jpg', zipSync({ 'a.txt': new Uint8Array([1]) }), 'notPicture'],
			['svg.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'notPicture'],
			['gross.jpg', Buffer.alloc(26 * 1024 * 1024, 1), 'tooLarge'],
			['riesig.png', huge, 'tooManyPixels'],
			['halb.jpg', good.subarray(0, good.length / 2), 'unreadable'],
			['kaputt.pdf', Buffer.from('%PDF-1.7 nichts'), 'unreadable'],
			['rand.jpg', cut, 'cutOff'],
			['wackel.jpg', blurred, 'blurred'],
			['rueckseite.jpg', white, 'empty'],
			['fremd.jpg', foreign, 'foreign'],
			['noch-einmal.jpg', good, 'doubled']
		];
		const files = [{ name: 'gut.jpg', bytes: good }, ...named.map(([name, bytes]) => ({ name, bytes }))];
		const id = await pile(here, files);
		const found = new Map((await problems(here, id)).map(([name = '', problem]) => [name, problem]));
		expect(Object.fromEntries(found)).toEqual(Object.fromEntries(named.map(([name, , problem]) => [name, problem])));
		expect(await scans.count(testApp.as(helper), id, {})).toMatchObject({ papers: 1, votes: 3 });
		const again = await pile(here, [{ name: 'wieder.jpg', bytes: good }]);
		expect(await problems(here, again)).toEqual([['wieder.jpg', 'alreadyCounted']]);
	}, 120_000);

	it('are not read when another version stands, nor by whoever is no helper, and go after a week', async () => {
		const here = await office();
		const { testApp, helper, pages } = here;
		const kept = await pile(here, [{ name: 'alt.jpg', bytes: await picture(filled(one(pages))) }]);
		await declarePublished(testApp, await draft(testApp, [{}]));
		const id = await pile(here, [{ name: 'neu.jpg', bytes: await picture(filled(one(pages, 1))) }]);
		expect(await problems(here, id)).toEqual([['neu.jpg', 'otherVersion']]);
		const { errors } = await scans.count(testApp.as(helper), kept, {});
		expect(Object.keys(errors)).toEqual([`paper-${one(pages).paper}`]);
		const { reader } = testApp.app;
		const uploads = await reader.selectFrom('journal').selectAll().where('verb', '=', 'scan.uploaded').execute();
		expect(uploads.map(({ actorId, subjectId }) => [actorId, subjectId]).sort()).toEqual(
			[kept, id].map((pile) => [helper.id, pile]).sort()
		);
		const form = { id: newId(), date: '2027-05-09', place: 'Hier' };
		await expect(scans.upload(testApp.as(await testApp.person()), form, [])).rejects.toMatchObject({
			reason: 'roleMissing'
		});
		testApp.at('2027-05-18T00:00:00.000Z');
		await scans.dropOldScans(testApp.as(null));
		expect([await left(testApp), await tally(testApp)]).toEqual([[0, 0], 0]);
	});
});
