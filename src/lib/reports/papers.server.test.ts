import { expect, it } from 'vitest';
import { newId } from '#lib/server/ids.ts';
import { releaseReport } from '../../../tests/support/machine/released.ts';
import { putProposal, putVersion } from '../../../tests/support/editions/published.ts';
import { unzip } from '../../../tests/support/files/zip.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import * as papers from './papers.server.ts';
import * as reports from './reports.server.ts';
import { answersTable, participationTable, type Figured } from './tables.ts';

/** The cells of every table of a Word file. */
function tablesIn(bytes: Uint8Array): string[][][] {
	const inside = (xml: string, tag: string) =>
		[...xml.matchAll(new RegExp(`<w:${tag}(?: [^>]*)?>(.*?)</w:${tag}>`, 'gs'))].map(([, inner = '']) => inner);
	return inside(unzip(bytes).get('word/document.xml') ?? '', 'tbl').map((table) =>
		inside(table, 'tr').map((row) => inside(row, 'tc').map((cell) => inside(cell, 't').join('')))
	);
}

const cellsOf = ({ columns, rows }: Figured) => [columns, ...rows.map(({ head, cells }) => [head, ...cells])];

it('is a Word file with the figures of its page', async () => {
	const testApp = await makeTestApp();
	for (const group of ['affected', 'affected', 'practice']) await putProposal(testApp, await testApp.person(group));
	await putVersion(testApp, { number: 1, titles: ['Mehr Beratung', 'Weniger Formulare'] });
	const [publisher, reader] = [
		await testApp.person('none', { roles: ['publisher'] }),
		await testApp.person('none', { roles: ['publisher'] })
	];
	const text = { id: newId(), title: 'Erster Bericht', foreword: 'An den **Ausschuss**.' };
	await releaseReport(testApp.as(reader), testApp.as(publisher), testApp.consultationId, text);
	const { bytes, name } = await papers.paper(testApp.as(null), 1, 'docx');
	expect(name).toBe('bericht-1.docx');
	const { figures } = await reports.byNumber(testApp.as(null), 1);
	const tables = tablesIn(bytes);
	for (const shown of [participationTable(figures.participation), answersTable(figures)]) {
		const wanted = cellsOf(shown);
		const found = tables.find(([head]) => head?.join('|') === wanted[0]?.join('|')) ?? [];
		expect(found).toHaveLength(wanted.length);
		// What is not added up is said in words.
		const figured = found.map((row, place) => row.map((cell, at) => (wanted[place]?.[at] === null ? null : cell)));
		expect(figured).toEqual(wanted);
	}
});
