import { authorGroupKeys, groupName } from '../../people/groupNames.ts';
import { inOrder } from '../../profile/groups/group.ts';
import { blocksOf, inGerman, plainBlocks, type Block, type Setting } from '../../server/print/blocks.ts';
import { facts, heading, note, paragraph, type Document } from '../../server/print/document.ts';
import type { Run } from '../../server/print/runs.ts';
import { day } from '../../texts/dates.ts';
import { asGerman } from '../../texts/locales/german.ts';
import { official, translationOf } from '../../texts/locales/official.ts';
import { count, fill, t } from '../../texts/texts.ts';
import type { VersionPoint } from '../points/point.ts';
import { boardText, dissentTitle, quorumText } from '../versions/board/boardText.ts';
import { byGroup, dissentText, noteText, peopleText } from '../versions/omittedText.ts';
import { CHECKS } from '../versions/comprehension.ts';
import { coverageText, resultText, resultTitle, uncountedText, owedLines } from '../versions/representedText.ts';
import type { Version } from '../versions/version.ts';

const words = () => t.strategy.document;

/**
 * A published version as a paper. It shows only what the digest covers: contributions by number and relation, never
 * their text, so that a file made once stays true when a contribution is hidden or redacted later.
 */
export function versionPaper(version: Version, origin: string): Document {
	const fields = [...new Set(version.points.map((point) => point.field))];
	const at = version.publishedAt ?? '';
	return {
		title: official(version.title),
		lines: [
			[
				fill(t.strategy.version, { number: version.number }),
				t.strategy.kinds[version.kind],
				fill(t.strategy.publishedOn, { day: day(at) })
			].join(' · ')
		],
		contents: words().contents,
		front: dissent(version),
		blocks: [
			...easy(version, origin),
			...preamble(version, origin),
			...fields.flatMap((field, index) => [
				heading(1, official(field), `feld-${index + 1}`),
				...version.points.filter((point) => point.field === field).flatMap((point) => pointBlocks(point, origin))
			]),
			...waived(version),
			...represented(version, origin),
			...omitted(version, origin),
			...drops(version),
			...numbers(version),
			...board(version),
			...digest(version, origin)
		],
		foot: `${t.site.name} · ${fill(t.strategy.version, { number: version.number })}`,
		at
	};
}

/** Markdown in the language of the paper, or in German, which then says so. */
function officialBlocks(german: string, setting: Setting): Block[] {
	const said = translationOf(german);
	return said ? blocksOf(said.text, setting) : inGerman(blocksOf(german, setting));
}

function easy({ easy }: Version, origin: string): Block[] {
	return easy === '' ? [] : [heading(1, words().easy, 'einfach'), ...officialBlocks(easy, { base: 2, origin })];
}

/** Why something was published unchecked stands below the points, as on the page. */
function waived({ waived }: Version): Block[] {
	return CHECKS.flatMap((check) => {
		const reason = waived[check];
		return reason ? [note({ text: fill(t.understanding.waived[check], { reason }) })] : [];
	});
}

/** Whom it stands for, with every reason: as on the page of its own. */
function represented({ represented, number }: Version, origin: string): Block[] {
	if (!represented) return [];
	const said = t.representation;
	const uncounted = uncountedText(represented.uncounted);
	const covered = represented.groups.map((group): Block[] => [
		paragraph(fill(said.paper.coverage, { group: groupName(group.group), said: coverageText(group) }))
	]);
	return [
		heading(1, said.title, 'vertretung'),
		paragraph(`${resultTitle(represented)}. ${resultText(represented)}`),
		...represented.violations.flatMap((violation) => [
			heading(2, asGerman(violation.title), `fehlt-${violation.cluster}`),
			...owedLines(violation, represented.chosen).map(({ head, text }) => paragraph(`${head} ${text}`)),
			paragraph(fill(said.violations.why, { reason: violation.reason }))
		]),
		paragraph(said.coverage.lead),
		{ kind: 'list', items: covered },
		...(uncounted ? [note({ text: uncounted })] : []),
		note({ text: said.unseen.text }),
		note({ text: said.paper.more, href: `${origin}/fassungen/${number}/vertretung` })
	];
}

/** What it does not say: dissents and words with what the editors say to them; contributions by number. */
function omitted({ omitted, number }: Version, origin: string): Block[] {
	if (!omitted) return [];
	const said = t.omissions;
	const { dissents, words: lost, unused } = omitted;
	const dissenting = dissents.map((one): Block[] => [paragraph(dissentText(one)), note({ text: noteText(one.note) })]);
	const list = (items: Block[][]): Block[] => (items.length > 0 ? [{ kind: 'list', items }] : []);
	const missing = byGroup(lost ?? []).flatMap(({ group, words }) => [
		heading(2, groupName(group)),
		...list(words.map((one) => [paragraph(`${one.word}, ${peopleText(one)}`), note({ text: noteText(one.note) })]))
	]);
	return [
		heading(1, said.title, 'fehlt'),
		paragraph(said.lead),
		...(dissents.length === 0 ? [paragraph(said.dissents.none)] : [paragraph(said.dissents.lead), ...list(dissenting)]),
		...missing,
		paragraph(
			unused.length === 0 ? said.unused.none : `${count(said.unused.count, unused.length)} ${said.unused.answers}`
		),
		note({ text: said.title, href: `${origin}/fassungen/${number}/fehlt` })
	];
}

/** On the first page: somebody of the board dissents, and why. */
function dissent({ board }: Version): Block[] {
	if (!board || board.dissented === 0) return [];
	return [
		{ kind: 'paragraph', runs: [{ text: dissentTitle(board), strong: true }] },
		{ kind: 'list', items: board.dissents.map((reason) => inGerman(plainBlocks(reason))) },
		note({ text: t.board.shown.about })
	];
}

function board({ board }: Version): Block[] {
	if (!board) return [];
	const said = t.board.shown;
	const reasons = (title: string, list: readonly string[]): Block[] =>
		list.length === 0
			? []
			: [heading(2, title), { kind: 'list', items: list.map((one) => inGerman(plainBlocks(one))) }];
	return [
		heading(1, said.heading, 'beirat'),
		paragraph(said.about),
		paragraph(boardText(board)),
		...(board.asked ? [paragraph(quorumText(board))] : []),
		...reasons(said.dissents, board.dissents),
		...reasons(said.agreements, board.agreements),
		note({ text: said.nameless })
	];
}

function preamble({ preamble }: Version, origin: string): Block[] {
	return preamble === ''
		? []
		: [heading(1, words().preamble, 'vorwort'), ...officialBlocks(preamble, { base: 2, origin })];
}

function pointBlocks(point: VersionPoint, origin: string): Block[] {
	const { number, title, body, editorialNote, why, from } = point;
	const link: Run = { text: fill(words().discuss, { number }), href: `${origin}/punkte/${number}` };
	return [
		heading(2, `${fill(t.strategy.point, { number })}: ${official(title)}`, `punkt-${number}`),
		...officialBlocks(body, { base: 3, origin }),
		...measures(point),
		...from.map((one) => note({ text: fill(t.strategy.log[one.kind], { number: one.number }) })),
		...(why ? [note({ text: `${t.strategy.why.title}: ${asGerman(why)}` })] : []),
		...(editorialNote ? [note({ text: `${t.strategy.sources.note}: ${asGerman(editorialNote)}` })] : []),
		note({ text: `${t.strategy.sources.heading} ` }, ...sources(point, origin)),
		note(link)
	];
}

function measures({ measures }: VersionPoint): Block[] {
	if (measures.length === 0) return [];
	const said = t.strategy.measures;
	const items = measures.map(({ text, responsible, competence }): Block[] => [
		paragraph(official(text)),
		note({ text: fill(said.facts, { responsible, competence: said.competences[competence] }) })
	]);
	return [
		{ kind: 'paragraph', runs: [{ text: said.title, strong: true }] },
		{ kind: 'list', items }
	];
}

/** `Beitrag 3 (Übernommen), Beitrag 7 (Als Beispiel)`, each leading to its page. */
function sources({ sources, amendments }: VersionPoint, origin: string): Run[] {
	const behind: Run[][] = [
		...sources.map(({ proposalNumber: number, relation }): Run[] => [
			{ text: fill(words().source, { number }), href: `${origin}/beitraege/${number}` },
			{ text: ` (${t.strategy.relations[relation]})` }
		]),
		...amendments.map(({ number }): Run[] => [
			{ text: fill(t.amendments.number, { number }), href: `${origin}/aenderungen/${number}` }
		])
	];
	if (behind.length === 0) return [{ text: t.strategy.sources.none }];
	return behind.flatMap((runs, index) => [...(index > 0 ? [{ text: ', ' }] : []), ...runs]);
}

function drops({ drops, previousNumber }: Version): Block[] {
	if (drops.length === 0) return [];
	const items = drops.map(({ number, title, reason, into }): Block[] => [
		paragraph(`${fill(t.strategy.point, { number })}: ${official(title)}`),
		...into.map((one) => paragraph(fill(t.strategy.log.mergedInto, { number: one }))),
		paragraph(fill(words().reason, { reason }))
	]);
	return [
		heading(1, words().drops, 'weggefallen'),
		paragraph(fill(words().dropsLead, { number: previousNumber ?? '' })),
		{ kind: 'list', items }
	];
}

function numbers({ numbers }: Version): Block[] {
	if (!numbers) return [];
	const terms = words().numberTerms;
	const counted = (['points', 'contributions', 'answered', 'unanswered'] as const).map((key) => ({
		term: terms[key],
		text: String(numbers[key])
	}));
	const groups = inOrder(numbers.byGroup, authorGroupKeys()).map((group) => ({
		term: fill(words().groupTerm, { group: groupName(group) }),
		text: String(numbers.byGroup[group])
	}));
	return [heading(1, words().numbers, 'zahlen'), paragraph(words().numbersLead), facts([...counted, ...groups])];
}

function digest({ digest, number, previousNumber, previousDigest }: Version, origin: string): Block[] {
	if (!digest) return [];
	const address = `${origin}/fassungen/${number}/fassung-${number}.json`;
	return [
		heading(1, words().digest, 'pruefsumme'),
		paragraph(words().digestLead),
		facts([
			{ term: words().digestTerm, text: digest },
			...(previousDigest
				? [{ term: fill(words().digestFormer, { number: previousNumber ?? '' }), text: previousDigest }]
				: [])
		]),
		{ kind: 'paragraph', runs: [{ text: fill(words().download, { number }), href: address }] }
	];
}
