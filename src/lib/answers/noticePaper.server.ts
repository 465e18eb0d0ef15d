import * as cards from '../people/cards/cards.server.ts';
import { ofAuthors } from '../proposals/lists/headings.server.ts';
import { wordsOnPaper } from '../proposals/summaries/textOnPaper.ts';
import type { Ctx } from '../server/ctx.ts';
import type { SentFile } from '../server/http/sendFile.ts';
import type { Block } from '../server/print/blocks.ts';
import { pdfTemplateData, heading, paragraph, type Document } from '../server/print/document.ts';
import { cachedPdf } from '../server/print/pdfCache.server.ts';
import { day } from '../texts/dates.ts';
import { fill, t } from '../texts/texts.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { obey, type Verdict } from '../verdict.ts';
import * as answers from './answers.server.ts';
import { mayHangUp } from './notice.ts';

const words = () => t.answers.notice;

/** Contributions that came with the cards of one batch and were answered with a published version. */
async function answered(ctx: Ctx, batchId: string) {
	const authored = await ofAuthors(ctx, await cards.holders(ctx, batchId));
	const given = await answers.publishedFor(
		ctx,
		authored.map((one) => one.id)
	);
	const found = authored.filter((one) => given.has(one.id));
	return { found, given, verdict: mayHangUp({ authors: new Set(found.map((one) => one.author)).size }) };
}

/** Whether there can be a sheet, for the page that offers it. Refused: batchNotYours. */
export async function mayHaveNotice(ctx: Ctx, batchId: string): Promise<Verdict> {
	return (await answered(ctx, batchId)).verdict;
}

/**
 * What became of the contributions that came with the cards of one batch, for the notice board where they were given
 * out. Only what everybody can read and what was answered with a published version: so the sheet changes only when a
 * version comes out, and nobody sees on it who wrote something this week. Refused: batchNotYours, noticeTooFew, print….
 */
export async function noticePaper(ctx: Ctx, batchId: string): Promise<SentFile> {
	const { found, given, verdict } = await answered(ctx, batchId);
	obey(verdict);
	const places = await strategy.placesOf(
		ctx,
		found.map((one) => one.id)
	);
	const blocks = found.flatMap(({ id, number, title, language }): Block[] => {
		const answer = given.get(id);
		return [
			heading(1, fill(t.strategy.sources.contribution, { number, title: wordsOnPaper(title, language).text })),
			...(answer ? outcome(answer) : []),
			...(places.get(id) ?? []).map(({ pointNumber, pointTitle }) =>
				paragraph(fill(words().place, { number: pointNumber, title: pointTitle }))
			)
		];
	});
	return sheet(ctx, blocks);
}

function outcome({ disposition, reason, responsible, versionNumber }: answers.Answer): Block[] {
	const said = t.answers.dispositions[disposition];
	return [
		{
			kind: 'paragraph',
			runs: [{ text: said, strong: true }, { text: ` (${fill(t.strategy.version, { number: versionNumber })})` }]
		},
		...(reason ? [paragraph(reason)] : []),
		...(responsible ? [paragraph(fill(t.answers.responsible, { name: responsible }))] : [])
	];
}

async function sheet(ctx: Ctx, blocks: Block[]): Promise<SentFile> {
	const address = ctx.app.config.origin.replace(/^https?:\/\//, '');
	const document: Document = {
		title: words().title,
		lines: [fill(words().lead, { day: day(ctx.now) })],
		contents: null,
		blocks: [...blocks, heading(1, words().moreHeading), paragraph(fill(words().more, { address }))],
		foot: t.site.name,
		at: ctx.now
	};
	const data = { ...pdfTemplateData(document), size: 13 };
	const pdf = await cachedPdf(
		{ template: 'src/lib/server/print/document.typ', data, at: ctx.now.slice(0, 10) },
		'team'
	);
	return { bytes: pdf, name: 'aushang.pdf', type: 'application/pdf' };
}
