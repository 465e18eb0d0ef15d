import { groupName } from '../people/groupNames.ts';
import { districtName } from '../people/details/district.ts';
import type { Ctx } from '../server/ctx.ts';
import { wordsOnPaper } from '../proposals/summaries/textOnPaper.ts';
import { signedIn } from '../server/ctx.ts';
import type { SentFile } from '../server/http/sendFile.ts';
import { plainBlocks, type Block } from '../server/print/blocks.ts';
import { facts, pdfTemplateData, heading, note, paragraph, table } from '../server/print/document.ts';
import { QUESTIONS } from '../evaluations/evaluation.ts';
import { openPdfWorker } from '../server/print/pdfWorker.server.ts';
import { day } from '../texts/dates.ts';
import { fill, t } from '../texts/texts.ts';
import { ownData, type OwnData } from './data.server.ts';

const words = () => t.privacy;
const paper = words().paper;

/** A heading with what stands below it; nothing at all where there is nothing. */
function part(title: string, blocks: readonly Block[]): Block[] {
	return blocks.length === 0 ? [] : [heading(1, title), ...blocks];
}

interface Said {
	title: string;
	state: string;
	at: string;
	body: string;
}

function text({ title, state, at, body }: Said): Block[] {
	return [heading(2, title), note({ text: `${state} · ${day(at)}` }), ...plainBlocks(body || paper.gone)];
}

function person({ person, cardValidUntil, cardNumber }: OwnData): Block {
	return facts([
		{ term: words().terms.name, text: person.name },
		...(person.organisation ? [{ term: words().terms.organisation, text: person.organisation }] : []),
		...(person.organisation ? [] : [{ term: words().terms.group, text: groupName(person.group) }]),
		{ term: words().terms.since, text: day(person.since) },
		...(cardNumber ? [{ term: words().terms.cardNumber, text: cardNumber }] : []),
		...(cardValidUntil ? [{ term: words().terms.card, text: day(cardValidUntil) }] : [])
	]);
}

const consentsOf = ({ consents }: OwnData) =>
	consents.map(({ purpose, givenAt, withdrawnAt }) => [
		words().consents.boxes[purpose],
		day(givenAt),
		withdrawnAt ? day(withdrawnAt) : ''
	]);

function texts({ contributions, comments, amendments }: OwnData): Block[] {
	return [
		...part(
			words().terms.contributions,
			contributions.flatMap((one) => {
				const heading = one.title && wordsOnPaper(one.title, one.language).text;
				const title = one.number ? `${fill(t.proposals.number, { number: one.number })}: ${heading}` : heading;
				const said = [
					t.proposals.states[one.state],
					...(one.language === 'de' ? [] : [fill(paper.writtenIn, { language: t.people.languages[one.language] })]),
					...(one.district === null ? [] : [fill(paper.livesIn, { district: districtName(one.district) })])
				];
				return text({
					title: title || t.mine.untitled,
					state: said.join(' · '),
					at: one.createdAt,
					body: one.body && wordsOnPaper(one.body, one.language).text
				});
			})
		),
		...part(
			words().terms.comments,
			comments.flatMap((one) => {
				const about = one.contribution && fill(paper.commentOn, { number: one.contribution });
				const title = [t.comments.stances[one.stance], about].filter(Boolean).join(' · ');
				return text({ title, state: t.comments.states[one.state], at: one.createdAt, body: one.body });
			})
		),
		...part(
			words().terms.amendments,
			amendments.flatMap((one) => {
				const title = `${fill(t.amendments.number, { number: one.number })}: ${one.title}`;
				return text({ title, state: t.comments.states[one.state], at: one.createdAt, body: one.body });
			})
		)
	];
}

/** Wordings beside those that stand there, and papers by their names: what they say is the organisation's. */
function beside({ editions, papers }: OwnData): Block[] {
	const former = editions.flatMap(({ sentAt, texts }) => [
		heading(2, day(sentAt)),
		...plainBlocks(texts.filter(Boolean).join('\n\n') || paper.gone)
	]);
	const rows = papers.map(({ name, uploadedAt }) => [name, day(uploadedAt)]);
	return [
		...part(paper.editions, former),
		...part(t.positionPapers.title, rows.length > 0 ? [table([paper.what, paper.when], rows, [3, 1])] : [])
	];
}

function judged({ evaluations }: OwnData): Block[] {
	const rows = evaluations.flatMap(({ phase, ...said }) =>
		QUESTIONS.map((question) => [phase, t.evaluations.questions[question], t.evaluations.answers[said[question]]])
	);
	return part(t.evaluations.title, rows.length > 0 ? [table([paper.phase, paper.what, paper.choice], rows)] : []);
}

function choices({ supports, votes, ticks, understood, board }: OwnData): Block[] {
	const backed = supports.map(({ number, at }) => [fill(t.proposals.number, { number }), day(at)]);
	const cast = votes.map((vote) => [
		fill(t.mine.point, { number: vote.point, title: vote.title }),
		t.votes.choices[vote.choice],
		vote.recorded ? t.votes.recorded : ''
	]);
	const ticked = ticks.map(({ point, measure }) => [fill(t.strategy.point, { number: point }), measure]);
	const answers = understood.map(({ point, answer, why, at }) => [
		fill(t.strategy.point, { number: point }),
		[t.understanding.answers[answer], why].filter(Boolean).join(': '),
		day(at)
	]);
	return [
		...part(words().terms.supports, backed.length > 0 ? [table([paper.what, paper.when], backed)] : []),
		...part(
			words().terms.votes,
			cast.length > 0
				? [paragraph(words().votesHint), table([paper.what, paper.choice, paper.how], cast, [3, 2, 2])]
				: []
		),
		...part(paper.ticks, ticked.length > 0 ? [table([paper.point, paper.what], ticked, [1, 4])] : []),
		...part(paper.understood, answers.length > 0 ? [table([paper.what, paper.choice, paper.when], answers)] : []),
		...(board
			? part(t.board.title, [paragraph(fill(paper.boardSince, { day: day(board.since) })), ...spoken(board)])
			: [])
	];
}

function spoken({ statements }: NonNullable<OwnData['board']>): Block[] {
	const rows = statements.map(({ version, choice, reason }) => [
		fill(t.strategy.version, { number: version }),
		[t.board.choices[choice], reason].filter(Boolean).join(': ')
	]);
	return rows.length > 0 ? [table([paper.what, paper.choice], rows, [1, 4])] : [];
}

/** What the journal keeps, counted by day: its words are those of programs, the file for programs has them one by one. */
function journal({ journal }: OwnData): Block[] {
	const days = new Map<string, number>();
	for (const { at } of journal) days.set(day(at), (days.get(day(at)) ?? 0) + 1);
	const rows = [...days].map(([when, count]) => [when, String(count)]);
	return part(words().terms.journal, rows.length > 0 ? [table([paper.when, paper.entries], rows)] : []);
}

/** Everything of `ownData` as an accessible PDF. Never a code. Refused: signInFirst, print…. */
export async function ownPaper(ctx: Ctx): Promise<SentFile> {
	signedIn(ctx);
	const data = await ownData(ctx);
	const consents = consentsOf(data);
	const document = {
		title: words().title,
		lines: [words().lead, fill(paper.asOf, { day: day(ctx.now) })],
		contents: null,
		blocks: [
			...part(words().overview, [person(data)]),
			...part(
				words().consentsTitle,
				consents.length > 0 ? [table([paper.allowed, paper.since, paper.until], consents, [3, 1, 1])] : []
			),
			...texts(data),
			...beside(data),
			...choices(data),
			...judged(data),
			...journal(data)
		],
		foot: t.site.name,
		at: ctx.now
	};
	// Printed anew each time and kept nowhere: it is one person's.
	const bytes = await openPdfWorker.print({
		template: 'src/lib/server/print/document.typ',
		data: pdfTemplateData(document),
		at: ctx.now
	});
	return { bytes, name: 'meine-daten.pdf', type: 'application/pdf' };
}
