import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { newId } from '#lib/server/ids.ts';
import { openPdfWorker } from '#lib/server/print/pdfWorker.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { NotFound } from '#lib/verdict.ts';
import { readPdf } from '../../../../tests/support/files/pdf.ts';
import { contribute, makeEditor } from '../../../../tests/support/strategy/strategy.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import * as answers from '../answers.server.ts';
import { SynopsisQuery } from './synopsis.ts';
import * as synopsis from './synopsis.server.ts';
import * as papers from './synopsisPaper.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import * as strategy from '../../strategy/strategy.server.ts';

const able = await openPdfWorker.able();
const ask = (more: Record<string, string> = {}) => SynopsisQuery.parse(more);
const EVIL = '=HYPERLINK("https://x.example")';

/** Three contributions: one adopted in point 1, one declined, one without an answer. Version 1 is out. */
async function scene(): Promise<{ testApp: TestApp; numbers: number[] }> {
	const testApp = await makeTestApp();
	const authors = [await testApp.person(), await testApp.person('research'), await testApp.person('practice')];
	const titles = ['Mehr Wohnungen', EVIL, 'Noch offen'];
	const numbers: number[] = [];
	for (const [index, author] of authors.entries()) numbers.push(await contribute(testApp, author, titles[index]));
	const editor = await makeEditor(testApp);
	await editor.start();
	await editor.add({ from: numbers.slice(0, 1), relation: 'adopts' });
	const { id } = await editor.draft();
	const idOf = async (at: number) => (await proposals.byNumber(testApp.as(null), numbers[at] ?? 0)).id;
	const say = async (at: number, disposition: 'adopted' | 'declined', reason: string) =>
		answers.write(editor.ctx, { proposals: [await idOf(at)], disposition, reason, responsible: '' });
	await say(0, 'adopted', 'Steht in Punkt 1.');
	await say(1, 'declined', 'Zu teuer.');
	await editor.publish();
	await transaction(testApp.as(null), async (ctx) => answers.publishAnswers(ctx, await strategy.versionById(ctx, id)));
	return { testApp, numbers };
}

describe('the synopsis of a version', () => {
	it('leads from every contribution to its answer and its points', async () => {
		const { testApp, numbers } = await scene();
		const { rows, next } = await synopsis.page(testApp.as(null), 1, ask());
		expect(next).toBeNull();
		expect(rows.map((row) => row.number)).toEqual(numbers);
		expect(rows).toMatchObject([
			{ disposition: 'adopted', points: [{ number: 1, relation: 'adopts' }], group: 'affected' },
			{ disposition: 'declined', reason: 'Zu teuer.', points: [] },
			{ disposition: null, points: [] }
		]);
	});

	it('is filtered by field, group and outcome, alone and together', async () => {
		const { testApp, numbers } = await scene();
		const found = async (more: Record<string, string>) =>
			(await synopsis.page(testApp.as(null), 1, ask(more))).rows.map((row) => numbers.indexOf(row.number));
		expect(await found({ verbleib: 'declined' })).toEqual([1]);
		expect(await found({ verbleib: 'none' })).toEqual([2]);
		expect(await found({ gruppe: 'affected' })).toEqual([0]);
		expect(await found({ gruppe: 'affected', verbleib: 'none' })).toEqual([]);
		expect(await found({ feld: 'zugang' })).toEqual([]);
		expect(await found({ feld: 'wohnen', nach: String(numbers[0]) })).toEqual([1, 2]);
		expect(await found({ verbleib: 'nonsense', gruppe: '%', nach: 'NaN' })).toEqual([0, 1, 2]);
	});

	it('leaves out what is not public, what came later, and answers of later versions', async () => {
		const { testApp, numbers } = await scene();
		const hidden = (await proposals.byNumber(testApp.as(null), numbers[0] ?? 0)).id;
		await transaction(testApp.as(null), ({ db }) =>
			db.updateTable('proposals').set({ hiddenAt: testApp.now }).where('id', '=', hidden).execute()
		);
		testApp.at('2027-05-20T12:00:00.000Z');
		await contribute(testApp, await testApp.person(), 'Kam später');
		const { rows } = await synopsis.page(testApp.as(null), 1, ask());
		expect(rows.map((row) => row.title)).toEqual([EVIL, 'Noch offen']);
	});

	it('exists for published versions only', async () => {
		const testApp = await makeTestApp();
		const editor = await makeEditor(testApp);
		await editor.start();
		await expect(synopsis.page(editor.ctx, 1, ask())).rejects.toThrow(NotFound);
		await expect(synopsis.page(testApp.as(null), Number.NaN, ask())).rejects.toThrow(NotFound);
	});

	it('goes on from page to page without losing or repeating one', async () => {
		const { testApp } = await scene();
		const author = await testApp.person();
		testApp.at('2027-05-09T12:00:00.000Z');
		const made = Array.from({ length: synopsis.PAGE }, () => newId());
		for (const [index] of made.entries()) await contribute(testApp, author, `Beitrag ${index}`);
		const first = await synopsis.page(testApp.as(null), 1, ask());
		const second = await synopsis.page(testApp.as(null), 1, ask({ nach: String(first.next) }));
		const numbers = [...first.rows, ...second.rows].map((row) => row.number);
		expect(numbers).toHaveLength(synopsis.PAGE + 3);
		expect(new Set(numbers).size).toBe(numbers.length);
		expect((await synopsis.all(testApp.as(null), 1, ask())).map((row) => row.number)).toEqual(numbers);
	});

	it('is a table in which nothing becomes a formula', async () => {
		const { testApp } = await scene();
		const [head, ...rows] = parse(await papers.table(testApp.as(null), 1, ask()), { bom: true, delimiter: ';' });
		expect(head).toHaveLength(9);
		expect(rows.map((row: string[]) => row[1])).toEqual(['Mehr Wohnungen', `'${EVIL}`, 'Noch offen']);
		expect(rows[0]).toContain('1 (Übernommen)');
	});

	it.runIf(able)('is an accessible PDF with everything the page says', async () => {
		const { testApp } = await scene();
		const pdf = await readPdf((await papers.paper(testApp.as(null), 1, ask())).bytes);
		expect(pdf).toMatchObject({ universal: '1', tagged: true, lang: 'de-DE' });
		expect(pdf.roles).toMatchObject({ Table: 1, TH: 4, TR: 4 });
		for (const words of ['Mehr Wohnungen', EVIL, 'Nicht übernommen', 'Noch keine Antwort'])
			expect(pdf.text.replace(/\s+/g, '')).toContain(words.replace(/\s+/g, ''));
	});
});
