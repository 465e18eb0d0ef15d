import { AUTHOR_GROUPS } from '../people/person.ts';
import { blocksOf, type Block } from '../server/print/blocks.ts';
import { facts, heading, note, paragraph, type Document } from '../server/print/document.ts';
import type { Run } from '../server/print/runs.ts';
import { day } from '../texts/de/dates.ts';
import { site } from '../texts/de/site.ts';
import { fill, t } from '../texts/texts.ts';
import type { VersionPoint } from './point.ts';
import { CHECKS } from './understood.ts';
import type { Version } from './version.ts';

const words = t.strategy.document;

/**
 * A published version as a paper. It shows only what the digest covers: contributions by number and relation, never
 * their text, so that a file made once stays true when a contribution is hidden or redacted later.
 */
export function versionPaper(version: Version, origin: string): Document {
	const fields = [...new Set(version.points.map((point) => point.field))];
	const at = version.publishedAt ?? '';
	return {
		title: version.title,
		lines: [
			[
				fill(t.strategy.version, { number: version.number }),
				t.strategy.kinds[version.kind],
				fill(t.strategy.publishedOn, { day: day(at) })
			].join(' · ')
		],
		contents: words.contents,
		blocks: [
			...easy(version, origin),
			...preamble(version, origin),
			...fields.flatMap((field, index) => [
				heading(1, field, `feld-${index + 1}`),
				...version.points.filter((point) => point.field === field).flatMap((point) => pointBlocks(point, origin))
			]),
			...waived(version),
			...drops(version),
			...numbers(version),
			...digest(version, origin)
		],
		foot: `${site.name} · ${fill(t.strategy.version, { number: version.number })}`,
		at
	};
}

function easy({ easy }: Version, origin: string): Block[] {
	return easy === '' ? [] : [heading(1, words.easy, 'einfach'), ...blocksOf(easy, { base: 2, origin })];
}

/** Why something was published unchecked stands below the points, as on the page. */
function waived({ waived }: Version): Block[] {
	return CHECKS.flatMap((check) => {
		const reason = waived[check];
		return reason ? [note({ text: fill(t.understanding.waived[check], { reason }) })] : [];
	});
}

function preamble({ preamble }: Version, origin: string): Block[] {
	return preamble === '' ? [] : [heading(1, words.preamble, 'vorwort'), ...blocksOf(preamble, { base: 2, origin })];
}

function pointBlocks(point: VersionPoint, origin: string): Block[] {
	const { number, title, body, editorialNote, why, from } = point;
	const link: Run = { text: fill(words.discuss, { number }), href: `${origin}/punkte/${number}` };
	return [
		heading(2, `${fill(t.strategy.point, { number })}: ${title}`, `punkt-${number}`),
		...blocksOf(body, { base: 3, origin }),
		...measures(point),
		...from.map((one) => note({ text: fill(t.strategy.log[one.kind], { number: one.number }) })),
		...(why ? [note({ text: `${t.strategy.why.title}: ${why}` })] : []),
		...(editorialNote ? [note({ text: `${t.strategy.sources.note}: ${editorialNote}` })] : []),
		note({ text: `${t.strategy.sources.heading} ` }, ...sources(point, origin)),
		note(link)
	];
}

function measures({ measures }: VersionPoint): Block[] {
	if (measures.length === 0) return [];
	const said = t.strategy.measures;
	const items = measures.map(({ text, responsible, competence }): Block[] => [
		paragraph(text),
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
			{ text: fill(words.source, { number }), href: `${origin}/beitraege/${number}` },
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
		paragraph(`${fill(t.strategy.point, { number })}: ${title}`),
		...into.map((one) => paragraph(fill(t.strategy.log.mergedInto, { number: one }))),
		paragraph(fill(words.reason, { reason }))
	]);
	return [
		heading(1, words.drops, 'weggefallen'),
		paragraph(fill(words.dropsLead, { number: previousNumber ?? '' })),
		{ kind: 'list', items }
	];
}

function numbers({ numbers }: Version): Block[] {
	if (!numbers) return [];
	const terms = words.numberTerms;
	const counted = (['points', 'contributions', 'answered', 'unanswered'] as const).map((key) => ({
		term: terms[key],
		text: String(numbers[key])
	}));
	const groups = AUTHOR_GROUPS.filter((group) => numbers.byGroup[group] !== undefined).map((group) => ({
		term: fill(words.groupTerm, { group: t.people.authorGroups[group] }),
		text: String(numbers.byGroup[group])
	}));
	return [heading(1, words.numbers, 'zahlen'), paragraph(words.numbersLead), facts([...counted, ...groups])];
}

function digest({ digest, number, previousNumber, previousDigest }: Version, origin: string): Block[] {
	if (!digest) return [];
	const address = `${origin}/fassungen/${number}/fassung-${number}.json`;
	return [
		heading(1, words.digest, 'pruefsumme'),
		paragraph(words.digestLead),
		facts([
			{ term: words.digestTerm, text: digest },
			...(previousDigest
				? [{ term: fill(words.digestFormer, { number: previousNumber ?? '' }), text: previousDigest }]
				: [])
		]),
		{ kind: 'paragraph', runs: [{ text: fill(words.download, { number }), href: address }] }
	];
}
