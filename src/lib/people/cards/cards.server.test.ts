import { describe, expect, it } from 'vitest';
import { newId } from '#lib/server/ids.ts';
import { openPdfWorker } from '#lib/server/print/pdfWorker.server.ts';
import { NotFound } from '#lib/verdict.ts';
import { readPdf } from '../../../../tests/support/files/pdf.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import * as batches from './batches.server.ts';
import { addressOf, qrPicture } from './cardSheet.server.ts';
import * as cards from './cards.server.ts';
import * as replacing from './replaceCard.server.ts';
import { makeCode, tidyCode } from './cardCode.ts';
import * as people from '../people.server.ts';

const able = await openPdfWorker.able();

async function centre(testApp: TestApp) {
	const helper = await testApp.person('none', { roles: ['helper'] });
	const form = { id: newId(), label: 'Café Montag', group: 'affected', organisation: '', size: 3, days: 30 } as const;
	const { codes } = await batches.issue(testApp.as(helper), form);
	const [first = '', second = ''] = codes.map(tidyCode);
	return { helper: testApp.as(helper), batch: form.id, codes, first, second };
}

const lost = (number: number) => ({ id: newId(), number });

describe('a lost card', () => {
	it('is replaced: the person stays the same, the old code opens nothing, its sessions end', async () => {
		const testApp = await makeTestApp();
		const { helper, batch, first, second } = await centre(testApp);
		const holder = await people.holderOf(testApp.as(null), first);
		const session = await people.enterWithCode(testApp.as(null), first);
		const neighbour = await people.enterWithCode(testApp.as(null), second);
		const { code } = await replacing.replace(helper, batch, lost(1));
		expect(await people.ofSession(testApp.as(null), session.value)).toBeNull();
		expect(await people.ofSession(testApp.as(null), neighbour.value)).not.toBeNull();
		await expect(people.holderOf(testApp.as(null), first)).rejects.toMatchObject({ reason: 'codeUnknown' });
		expect(await people.holderOf(testApp.as(null), tidyCode(code))).toBe(holder);
	});

	it('that nobody has used yet is replaced just the same', async () => {
		const testApp = await makeTestApp();
		const { helper, batch, first } = await centre(testApp);
		const { code } = await replacing.replace(helper, batch, lost(1));
		await expect(people.holderOf(testApp.as(null), first)).rejects.toMatchObject({ reason: 'codeUnknown' });
		expect(await people.holderOf(testApp.as(null), tidyCode(code))).toBeTruthy();
	});

	it('is replaced once by a form sent twice or at once, and by two forms one after the other', async () => {
		const testApp = await makeTestApp();
		const { helper, batch, second } = await centre(testApp);
		const form = lost(2);
		const answers = await Promise.allSettled([1, 2, 3].map(() => replacing.replace(helper, batch, form)));
		expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
		await expect(replacing.replace(helper, batch, form)).rejects.toMatchObject({ reason: 'cardKnown' });
		await replacing.replace(helper, batch, lost(2));
		await expect(people.holderOf(testApp.as(null), second)).rejects.toMatchObject({ reason: 'codeUnknown' });
		const open = await testApp.app.reader
			.selectFrom('cards')
			.select('id')
			.where('number', '=', 2)
			.where('revokedAt', 'is', null)
			.execute();
		expect(open).toHaveLength(1);
		expect((await cards.batch(helper, batch)).batch).toMatchObject({ replaced: 2, revoked: 0, used: 0 });
	});

	it('is replaced by whoever gave it out or the administration, and by nobody else', async () => {
		const testApp = await makeTestApp();
		const { batch, helper } = await centre(testApp);
		const late = () => testApp.as(helper.person);
		const other = testApp.as(await testApp.person('none', { roles: ['helper'] }));
		await expect(replacing.replace(other, batch, lost(1))).rejects.toMatchObject({ reason: 'batchNotYours' });
		const moderator = testApp.as(await testApp.person('none', { roles: ['moderator'] }));
		await expect(replacing.replace(moderator, batch, lost(1))).rejects.toMatchObject({ reason: 'roleMissing' });
		await expect(replacing.replace(testApp.as(null), batch, lost(1))).rejects.toMatchObject({ reason: 'signInFirst' });
		await replacing.replace(testApp.as(await testApp.person('none', { roles: ['admin'] })), batch, lost(1));
		await expect(replacing.replace(helper, batch, lost(9))).rejects.toMatchObject({ reason: 'cardNumberUnknown' });
		await expect(replacing.replace(helper, newId(), lost(1))).rejects.toThrow(NotFound);
		testApp.at('2027-06-10T12:00:00.000Z');
		await expect(replacing.replace(late(), batch, lost(1))).rejects.toMatchObject({ reason: 'batchOver' });
	});

	it('is told in the journal by number and batch, and nothing tells whose it was', async () => {
		const testApp = await makeTestApp();
		const { helper, batch, first } = await centre(testApp);
		const holder = await people.holderOf(testApp.as(null), first);
		const { code } = await replacing.replace(helper, batch, lost(1));
		const told = await testApp.app.reader
			.selectFrom('journal')
			.selectAll()
			.where('verb', '=', 'card.replaced')
			.execute();
		expect(told).toMatchObject([{ subjectId: batch, audience: 'staff' }]);
		const seen = JSON.stringify([told, await cards.batch(helper, batch)]);
		for (const secret of [holder, code, tidyCode(code)]) expect(seen).not.toContain(secret);
	});

	it('is looked at before it is replaced: number, batch, and the day somebody came in with it first', async () => {
		const testApp = await makeTestApp();
		const { helper, batch, first } = await centre(testApp);
		expect(await replacing.lookUp(helper, batch, 1)).toEqual({
			number: 'ZEN-1',
			label: 'Café Montag',
			firstUsed: null
		});
		await people.holderOf(testApp.as(null), first);
		expect(await replacing.lookUp(helper, batch, 1)).toMatchObject({ firstUsed: '2027-05-10' });
		await expect(replacing.lookUp(helper, batch, 9)).rejects.toMatchObject({ reason: 'cardNumberUnknown' });
		const other = testApp.as(await testApp.person('none', { roles: ['helper'] }));
		await expect(replacing.lookUp(other, batch, 1)).rejects.toMatchObject({ reason: 'batchNotYours' });
	});

	it('can be stopped by its holder with the old code within a day: the new one opens nothing, the old one again', async () => {
		const testApp = await makeTestApp();
		const { helper, batch, first } = await centre(testApp);
		const holder = await people.holderOf(testApp.as(null), first);
		expect(await replacing.canStop(testApp.as(null), first)).toBe(false);
		const { code } = await replacing.replace(helper, batch, lost(1));
		const thief = await people.enterWithCode(testApp.as(null), tidyCode(code));
		testApp.at('2027-05-11T11:59:59.000Z');
		expect(await replacing.canStop(testApp.as(null), first)).toBe(true);
		await replacing.stop(testApp.as(null), first);
		expect(await people.ofSession(testApp.as(null), thief.value)).toBeNull();
		await expect(people.holderOf(testApp.as(null), tidyCode(code))).rejects.toMatchObject({ reason: 'codeUnknown' });
		expect(await people.holderOf(testApp.as(null), first)).toBe(holder);
		await expect(replacing.stop(testApp.as(null), first)).rejects.toMatchObject({ reason: 'codeUnknown' });
		const late = testApp.as(helper.person);
		expect(await replacing.stoppedIn(late, batch)).toMatchObject([{ number: 'ZEN-1' }]);
		expect((await cards.batch(late, batch)).batch).toMatchObject({ replaced: 0 });
	});

	it('cannot be stopped after a day, nor with a code from before the last one', async () => {
		const testApp = await makeTestApp();
		const { helper, batch, first } = await centre(testApp);
		const { code } = await replacing.replace(helper, batch, lost(1));
		await replacing.replace(helper, batch, lost(1));
		await expect(replacing.stop(testApp.as(null), first)).rejects.toMatchObject({ reason: 'codeUnknown' });
		expect(await replacing.canStop(testApp.as(null), tidyCode(code))).toBe(true);
		testApp.at('2027-05-11T12:00:00.000Z');
		expect(await replacing.canStop(testApp.as(null), tidyCode(code))).toBe(false);
		await expect(replacing.stop(testApp.as(null), tidyCode(code))).rejects.toMatchObject({ reason: 'codeUnknown' });
	});

	it('can be taken back without another one', async () => {
		const testApp = await makeTestApp();
		const { helper, batch, first } = await centre(testApp);
		const session = await people.enterWithCode(testApp.as(null), first);
		await cards.revokeCard(helper, batch, 1);
		expect(await people.ofSession(testApp.as(null), session.value)).toBeNull();
		await expect(people.holderOf(testApp.as(null), first)).rejects.toMatchObject({ reason: 'codeUnknown' });
		await expect(cards.revokeCard(helper, batch, 1)).rejects.toMatchObject({ reason: 'cardNumberUnknown' });
		expect((await cards.batch(helper, batch)).batch).toMatchObject({ revoked: 1, replaced: 0, used: 1 });
	});
});

describe('a sheet of cards', () => {
	it.runIf(able)('carries every code, its address as a picture with words, and is accessible', async () => {
		const testApp = await makeTestApp();
		const { helper, batch, codes } = await centre(testApp);
		const pdf = await readPdf(await cards.sheet(helper, batch, codes.map(tidyCode)));
		expect(pdf).toMatchObject({ title: 'Karten: Café Montag', lang: 'de-DE', universal: '1', tagged: true, pages: 2 });
		expect(pdf.fonts.every((font) => font.embedded)).toBe(true);
		for (const code of codes) expect(pdf.text).toContain(code);
		expect(pdf.alts).toHaveLength(3);
		expect(pdf.roles).toMatchObject({ H1: 4, Figure: 3 });
	});

	it('has the code only behind the #', () => {
		expect(addressOf('https://x.example', 'K7MP-3QXR-9TWA-HC4N')).toBe(
			'https://x.example/anmelden#K7MP-3QXR-9TWA-HC4N'
		);
		expect(addressOf('https://x.example', 'K7MP', 'uk')).toBe('https://x.example/uk/anmelden#K7MP');
		expect(qrPicture('a')).toMatch(/^<svg [^>]+><path d="(M\d+ \d+h\d+v1h-\d+z)+"\/><\/svg>$/);
	});

	it('is made only of codes of this batch, and only for those who tend it', async () => {
		const testApp = await makeTestApp();
		const [ours, theirs] = [await centre(testApp), await centre(testApp)];
		const invented = makeCode(() => 5);
		await expect(cards.sheet(ours.helper, ours.batch, [ours.first, invented])).rejects.toThrow(NotFound);
		await expect(cards.sheet(ours.helper, ours.batch, [theirs.first])).rejects.toThrow(NotFound);
		await expect(cards.sheet(theirs.helper, ours.batch, [ours.first])).rejects.toMatchObject({
			reason: 'batchNotYours'
		});
	});
});
