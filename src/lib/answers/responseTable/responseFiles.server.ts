import { csv } from '../../csv.ts';
import type { Ctx } from '../../server/ctx.ts';
import type { SentFile } from '../../server/http/sendFile.ts';
import { paragraph, pdfTemplateData, type Document } from '../../server/print/document.ts';
import { openTextFile } from '../../server/print/openText.server.ts';
import { cachedPdf } from '../../server/print/pdfCache.server.ts';
import type { Run } from '../../server/print/runs.ts';
import { workbookFile } from '../../server/print/workbook.server.ts';
import { wordFile } from '../../server/print/word.server.ts';
import { day, isoDay } from '../../texts/dates.ts';
import { count, fill, t } from '../../texts/texts.ts';
import { noonOf } from '../../time.ts';
import type { WorkInput } from '../worklist/worklist.ts';
import type { ResponseRow, TableAsk } from './responseTable.ts';
import { rows } from './responseTable.server.ts';

const words = () => t.answers.table;

/** A paper longer than that nobody reads; the tables for spreadsheets have more. */
const ON_PAPER = 1_000;
const IN_SHEETS = 20_000;

const cells = (row: ResponseRow): (string | number)[] => [
	...[row.number, row.from, row.field, row.title, row.text, row.concern],
	...[row.answer, row.reason, row.points]
];

/** The response table as a file, with what the filter shows. Refused: roleMissing, print…. */
export async function responseTable(ctx: Ctx, ask: WorkInput, { format, namen: named }: TableAsk): Promise<SentFile> {
	const isSheet = format === 'xlsx' || format === 'csv';
	const table = await rows(ctx, ask, { named, most: isSheet ? IN_SHEETS : ON_PAPER });
	const name = `abwaegungstabelle-${isoDay(ctx.now)}.${format}`;
	const document = () => asDocument(ctx, table);
	switch (format) {
		case 'csv':
			return { name, type: 'text/csv', bytes: Buffer.from(csv(words().columns, table.rows.map(cells))) };
		case 'xlsx': {
			const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
			return { name, type, bytes: workbookFile(words().title, words().columns, table.rows.map(cells)) };
		}
		case 'docx': {
			const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
			return { name, type, bytes: await wordFile(document()) };
		}
		case 'odt':
			return { name, type: 'application/vnd.oasis.opendocument.text', bytes: openTextFile(document(), 'landscape') };
		case 'pdf': {
			const template = 'src/lib/server/print/document.typ';
			const job = { template, data: pdfTemplateData(document()), at: isoDay(ctx.now) };
			return { name, type: 'application/pdf', bytes: await cachedPdf(job, 'team') };
		}
	}
}

function asDocument(ctx: Ctx, { rows, whole }: { rows: readonly ResponseRow[]; whole: boolean }): Document {
	const runs = (...texts: string[]): Run[] =>
		texts.filter(Boolean).flatMap((text, at): Run[] => [...(at > 0 ? [{ text: '\n' }] : []), { text }]);
	const written = rows.map((row) => [
		runs(`${fill(t.proposals.number, { number: row.number })}: ${row.title}`, row.from, row.field),
		runs(row.text),
		runs(row.concern),
		runs(row.answer || words().open, row.reason),
		runs(row.points)
	]);
	const table = { head: words().paperColumns.map((text) => [{ text }]), rows: written, widths: [3, 5, 2.5, 4, 2.5] };
	return {
		title: words().title,
		lines: [fill(words().asOf, { day: day(ctx.now) }), count(words().rows, rows.length)],
		contents: null,
		blocks: [...(whole ? [] : [paragraph(fill(words().more, { most: ON_PAPER }))]), { kind: 'table', ...table }],
		foot: `${t.site.name} · ${words().title}`,
		// The day, not the moment: what is printed twice on a day is one file, made once.
		at: noonOf(isoDay(ctx.now))
	};
}
