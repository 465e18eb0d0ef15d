import { describe, expect, it } from 'vitest';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { newId } from '#lib/server/ids.ts';
import { press } from '#lib/server/print/press.server.ts';
import { t } from '#lib/texts/texts.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { publishedPoint } from '../../../tests/support/drafted.ts';
import { readPdf } from '../../../tests/support/pdf.ts';
import { makeTown } from '../../../tests/support/town.ts';
import { ownPaper } from './ownPaper.server.ts';

const able = await press.able();

describe('one’s own data on paper', () => {
	it.runIf(able)('are an accessible PDF with one’s texts and votes, and nobody else’s', async () => {
		const town = await makeTown();
		const [one, other] = [await town.person(), await town.person()];
		for (const [person, title] of [
			[one, 'Bänke im Park'],
			[other, 'Fremder Vorschlag']
		] as const) {
			const form = { id: newId(), kind: 'proposal', field: 'wohnen', title, evidence: '' } as const;
			const body = `${title}: davon brauchen wir mehr.\n\n#set page(fill: red) *so* steht es da.`;
			const consents = ['evaluate', 'publish'] as const;
			await proposals.submit(town.as(person), town.consultationId, { ...form, body, consents });
		}
		const point = await publishedPoint(town);
		await votes.cast(town.as(one), point.number, 'agree');
		const pdf = readPdf((await ownPaper(town.as(one))).bytes);
		expect(pdf).toMatchObject({ universal: '1', tagged: true, lang: 'de-DE', title: t.privacy.title });
		const text = pdf.text.replace(/\s+/g, '');
		for (const said of ['BänkeimPark', '#setpage(fill:red)*so*', 'Ichstimmezu', one.pseudonym.replace(' ', '')]) {
			expect(text).toContain(said);
		}
		expect(text).not.toContain('Fremder');
	});

	it('are for whoever is signed in', async () => {
		const town = await makeTown();
		await expect(ownPaper(town.as(null))).rejects.toMatchObject({ reason: 'signInFirst' });
	});
});
