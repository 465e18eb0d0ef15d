import { describe, expect, it } from 'vitest';
import * as batches from '#lib/people/batches.server.ts';
import { tidyCode } from '#lib/people/code.ts';
import * as people from '#lib/people/people.server.ts';
import { press } from '#lib/server/print/press.server.ts';
import { together } from '#lib/server/db/together.ts';
import { newId } from '#lib/server/ids.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { readPdf } from '../../../tests/support/pdf.ts';
import { contribute, makeEditor } from '../../../tests/support/strategy.ts';
import { makeTown } from '../../../tests/support/town.ts';
import * as answers from './answers.server.ts';
import { NOTICE_LEAST } from './notice.ts';
import { noticePaper } from './noticePaper.server.ts';

const able = await press.able();

/** So many people with a card of one batch, each with one published contribution, answered with version 1. */
async function scene(authors: number) {
	const town = await makeTown();
	const helper = await town.person('none', { roles: ['helper'] });
	const form = { id: newId(), label: 'Café Montag', group: 'affected', organisation: '', size: 8, days: 30 } as const;
	const { codes } = await batches.issue(town.as(helper), form);
	const numbers: number[] = [];
	const names: string[] = [];
	for (const code of codes.slice(0, authors)) {
		const person = await people.byId(town.as(null), await people.holderOf(town.as(null), tidyCode(code)));
		if (!person) throw new Error('nobody');
		names.push(person.pseudonym);
		numbers.push(await contribute(town, person, `Beitrag von Karte ${numbers.length + 1}`));
	}
	const editor = await makeEditor(town);
	await editor.start();
	await editor.add({ from: numbers });
	const { id } = await editor.draft();
	const ids = await Promise.all(numbers.map(async (one) => (await proposals.byNumber(town.as(null), one)).id));
	await answers.write(editor.ctx, { proposals: ids, disposition: 'adopted', reason: 'Gute Idee.', responsible: '' });
	await editor.publish();
	await together(town.as(null), (ctx) => answers.goOut(ctx, id));
	return { town, batch: form.id, helper: town.as(helper), names, author: numbers[0] ?? 0 };
}

describe('the sheet for the notice board', () => {
	it('is refused while fewer than five people stand behind it', async () => {
		const { helper, batch } = await scene(NOTICE_LEAST - 1);
		await expect(noticePaper(helper, batch)).rejects.toMatchObject({ reason: 'noticeTooFew' });
	});

	it('is refused when one of five is hidden', async () => {
		const { town, helper, batch, author } = await scene(NOTICE_LEAST);
		const { id } = await proposals.byNumber(town.as(null), author);
		await together(town.as(null), ({ db }) =>
			db.updateTable('proposals').set({ hiddenAt: town.now }).where('id', '=', id).execute()
		);
		await expect(noticePaper(helper, batch)).rejects.toMatchObject({ reason: 'noticeTooFew' });
	});

	it('is for whoever gave the cards out', async () => {
		const { town, batch } = await scene(1);
		const other = town.as(await town.person('none', { roles: ['helper'] }));
		await expect(noticePaper(other, batch)).rejects.toMatchObject({ reason: 'batchNotYours' });
	});

	it.runIf(able)('tells what became of each contribution and names nobody', async () => {
		const { helper, batch, names } = await scene(NOTICE_LEAST);
		const pdf = readPdf((await noticePaper(helper, batch)).bytes);
		expect(pdf).toMatchObject({ universal: '1', tagged: true });
		expect(pdf.text.replace(/\s+/g, '')).toContain('BeitragvonKarte5');
		expect(pdf.text).toContain('Gute Idee.');
		for (const name of [...names, 'Café Montag']) expect(pdf.text).not.toContain(name);
	});
});
