import type { Deadline } from '../answers/deadlines/deadline.ts';
import { byDay, deadlineText } from '../answers/deadlines/deadlineText.ts';
import { QUESTIONS } from '../evaluations/evaluation.ts';
import { balancedCell } from '../evaluations/resultText.ts';
import { groupName } from '../people/groupNames.ts';
import { blocksOf, plainBlocks, type Block } from '../server/print/blocks.ts';
import { facts, heading, paragraph, table, type Document } from '../server/print/document.ts';
import { boardCell, dissentTitle } from '../strategy/versions/board/boardText.ts';
import { missingText } from '../strategy/versions/representedText.ts';
import { day, dayTime } from '../texts/dates.ts';
import { signed, whole } from '../texts/numbers.ts';
import { fill, t } from '../texts/texts.ts';
import type { Changes } from './changes.ts';
import { dissentedIn, isContested, newestOf, type Figures } from './figures.ts';
import type { Report } from './reports.server.ts';
import { answersTable, openText, declaredIn, participationTable, type Figured } from './tables.ts';
import { balancedText, besides, groupText, versionLink } from './wording.ts';

const words = () => t.reports;

/** A report to the committee as a paper: the same figures in the same order as on its page. */
export function reportPaper(report: Report, origin: string): Document {
	const { figures, changes, number, publishedAt } = report;
	return {
		title: report.title,
		lines: [fill(words().number, { number }), words().committee],
		contents: t.strategy.document.contents,
		front: dissents(figures),
		blocks: [
			about(report),
			...blocksOf(report.foreword, { base: 1, origin }),
			...participation(figures),
			...answers(figures),
			...points(figures),
			...contested(figures),
			...judged(figures),
			...versions(figures),
			...since(changes)
		],
		foot: `${t.site.name} · ${fill(words().number, { number })}`,
		at: publishedAt
	};
}

/** On the first page: members of the board dissent from a version, and why. */
function dissents({ versions }: Figures): Block[] {
	return dissentedIn(versions).flatMap(({ number, title, board }) => [
		{
			kind: 'paragraph',
			runs: [
				{ text: `${fill(t.board.report.to, { number, title })}. `, strong: true },
				{ text: dissentTitle(board), strong: true }
			]
		},
		{ kind: 'list', items: board.dissents.map((reason) => plainBlocks(reason)) }
	]);
}

function about({ figures, publishedAt, digest }: Report): Block {
	const version = newestOf(figures);
	return facts([
		{ term: words().terms.date, text: dayTime(publishedAt) },
		{ term: words().terms.version, text: version ? versionLink(version) : words().noVersion },
		...(digest === '' ? [] : [{ term: words().terms.digest, text: digest }])
	]);
}

function groups(figures: Figures['participation'], show: (number: number) => string): Block {
	return tableOf(participationTable(figures, show), [2, 1, 1, 1.4]);
}

/** As wide as the page has room for; what is not added up is said in words. */
function tableOf({ columns, rows }: Figured, widths: readonly number[]): Block {
	const { notAddedSpoken } = words().participation;
	const lines = rows.map(({ head, cells }) => [head, ...cells.map((cell) => cell ?? notAddedSpoken)]);
	return table(columns, lines, [...widths, ...columns.slice(widths.length).map(() => 1.4)]);
}

function participation(figures: Figures): Block[] {
	const { heading: title, note } = words().participation;
	return [heading(1, title, 'beteiligung'), groups(figures.participation, whole), paragraph(note)];
}

function answers(figures: Figures): Block[] {
	return [
		heading(1, words().answers.heading, 'antworten'),
		paragraph(openText(figures)),
		tableOf(answersTable(figures), [3, 1, 1]),
		...deadlines(figures.deadlines ?? [])
	];
}

function deadlines(all: readonly Deadline[]): Block[] {
	const { columns } = t.answers.deadlines;
	const heads = [columns.phase, columns.by, columns.received, columns.answered, columns.state];
	const rows = all.map((one) => [one.phase, byDay(one), whole(one.received), whole(one.answered), deadlineText(one)]);
	return all.length === 0
		? []
		: [heading(2, words().answers.deadlines, 'zusagen'), table(heads, rows, [3, 2, 1.4, 1.6, 3])];
}

function points(figures: Figures): Block[] {
	const said = words().points;
	const version = newestOf(figures);
	const title = heading(1, said.heading, 'punkte');
	if (!version) return [title, paragraph(said.none)];
	const declared = declaredIn(figures.participation);
	const head = [said.point, ...declared.map(groupName), said.balanced];
	const fields = [...new Set(figures.points.map((point) => point.field))].flatMap((field): Block[] => [
		heading(2, field),
		table(
			head,
			figures.points
				.filter((point) => point.field === field)
				.map((point) => [
					[fill(t.calls.point, { number: point.number, title: point.title }), ...besides(point)].join(' · '),
					...declared.map((group) => groupText(point, group)),
					balancedText(point) ?? said.balancedNoneSpoken
				]),
			[3, ...declared.map(() => (declared.length > 3 ? 1.5 : 2)), 1.6]
		)
	]);
	const lead = fill(said.lead, { number: version.number, count: whole(figures.points.length) });
	return [title, paragraph(lead), paragraph(said.balancedHint), ...fields];
}

function contested(figures: Figures): Block[] {
	const said = words().contested;
	const found = figures.points.filter(isContested).map(({ number, title, round }) => {
		const by = (round?.summary.contestedBy ?? []).map((group) => groupName(group)).join(', ');
		const why = by ? fill(said.by, { groups: by }) : said.apart;
		return [paragraph(`${fill(t.calls.point, { number, title })}. ${why}`)];
	});
	const list: Block[] = found.length > 0 ? [{ kind: 'list', items: found }] : [];
	return [heading(1, said.heading, 'streit'), paragraph(found.length > 0 ? said.lead : said.none), ...list];
}

/** How those who took part found each phase. */
function judged({ evaluations = [] }: Figures): Block[] {
	if (evaluations.length === 0) return [];
	const { report, questions } = t.evaluations;
	const head = [report.phase, ...QUESTIONS.map((question) => questions[question])];
	const rows = evaluations.map((one) => [one.title, ...one.questions.map(balancedCell)]);
	return [
		heading(1, report.title, 'urteil'),
		paragraph(report.lead),
		table(head, rows, [1.6, ...QUESTIONS.map(() => 1)])
	];
}

function versions({ versions, calls }: Figures): Block[] {
	const said = words().versions;
	const asked = versions.some(({ missing }) => missing !== undefined);
	const spoken = versions.some(({ board }) => board !== undefined);
	const head = [
		...[said.version, said.date, said.points],
		...(asked ? [t.representation.report.column] : []),
		...(spoken ? [t.board.report.column] : [])
	];
	const rows = versions.map(({ missing, board, ...one }) => [
		...[versionLink(one), day(one.publishedAt), whole(one.points)],
		...(asked ? [missing === undefined ? t.representation.report.unchecked : missingText(missing)] : []),
		...(spoken ? [boardCell(board)] : [])
	]);
	const called = calls.map((call) => [paragraph(`${call.title}, ${day(call.publishedAt)}`)]);
	const list: Block[] = called.length > 0 ? [heading(2, said.calls), { kind: 'list', items: called }] : [];
	const shown =
		rows.length > 0
			? table(head, rows, [3, 2, 1, ...(asked ? [2] : []), ...(spoken ? [2] : [])])
			: paragraph(said.none);
	return [heading(1, said.heading, 'veroeffentlicht'), shown, ...list];
}

const LISTS = ['versions', 'calls', 'added', 'dropped', 'newlyContested', 'settled'] as const;

function since(changes: Changes | null): Block[] {
	const said = words().changes;
	const title = heading(1, said.heading, 'veraendert');
	if (!changes) return [title, paragraph(said.first)];
	const lists = LISTS.filter((list) => changes[list].length > 0).flatMap((list): Block[] => [
		heading(2, said[list]),
		{ kind: 'list', items: changes[list].map(({ number, title }) => [paragraph(`${number}: ${title}`)]) }
	]);
	return [
		title,
		paragraph(fill(said.since, { day: day(changes.since) })),
		paragraph(fill(said.answered, { change: signed(changes.answered) })),
		paragraph(fill(said.open, { change: signed(changes.open) })),
		groups(changes.participation, signed),
		...(changes.organisationsApart ? [paragraph(words().participation.organisationsApart)] : []),
		...(lists.length > 0 ? lists : [paragraph(said.nothing)])
	];
}
