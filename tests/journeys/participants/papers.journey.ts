import { PDFiumLibrary } from '@hyzyla/pdfium';
import { expect } from '@playwright/test';
import { count, fill, t } from '#lib/texts/texts.ts';
import { findCode, prepared } from '#lib/votes/scans/readPage.ts';
import { BOX } from '#lib/votes/ballotPapers/layout.ts';
import { asJpeg, cross, dice, photographed, Sheet } from '../../support/papers/filledPapers.ts';
import { test } from '../support/journey.ts';

const PEN = { thick: 0.5, ink: 0.15 };
/** On the first page, see `layout.ts`. */
const CONSENT = { x: 20, y: 47 };
const FIRST = { x: 126, y: 62 + BOX.fromTop };

/** The printed papers, with a cross for the first point of each and one for the consent, as a phone sees them. */
async function photos(pdf: Uint8Array): Promise<Buffer[]> {
	const library = await PDFiumLibrary.init();
	const document = await library.loadDocument(pdf);
	const jpegs: Buffer[] = [];
	for (let at = 0; at < document.getPageCount(); at++) {
		const page = document.getPage(at);
		const { data, width, height } = await page.render({ scale: 200 / 72, colorSpace: 'Gray', render: 'bitmap' });
		const image = { width, height, pixels: new Uint8Array(data) };
		const found = findCode(prepared({ ...image, pixels: new Uint8Array(data) }));
		if ('problem' in found || found.code.page !== 1) continue;
		const sheet = new Sheet(image);
		for (const box of [CONSENT, FIRST]) cross(sheet, dice(at), PEN, box);
		jpegs.push(await asJpeg(photographed(sheet, dice(at)), dice(at), 0.5));
	}
	document.destroy();
	return jpegs;
}

test('a helper prints papers, photographs what comes back, and counts it', async ({ page, as, fine }) => {
	test.setTimeout(240_000);
	await as('helper');
	await page.goto('/werkstatt/erfassen/stimmen');
	await page.getByRole('link', { name: t.votes.sheet.paperLink }).click();
	await fine();
	const origin = new URL(page.url()).origin;
	const answer = await page.request.post('/werkstatt/erfassen/stimm-bogen.pdf', {
		form: { group: 'affected', copies: '2', feld: '' },
		headers: { origin }
	});
	expect(answer.status()).toBe(200);
	const [one, two] = await photos(await answer.body());
	if (!one || !two) throw new Error('no papers');

	await test.step('three photos and something that is none', async () => {
		await page.goto('/werkstatt/erfassen/stimmen');
		await page.getByRole('link', { name: t.votes.scans.link }).click();
		await fine();
		await page.getByLabel(t.votes.scans.files).setInputFiles([
			{ name: 'eins.jpg', mimeType: 'image/jpeg', buffer: one },
			{ name: 'zwei.jpg', mimeType: 'image/jpeg', buffer: two },
			{ name: 'noch-einmal.jpg', mimeType: 'image/jpeg', buffer: one },
			{ name: 'urlaub.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg/>') }
		]);
		await page.getByLabel(t.recording.form.place).fill('Tagestreff');
		await page.getByRole('button', { name: t.votes.scans.send }).click();
		await expect(async () => {
			await page.reload();
			await expect(page.getByText(t.votes.scans.readingTitle)).toHaveCount(0);
		}).toPass({ timeout: 60_000 });
		await expect(page.getByText(/noch-einmal\.jpg/)).toContainText(t.votes.scans.problems.doubled);
		await expect(page.getByText(/urlaub\.jpg/)).toContainText(t.votes.scans.problems.notPicture);
		await fine();
	});

	await test.step('nothing counts before she says so', async () => {
		await page.getByRole('button', { name: count(t.votes.scans.count, 2) }).click();
		await expect(page.getByText(fill(t.votes.scans.counted, { papers: 2 }))).toBeVisible();
		await fine();
		await page.reload();
		await expect(page.getByText(t.votes.scans.nothing)).toBeVisible();
	});
});

test('somebody finds the next meeting, takes it into the calendar, and reads afterwards what came of it', async ({
	page,
	as,
	fine,
	testApp
}) => {
	const { meetingId } = testApp.facts;
	await page.goto('/treffen');
	await fine();
	await page.getByRole('link', { name: 'Frühstück im Tagestreff' }).first().click();
	await expect(page.getByText('ohne Stufen')).toBeVisible();
	await fine();
	const file = await page.request.get(`/treffen/termin/${meetingId}/termin.ics`);
	expect(await file.text()).toContain('SUMMARY;LANGUAGE=de:Frühstück im Tagestreff');
	await page.goto('/treffen/kalender');
	await fine();
	await page.goto('/karten-orte');
	await expect(page.getByText('Montag bis Freitag, 9 bis 15 Uhr').first()).toBeVisible();
	await fine();

	await test.step('the team calls it off', async () => {
		await as('helper');
		await page.goto(`/werkstatt/treffen/termine/${meetingId}`);
		await fine();
		await page.getByRole('button', { name: t.meetings.desk.cancelNow }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.meetingCancelled);
		await as(null);
		await page.goto('/treffen');
		await expect(page.getByText(/^Fällt aus/)).toBeVisible();
	});
});
