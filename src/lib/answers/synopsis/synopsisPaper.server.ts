import { groupName } from '../../people/groupNames.ts';
import { csv } from '../../csv.ts';
import { wordsOnPaper } from '../../proposals/summaries/textOnPaper.ts';
import type { Ctx } from '../../server/ctx.ts';
import type { SentFile } from '../../server/http/sendFile.ts';
import type { Run } from '../../server/print/runs.ts';
import { pdfTemplateData, paragraph, type Document } from '../../server/print/document.ts';
import { cachedPdf } from '../../server/print/pdfCache.server.ts';
import { day } from '../../texts/dates.ts';
import { count, fill, t } from '../../texts/texts.ts';
import { all, headOf, PAPER_MAX } from './synopsis.server.ts';
import type { SynopsisInput, SynopsisRow } from './synopsis.ts';

const words = () => t.answers.synopsis;

function outcome({ disposition, responsible }: SynopsisRow): string {
	if (disposition === null) return words().none;
	const said = t.answers.dispositions[disposition];
	return responsible ? `${said}. ${fill(t.answers.responsible, { name: responsible })}` : said;
}

const groupOf = ({ group }: SynopsisRow) => (group ? groupName(group) : '');
const relationOf = (row: SynopsisRow) =>
	row.points.map((point) => `${point.number} (${t.strategy.relations[point.relation]})`).join(', ');

/** For spreadsheets: every column a researcher asks for, one row for each contribution. */
export async function table(ctx: Ctx, number: number, ask: SynopsisInput): Promise<string> {
	const { origin } = ctx.app.config;
	const rows = (await all(ctx, number, ask)).map((row) => [
		row.number,
		row.title,
		`${origin}/beitraege/${row.number}`,
		row.field,
		groupOf(row),
		row.disposition ? t.answers.dispositions[row.disposition] : words().none,
		row.reason,
		row.responsible,
		relationOf(row)
	]);
	return csv(words().csvColumns, rows);
}

/** The same as an accessible PDF. Refused: print…. */
export async function paper(ctx: Ctx, number: number, ask: SynopsisInput): Promise<SentFile> {
	const { publishedAt } = await headOf(ctx, number);
	const document = synopsis(number, publishedAt, await all(ctx, number, ask, PAPER_MAX), ctx.app.config.origin);
	const job = { template: 'src/lib/server/print/document.typ', data: pdfTemplateData(document), at: document.at };
	return { bytes: await cachedPdf(job), name: `synopse-fassung-${number}.pdf`, type: 'application/pdf' };
}

function synopsis(number: number, at: string, rows: readonly SynopsisRow[], origin: string): Document {
	const cells = (row: SynopsisRow): Run[][] => [
		[
			{ text: fill(t.proposals.number, { number: row.number }), href: `${origin}/beitraege/${row.number}` },
			{ text: ': ' },
			wordsOnPaper(row.title, row.language)
		],
		[{ text: [row.field, groupOf(row)].filter(Boolean).join(', ') }],
		[{ text: outcome(row) }],
		[{ text: row.points.length > 0 ? relationOf(row) : words().noPoint }]
	];
	const head = [words().columns.contribution, words().columns.field, words().columns.outcome, words().columns.points];
	return {
		title: fill(words().paperTitle, { number }),
		lines: [fill(t.strategy.publishedOn, { day: day(at) }), count(words().found, rows.length)],
		contents: null,
		blocks: [
			paragraph(words().lead),
			...(rows.length >= PAPER_MAX ? [paragraph(fill(words().more, { most: PAPER_MAX }))] : []),
			{ kind: 'table', head: head.map((text) => [{ text }]), rows: rows.map(cells), widths: [5, 3, 3, 2.6] }
		],
		foot: `${t.site.name} · ${fill(t.strategy.version, { number })}`,
		at
	};
}
