import { describe, expect, it } from 'vitest';
import { newId } from '#lib/server/ids.ts';
import * as distillation from '#lib/distillation/distillation.server.ts';
import { readSheet } from '#lib/import/sheet.ts';
import { draft } from '../../../../tests/support/strategy/drafted.ts';
import { openPdfWorker } from '#lib/server/print/pdfWorker.server.ts';
import { later, MINUTE } from '#lib/time.ts';
import { contribute } from '../../../../tests/support/strategy/strategy.ts';
import { makeTestApp } from '../../../../tests/support/machine/testApp.ts';
import { unzip } from '../../../../tests/support/files/zip.ts';
import { write } from '../answers.server.ts';
import { WorkQuery } from '../worklist/worklist.ts';
import { responseTable } from './responseFiles.server.ts';
import { FORMATS } from './responseTable.ts';

const able = await openPdfWorker.able();
const ALL = WorkQuery.parse({ zeigen: 'all' });

/** One contribution of an organisation, answered and in a cluster; one of somebody else, with signs that break files. */
async function setting() {
	const testApp = await makeTestApp();
	const editor = testApp.as(await testApp.person('none', { roles: ['editor', 'moderator'] }));
	const office = await testApp.person('practice', { organisation: 'Tafel Musterstadt e. V.' });
	await contribute(testApp, office, 'Mehr Tafeln & Küchen');
	await contribute(testApp, await testApp.person(), '=SUMME(A1) <b>\u0001');
	const rows = await testApp.app.reader.selectFrom('proposals').select('id').orderBy('number').execute();
	const [first = ''] = rows.map(({ id }) => id);
	await draft(testApp, [{ sources: [first] }]);
	await write(editor, { proposals: [first], disposition: 'adopted', reason: 'Steht jetzt drin.', responsible: '' });
	await distillation.syncContributions(testApp.as(null));
	const how = { relation: 'summarises', dissent: null } as const;
	const put = { id: newId(), seen: [{ number: 1, revision: 1 }], to: null, title: 'Essen für alle', ...how };
	await distillation.put(editor, testApp.consultationId, put);
	return { testApp, editor };
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('the response table', () => {
	it('goes from contribution to concern, answer and point, without names unless they are asked for', async () => {
		const { editor } = await setting();
		const csv = text((await responseTable(editor, ALL, { format: 'csv', namen: false })).bytes);
		expect(csv).toContain('Mehr Tafeln & Küchen');
		expect(csv).toContain('Essen für alle;Übernommen;Steht jetzt drin.;Punkt 1');
		expect(csv).not.toContain('Musterstadt');
		const named = text((await responseTable(editor, ALL, { format: 'csv', namen: true })).bytes);
		expect(named).toContain('Tafel Musterstadt e. V.');
	});

	it.runIf(able)('is printed once a day, however often it is asked for', async () => {
		const { testApp, editor } = await setting();
		const first = await responseTable(editor, ALL, { format: 'pdf', namen: false });
		testApp.at(later(testApp.now, MINUTE));
		const again = await responseTable(testApp.as(editor.person), ALL, { format: 'pdf', namen: false });
		expect(again.bytes).toBe(first.bytes);
	});

	it('shows what the filter of the list shows', async () => {
		const { editor } = await setting();
		const lacking = await responseTable(editor, WorkQuery.parse({}), { format: 'csv', namen: false });
		expect(text(lacking.bytes)).not.toContain('Mehr Tafeln');
	});

	it('is a workbook that can be read again, with no formula in it', async () => {
		const { editor } = await setting();
		const { bytes } = await responseTable(editor, ALL, { format: 'xlsx', namen: false });
		const { header, records } = readSheet(Buffer.from(bytes));
		expect(header.slice(0, 2)).toEqual(['Nummer', 'Von']);
		expect(records).toHaveLength(2);
		expect(unzip(bytes).get('xl/worksheets/sheet1.xml')).not.toContain('<f>');
	});

	it.each(FORMATS)('comes as %s, whatever signs people wrote', async (format) => {
		const { editor } = await setting();
		const { bytes, name } = await responseTable(editor, ALL, { format, namen: true });
		expect(name).toMatch(new RegExp(`^abwaegungstabelle-[0-9-]+\\.${format}$`));
		if (format === 'odt') {
			const content = unzip(bytes).get('content.xml') ?? '';
			expect(content).toContain('Mehr Tafeln &amp; Küchen');
			expect(content).not.toMatch(/\u0001|<b>/);
			expect(text(bytes.slice(38, 80))).toContain('application/vnd.oasis.opendocument.text');
		}
		if (format === 'pdf') expect(text(bytes.slice(0, 5))).toBe('%PDF-');
		expect(bytes.length).toBeGreaterThan(300);
	});

	it('is not for everybody', async () => {
		const { testApp } = await setting();
		const outsider = testApp.as(await testApp.person());
		await expect(responseTable(outsider, ALL, { format: 'csv', namen: false })).rejects.toThrow('roleMissing');
	});
});
