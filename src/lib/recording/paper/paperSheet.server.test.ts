import { describe, expect, it } from 'vitest';
import { tidyCode } from '#lib/people/cards/cardCode.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import * as recording from '#lib/recording/recording.server.ts';
import { SheetForm } from '#lib/recording/recording.ts';
import { newId } from '#lib/server/ids.ts';
import { openPdfWorker } from '#lib/server/print/pdfWorker.server.ts';
import { t } from '#lib/texts/texts.ts';
import { withWords } from '#lib/wording/wording.server.ts';
import { asDrawn, readPdf, shareInOrder } from '../../../../tests/support/files/pdf.ts';
import { makeTestApp } from '../../../../tests/support/machine/testApp.ts';
import { paperSheet, printSheets } from './paperSheet.server.ts';

const able = await openPdfWorker.able();
const { form, paper, channels } = t.recording;

async function desk() {
	const testApp = await makeTestApp();
	return { testApp, ctx: testApp.as(await testApp.person('none', { roles: ['helper'] })) };
}

describe.runIf(able)('the paper form', () => {
	it('is an accessible PDF of one side, with all a helper types in', async () => {
		const { ctx } = await desk();
		const pdf = await readPdf((await paperSheet(ctx)).bytes);
		expect(pdf).toMatchObject({ universal: '1', tagged: true, lang: 'de-DE', pages: 1 });
		const text = asDrawn(pdf.text);
		const labels = [form.channel, form.date, form.place, form.group, form.field, form.language, form.readBack];
		const words = [paper.body, paper.consentText, t.people.district.label, ...Object.values(channels), 'Wohnen'];
		for (const one of [...labels, ...words]) expect(text).toContain(asDrawn(one));
		// What somebody has to say comes before what the office wants to know.
		expect(text.indexOf(asDrawn(paper.body))).toBeLessThan(text.indexOf(asDrawn(paper.office)));
		expect(text).not.toContain(asDrawn(paper.cut));
	});

	it.each(['ar', 'uk'] as const)('is in %s for whoever writes, in German for whoever types it in', async (locale) => {
		const { ctx } = await desk();
		const pdf = await readPdf((await paperSheet(ctx, locale)).bytes);
		expect(pdf).toMatchObject({ universal: '1', tagged: true, lang: locale, pages: 1 });
		expect(pdf.fonts.every(({ embedded }) => embedded)).toBe(true);
		const text = asDrawn(pdf.text);
		const theirs = await withWords({ ...ctx, locale }, async () => {
			const { body, bodyHint, consentText, lines } = t.recording.paper;
			return [body, bodyHint, consentText, ...lines];
		});
		for (const one of [form.readBack, paper.office]) expect(text).toContain(asDrawn(one));
		const least = locale === 'ar' ? 0.75 : 1;
		for (const one of theirs) expect(shareInOrder(pdf.text, one), one).toBeGreaterThanOrEqual(least);
		expect(theirs[0]).not.toBe(paper.body);
		expect(text).not.toContain('[?]');
	});

	it('with strips has a code on each, and what was typed from it goes over with that code', async () => {
		const { testApp, ctx } = await desk();
		const pdf = await readPdf((await printSheets(ctx, { group: 'affected', copies: 3, language: 'de' })).bytes);
		expect(pdf).toMatchObject({ universal: '1', pages: 3 });
		const codes = pdf.text.match(/\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b/g) ?? [];
		const numbers = [...pdf.text.matchAll(/Nummer des Bogens:\s*([0-9A-F]{6})/g)].map(([, number]) => number ?? '');
		expect([new Set(codes).size, new Set(numbers).size]).toEqual([3, 3]);
		const { reader } = testApp.app;
		const printed = await reader.selectFrom('journal').selectAll().where('verb', '=', 'sheets.printed').execute();
		expect(printed).toMatchObject([{ actorId: ctx.person?.id, details: JSON.stringify({ count: 3 }) }]);

		const head = { channel: 'paper', date: '2027-05-09', place: 'Tagestreff', group: 'affected', consent: 'yes' };
		const body = 'Ich habe zwei Winter draußen geschlafen.';
		const typed = { ...head, id: newId(), kind: 'experience', body, sheetNumber: numbers[1]?.toLowerCase() };
		const saved = await recording.recordSheet(ctx, testApp.consultationId, SheetForm.parse(typed));
		expect(saved.code).toBeNull();
		const resident = await testApp.person();
		await recording.claimRecords(testApp.as(resident), tidyCode(codes[1] ?? ''));
		expect(await proposals.mine(testApp.as(resident))).toMatchObject([
			{ number: saved.number, title: 'Ich habe zwei Winter draußen geschlafen', authorName: resident.pseudonym }
		]);

		const other = { ...typed, id: newId(), group: 'practice', sheetNumber: numbers[2] };
		const misread = recording.recordSheet(ctx, testApp.consultationId, SheetForm.parse(other));
		await expect(misread).rejects.toMatchObject({ reason: 'speakerOtherGroup' });

		const elsewhere = testApp.as(await testApp.person('none', { roles: ['helper'] }));
		const foreign = { ...typed, id: newId(), sheetNumber: numbers[0] };
		const refused = recording.recordSheet(elsewhere, testApp.consultationId, SheetForm.parse(foreign));
		await expect(refused).rejects.toMatchObject({ reason: 'sheetUnknown' });
	});
});

it('the paper form is for helpers', async () => {
	const { testApp } = await desk();
	await expect(paperSheet(testApp.as(await testApp.person()))).rejects.toMatchObject({ reason: 'roleMissing' });
});
