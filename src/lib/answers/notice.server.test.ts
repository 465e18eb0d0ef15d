import { describe, expect, it } from 'vitest';
import * as batches from '#lib/people/cards/batches.server.ts';
import { tidyCode } from '#lib/people/cards/cardCode.ts';
import * as people from '#lib/people/people.server.ts';
import { openPdfWorker } from '#lib/server/print/pdfWorker.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { readPdf } from '../../../tests/support/files/pdf.ts';
import { contribute, makeEditor } from '../../../tests/support/strategy/strategy.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import * as answers from './answers.server.ts';
import { NOTICE_MIN } from './notice.ts';
import { noticePaper } from './noticePaper.server.ts';
import * as strategy from '../strategy/strategy.server.ts';

const able = await openPdfWorker.able();

/** So many people with a card of one batch, each with one published contribution, answered with version 1. */
async function scene(authors: number) {
	const testApp = await makeTestApp();
	const helper = await testApp.person('none', { roles: ['helper'] });
	const form = { id: newId(), label: 'Café Montag', group: 'affected', organisation: '', size: 8, days: 30 } as const;
	const { codes } = await batches.issue(testApp.as(helper), form);
	const numbers: number[] = [];
	const names: string[] = [];
	for (const code of codes.slice(0, authors)) {
		const person = await people.byId(testApp.as(null), await people.holderOf(testApp.as(null), tidyCode(code)));
		if (!person) throw new Error('nobody');
		names.push(person.pseudonym);
		numbers.push(await contribute(testApp, person, `Beitrag von Karte ${numbers.length + 1}`));
	}
	const editor = await makeEditor(testApp);
	await editor.start();
	await editor.add({ from: numbers });
	const { id } = await editor.draft();
	const ids = await Promise.all(numbers.map(async (one) => (await proposals.byNumber(testApp.as(null), one)).id));
	await answers.write(editor.ctx, { proposals: ids, disposition: 'adopted', reason: 'Gute Idee.', responsible: '' });
	await editor.publish();
	await transaction(testApp.as(null), async (ctx) => answers.publishAnswers(ctx, await strategy.versionById(ctx, id)));
	return { testApp, batch: form.id, helper: testApp.as(helper), names, author: numbers[0] ?? 0 };
}

describe('the sheet for the notice board', () => {
	it('is refused while fewer than five people stand behind it', async () => {
		const { helper, batch } = await scene(NOTICE_MIN - 1);
		await expect(noticePaper(helper, batch)).rejects.toMatchObject({ reason: 'noticeTooFew' });
	});

	it('is refused when one of five is hidden', async () => {
		const { testApp, helper, batch, author } = await scene(NOTICE_MIN);
		const { id } = await proposals.byNumber(testApp.as(null), author);
		await transaction(testApp.as(null), ({ db }) =>
			db.updateTable('proposals').set({ hiddenAt: testApp.now }).where('id', '=', id).execute()
		);
		await expect(noticePaper(helper, batch)).rejects.toMatchObject({ reason: 'noticeTooFew' });
	});

	it('is for whoever gave the cards out', async () => {
		const { testApp, batch } = await scene(1);
		const other = testApp.as(await testApp.person('none', { roles: ['helper'] }));
		await expect(noticePaper(other, batch)).rejects.toMatchObject({ reason: 'batchNotYours' });
	});

	it.runIf(able)('tells what became of each contribution and names nobody', async () => {
		const { helper, batch, names } = await scene(NOTICE_MIN);
		const pdf = await readPdf((await noticePaper(helper, batch)).bytes);
		expect(pdf).toMatchObject({ universal: '1', tagged: true });
		expect(pdf.text.replace(/\s+/g, '')).toContain('BeitragvonKarte5');
		expect(pdf.text).toContain('Gute Idee.');
		for (const name of [...names, 'Café Montag']) expect(pdf.text).not.toContain(name);
	});
});
