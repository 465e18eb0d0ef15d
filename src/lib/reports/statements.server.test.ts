import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#lib/server/ids.ts';
import { openPdfWorker } from '#lib/server/print/pdfWorker.server.ts';
import * as versionPapers from '#lib/strategy/paper/versionPapers.server.ts';
import { dissentTitle } from '#lib/strategy/versions/board/boardText.ts';
import type { BoardStatement } from '#lib/strategy/versions/board/boardStatement.ts';
import { owedLines } from '#lib/strategy/versions/representedText.ts';
import type { Represented } from '#lib/strategy/versions/represented.ts';
import { count, fill, t } from '#lib/texts/texts.ts';
import { asDrawn, readPdf } from '../../../tests/support/files/pdf.ts';
import { unzip } from '../../../tests/support/files/zip.ts';
import { releaseReport } from '../../../tests/support/machine/released.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import { contribute, makeEditor } from '../../../tests/support/strategy/strategy.ts';
import * as papers from './papers.server.ts';

/** What is said of a version beside its points stands on paper as on its page: what a board says, and whom it leaves out. */

const able = await openPdfWorker.able();

const DISSENTS = ['Mir fehlt, wer das bezahlt.', 'Zu spät für meine Kinder.'];
const BOARD: BoardStatement = {
	...{ asked: true, members: 7, quorum: 4, agreed: 3, dissented: 2, silent: 2 },
	...{ agreements: ['Das hilft uns.'], dissents: DISSENTS }
};
const FEW = { deserved: null, percent: null, people: [{ group: 'practice', count: null }] };
const HALF = { deserved: 1, percent: 41, people: [{ group: 'affected', count: 12 }] };
const violation = (cluster: number, title: string, reason: string, groups: typeof FEW | typeof HALF) => ({
	...{ cluster, title, reason, groups, people: null }
});
const REPRESENTED: Represented = {
	...{ chosen: 2, leftOut: 5, uncounted: { organisations: 3, unknown: 0 } },
	groups: [
		{ group: 'affected', people: 29, covered: 17, without: 12, mostly: null },
		{ group: 'practice', people: null, covered: null, without: null, mostly: null }
	],
	violations: [
		violation(4, 'Der Bus am Abend', 'Die Busse bestellt der Kreis.', HALF),
		violation(6, 'Schlüssel fürs Lager', 'Das regelt jedes Haus selbst.', FEW)
	]
};

interface Paper {
	/** From its beginning, without gaps; in a PDF, what stands on its first page. */
	text: string;
	first: string;
}

async function wordOf(bytes: Uint8Array): Promise<Paper> {
	const text = asDrawn((unzip(bytes).get('word/document.xml') ?? '').replace(/<[^>]+>/g, ''));
	return { text, first: text };
}

async function pdfOf(bytes: Uint8Array): Promise<Paper> {
	const { text, firstPage } = await readPdf(bytes);
	return { text: asDrawn(text), first: asDrawn(firstPage) };
}

type Format = 'pdf' | 'docx';
const FORMATS: readonly Format[] = able ? ['pdf', 'docx'] : ['docx'];
const read = (bytes: Uint8Array, format: Format) => (format === 'pdf' ? pdfOf(bytes) : wordOf(bytes));

/** A town with version 1, of which this is said, and a report to the committee. */
async function publish(said: { board: BoardStatement; represented: Represented } | null): Promise<TestApp> {
	const testApp = await makeTestApp();
	const editor = await makeEditor(testApp);
	const from = [await contribute(testApp, await testApp.person())];
	await editor.start();
	await editor.add({ from, title: 'Wohnungen zuerst', body: 'Das Land baut.' });
	await editor.publish([], said?.represented ?? null, said?.board ?? null);
	const [reader, publisher] = [
		await testApp.person('none', { roles: ['publisher'] }),
		await testApp.person('none', { roles: ['publisher'] })
	];
	const text = { id: newId(), title: 'Erster Bericht', foreword: 'An den Ausschuss.' };
	await releaseReport(testApp.as(reader), testApp.as(publisher), testApp.consultationId, text);
	return testApp;
}

let spoken: TestApp | null = null;
let silent: TestApp | null = null;
beforeAll(async () => {
	spoken = await publish({ board: BOARD, represented: REPRESENTED });
	silent = await publish(null);
});

async function versionOf(testApp: TestApp | null, format: Format): Promise<Paper> {
	if (!testApp) throw new Error('nobody lives there');
	return read((await versionPapers.paper(testApp.as(null), 1, format)).bytes, format);
}
async function reportOf(testApp: TestApp | null, format: Format): Promise<Paper> {
	if (!testApp) throw new Error('nobody lives there');
	return read((await papers.paper(testApp.as(null), 1, format)).bytes, format);
}

/** Places of these words, from the beginning; each is there. */
function placesOf(text: string, words: readonly string[]): number[] {
	const places = words.map((one) => text.indexOf(asDrawn(one)));
	expect(words.filter((_, at) => (places[at] ?? -1) < 0)).toEqual([]);
	return places;
}
const inOrder = (places: readonly number[]) => expect(places).toEqual([...places].sort((a, b) => a - b));

describe.each(FORMATS)('as a %s file', (format) => {
	it('a version from which members of the board dissent says so first, on its first page, with every reason', async () => {
		const { text, first } = await versionOf(spoken, format);
		const front = [dissentTitle(BOARD), ...DISSENTS, t.strategy.document.contents];
		inOrder(placesOf(first, front));
		// Before anything of the strategy, its list of contents among it.
		inOrder(placesOf(text, [dissentTitle(BOARD), t.strategy.document.contents, 'Wohnungen zuerst']));
		placesOf(text, [t.board.shown.heading, 'Das hilft uns.', t.board.shown.nameless]);
	});

	it('a version says whom it stands for and why it leaves out what it does; of a few people no figure', async () => {
		const { text } = await versionOf(spoken, format);
		const { violations, chosen } = REPRESENTED;
		const lines = violations.flatMap((one) => [
			...[one.title, ...owedLines(one, chosen).map((line) => line.text)],
			fill(t.representation.violations.why, { reason: one.reason })
		]);
		placesOf(text, [t.representation.title, ...lines, '17 von 29']);
		inOrder(
			placesOf(
				text,
				[lines[1], lines[2], lines[4], lines[5]].map((line) => line ?? '')
			)
		);
		expect(lines[1]).toMatch(/^41\s%/);
		expect(lines[4]).toContain(t.representation.violations.owedFew);
	});

	it('a report says it of each version: dissents before all figures, beside each what is missing', async () => {
		const { text, first } = await reportOf(spoken, format);
		inOrder(placesOf(first, [dissentTitle(BOARD), ...DISSENTS, t.strategy.document.contents]));
		placesOf(text, [count(t.representation.report.some, 2), t.representation.report.column, t.board.report.column]);
		placesOf(text, [fill(t.board.report.sums, { agreed: 3, dissented: 2, members: 7 })]);
	});

	it('says nothing of it where there was no board and nothing was computed', async () => {
		const papers = [await versionOf(silent, format), await reportOf(silent, format)];
		const words = [
			t.representation.title,
			t.board.shown.heading,
			t.board.report.column,
			t.representation.report.column
		];
		for (const { text } of papers) for (const one of [...words, ...DISSENTS]) expect(text).not.toContain(asDrawn(one));
	});
});
