import { describe, expect, it } from 'vitest';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { newId } from '#lib/server/ids.ts';
import { openPdfWorker } from '#lib/server/print/pdfWorker.server.ts';
import { t } from '#lib/texts/texts.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { publishedPoint } from '../../../tests/support/strategy/drafted.ts';
import { readPdf } from '../../../tests/support/files/pdf.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import { ownPaper } from './ownPaper.server.ts';

const able = await openPdfWorker.able();

describe('one’s own data on paper', () => {
	it.runIf(able)('are an accessible PDF with one’s texts and votes, and nobody else’s', async () => {
		const testApp = await makeTestApp();
		const [one, other] = [await testApp.person(), await testApp.person()];
		for (const [person, title] of [
			[one, 'Bänke im Park'],
			[other, 'Fremder Vorschlag']
		] as const) {
			const form = { id: newId(), kind: 'proposal', field: 'wohnen', title, evidence: '' } as const;
			const body = `${title}: davon brauchen wir mehr.\n\n#set page(fill: red) *so* steht es da.`;
			const consents = ['evaluate', 'publish'] as const;
			await proposals.submit(testApp.as(person), testApp.consultationId, { ...form, body, consents });
		}
		const point = await publishedPoint(testApp);
		await votes.castVote(testApp.as(one), point.number, 'agree');
		const pdf = await readPdf((await ownPaper(testApp.as(one))).bytes);
		expect(pdf).toMatchObject({ universal: '1', tagged: true, lang: 'de-DE', title: t.privacy.title });
		const text = pdf.text.replace(/\s+/g, '');
		for (const said of ['BänkeimPark', '#setpage(fill:red)*so*', 'Ichstimmezu', one.pseudonym.replace(' ', '')]) {
			expect(text).toContain(said);
		}
		expect(text).not.toContain('Fremder');
	});

	it('are for whoever is signed in', async () => {
		const testApp = await makeTestApp();
		await expect(ownPaper(testApp.as(null))).rejects.toMatchObject({ reason: 'signInFirst' });
	});
});
