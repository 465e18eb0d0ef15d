import * as amendments from '../amendments/amendments.server.ts';
import * as answers from '../answers/answers.server.ts';
import { mayReadOwn } from '../positionPapers/positionPaper.ts';
import * as proposals from '../proposals/proposals.server.ts';
import { wordsOnPaper } from '../proposals/summaries/textOnPaper.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import type { SentFile } from '../server/http/sendFile.ts';
import { plainBlocks, type Block } from '../server/print/blocks.ts';
import {
	heading,
	note,
	paragraph,
	pdfTemplateData,
	table,
	withoutSigns,
	type Document
} from '../server/print/document.ts';
import { openTextFile } from '../server/print/openText.server.ts';
import { openPdfWorker } from '../server/print/pdfWorker.server.ts';
import { wordFile } from '../server/print/word.server.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { day, isoDay } from '../texts/dates.ts';
import { official } from '../texts/locales/official.ts';
import { fill, t } from '../texts/texts.ts';
import { found, obey } from '../verdict.ts';
import * as votes from '../votes/votes.server.ts';
import type { StatementFormat } from './statementFile.ts';

/** All that a list has, page by page. */
async function whole<T, P>(page: (after: P | null) => Promise<{ items: T[]; next: P | null }>): Promise<T[]> {
	const all: T[] = [];
	let after: P | null = null;
	do {
		const { items, next }: { items: T[]; next: P | null } = await page(after);
		all.push(...items);
		after = next;
	} while (after !== null);
	return all;
}

/** A heading with what stands below it; nothing where there is nothing. */
const part = (title: string, blocks: readonly Block[]): Block[] =>
	blocks.length === 0 ? [] : [heading(1, title), ...blocks];

type Sent = Awaited<ReturnType<typeof proposals.minePage>>['sent'][number];
type Answers = Awaited<ReturnType<typeof answers.publishedFor>>;
type Places = Awaited<ReturnType<typeof strategy.placesOf>>;

/** What was said to one contribution, and where it stands in the strategy: what is out, never what a draft holds. */
function answered(answer: ReturnType<Answers['get']>, places: ReturnType<Places['get']> = []): Block[] {
	const words = t.answers;
	if (!answer) return [paragraph(words.none)];
	const { disposition, responsible, reason, publishedAt, versionNumber } = answer;
	return [
		paragraph(`${words.heading}: ${words.dispositions[disposition]}`),
		...plainBlocks(reason),
		...(responsible ? [paragraph(fill(words.responsible, { name: responsible }))] : []),
		...(publishedAt ? [note({ text: fill(words.with, { number: versionNumber, day: day(publishedAt) }) })] : []),
		...places.map(({ pointNumber, pointTitle }) =>
			paragraph(fill(words.place, { number: pointNumber, title: official(pointTitle) }))
		)
	];
}

function contribution({ number, title, body, language, state, field, submittedAt }: Sent): Block[] {
	const named = title ? wordsOnPaper(title, language).text : t.proposals.tombstone;
	const facts = [t.proposals.states[state], field && official(field), submittedAt && day(submittedAt)];
	return [
		heading(2, `${fill(t.proposals.number, { number: number ?? '' })}: ${named}`),
		note({ text: facts.filter(Boolean).join(' · ') }),
		...plainBlocks(body || t.privacy.paper.gone)
	];
}

async function contributions(ctx: Ctx): Promise<Block[]> {
	const sent = await whole(async (after: number | null) => {
		const { sent: items, next } = await proposals.minePage(ctx, after);
		return { items, next };
	});
	const ids = sent.map(({ id }) => id);
	const given = await answers.publishedFor(ctx, ids);
	const places = await strategy.placesOf(ctx, ids);
	return sent
		.sort((one, other) => (one.number ?? 0) - (other.number ?? 0))
		.flatMap((one) => [
			...contribution(one),
			...(one.state === 'published' ? answered(given.get(one.id), places.get(one.id)) : [])
		]);
}

async function proposed(ctx: Ctx): Promise<Block[]> {
	const own = await whole(async (after: number | null) => {
		const { amendments: items, next } = await amendments.minePage(ctx, after);
		return { items, next };
	});
	return own
		.reverse()
		.flatMap(({ number, title, body, reason, state, decision }) => [
			heading(2, `${fill(t.amendments.number, { number })}: ${title}`),
			note({ text: t.comments.states[state] }),
			...plainBlocks(body || t.privacy.paper.gone),
			...plainBlocks(reason),
			...(decision?.publishedAt
				? [
						paragraph(`${t.answers.heading}: ${t.amendments.outcomes[decision.outcome]}`),
						...plainBlocks(decision.reason)
					]
				: [])
		]);
}

async function voted(ctx: Ctx, organisationId: string): Promise<Block[]> {
	const { columns, older, point } = t.organisations.page;
	const positions = await votes.positionsOf(ctx, organisationId);
	const points = await strategy.headingsOf(
		ctx,
		positions.map(({ wordingId }) => wordingId)
	);
	const rows = positions.flatMap(({ wordingId, choice, since }) => {
		const one = points.get(wordingId);
		if (!one) return [];
		const title = fill(point, { number: one.number, title: official(one.title) });
		return [[one.newest ? title : `${title} (${older})`, t.votes.choices[choice], day(since)]];
	});
	return rows.length === 0 ? [] : [table([columns.point, columns.choice, columns.since], rows, [4, 2, 2])];
}

async function documentFor(ctx: Ctx): Promise<Document> {
	const { organisation, organisationId } = signedIn(ctx);
	const id = found(organisationId, 'organisation');
	return {
		title: `${t.answers.notice.title} ${organisation ?? ''}`.trim(),
		lines: [t.mine.leadOrganisation, fill(t.answers.table.asOf, { day: day(ctx.now) })],
		contents: null,
		blocks: [
			...part(t.mine.proposals, await contributions(ctx)),
			...part(t.amendments.mine.title, await proposed(ctx)),
			...part(t.mine.votes, await voted(ctx, id))
		],
		foot: t.site.name,
		at: ctx.now
	};
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * What an organisation said, and what became of it so far, as a file for those who decide in it and have no card. Printed
 * anew each time and kept nowhere. Refused: signInFirst, papersOfOrganisations, print….
 */
export async function statementFile(ctx: Ctx, format: StatementFormat): Promise<SentFile> {
	obey(mayReadOwn(ctx.person));
	const document = await documentFor(ctx);
	const name = `stellungnahme-${isoDay(ctx.now)}.${format}`;
	if (format === 'docx') return { name, type: WORD, bytes: await wordFile(withoutSigns(document)) };
	if (format === 'odt')
		return { name, type: 'application/vnd.oasis.opendocument.text', bytes: openTextFile(withoutSigns(document)) };
	const template = 'src/lib/server/print/document.typ';
	const bytes = await openPdfWorker.print({ template, data: pdfTemplateData(document), at: ctx.now });
	return { name, type: 'application/pdf', bytes };
}
