import { describe, expect, it } from 'vitest';
import { write } from '../answers/answers.server.ts';
import { openPdfWorker } from '../server/print/pdfWorker.server.ts';
import { draft } from '../../../tests/support/strategy/drafted.ts';
import { contribute } from '../../../tests/support/strategy/strategy.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import { unzip } from '../../../tests/support/files/zip.ts';
import { withWords } from '../wording/wording.server.ts';
import { FORMATS } from './statementFile.ts';
import { statementFile } from './statementFile.server.ts';

const able = await openPdfWorker.able();
const BEGINNINGS = { docx: 'PK', odt: 'PK', pdf: '%PDF-' } as const;

/** Two seats of an organisation, which has written twice; somebody else has written, too. */
async function setting() {
	const testApp = await makeTestApp();
	const office = await testApp.person('practice', { organisation: 'Tafel Musterstadt e. V.' });
	for (const title of ['Mehr Tafeln & Küchen', 'Ein Amt für alles']) await contribute(testApp, office, title);
	await contribute(testApp, await testApp.person(), 'Mein eigenes Anliegen');
	const rows = await testApp.app.reader.selectFrom('proposals').select('id').orderBy('number').execute();
	const editor = testApp.as(await testApp.person('none', { roles: ['editor', 'moderator'] }));
	return { testApp, office, editor, ids: rows.map(({ id }) => id) };
}

const wordsOf = (bytes: Uint8Array) =>
	(unzip(bytes).get('word/document.xml') ?? '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('what an organisation takes along', () => {
	it('has all its contributions with their words, and says that there is no answer yet', async () => {
		const { testApp, office } = await setting();
		const { bytes, name } = await statementFile(testApp.as(office), 'docx');
		expect(name).toMatch(/^stellungnahme-.*\.docx$/);
		const words = wordsOf(bytes);
		expect(words).toContain('Tafel Musterstadt e. V.');
		for (const said of [
			'Beitrag 1: Mehr Tafeln &amp; Küchen',
			'Beitrag 2: Ein Amt für alles',
			'Noch gibt es keine Antwort'
		])
			expect(words).toContain(said);
		expect(words).not.toContain('Mein eigenes Anliegen');
	});

	it('has an answer as soon as it is out, and never one of a draft', async () => {
		const { testApp, office, editor, ids } = await setting();
		const { id } = await draft(testApp, [{ sources: ids.slice(0, 1) }]);
		await write(editor, { proposals: ids.slice(0, 1), disposition: 'adopted', reason: 'Steht drin.', responsible: '' });
		expect(wordsOf((await statementFile(testApp.as(office), 'docx')).bytes)).not.toContain('Steht drin.');
		const { writer } = testApp.app;
		await writer.updateTable('versions').set({ publishedAt: testApp.now }).where('id', '=', id).execute();
		await writer.updateTable('answers').set({ publishedAt: testApp.now }).execute();
		const words = wordsOf((await statementFile(testApp.as(office), 'docx')).bytes);
		expect(words).toContain('Was daraus geworden ist: Übernommen');
		expect(words).toContain('Steht drin.');
	});

	it.each(FORMATS.filter((format) => format !== 'pdf' || able))('is a %s', async (format) => {
		const { testApp, office } = await setting();
		const { bytes } = await statementFile(testApp.as(office), format);
		expect(Buffer.from(bytes).toString('latin1').startsWith(BEGINNINGS[format])).toBe(true);
	});

	it('has no sign in another language that only our pages know', async () => {
		const { testApp, office } = await setting();
		const ctx = testApp.as(office);
		for (const format of ['docx', 'odt'] as const) {
			const { bytes } = await withWords({ ...ctx, locale: 'uk' }, () =>
				statementFile({ ...ctx, locale: 'uk' }, format)
			);
			expect([...unzip(bytes).values()].join('')).not.toMatch(/[\ue000-\ue002]/);
		}
	});

	it('is only for organisations', async () => {
		const { testApp, editor } = await setting();
		for (const who of [testApp.as(null), testApp.as(await testApp.person()), editor])
			await expect(statementFile(who, 'docx')).rejects.toThrow(/signInFirst|papersOfOrganisations/);
	});
});
