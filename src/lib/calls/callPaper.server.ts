import { blocksOf, type Block } from '../server/print/blocks.ts';
import { facts, heading, note, type Document } from '../server/print/document.ts';
import type { Run } from '../server/print/runs.ts';
import type { VersionPoint } from '../strategy/points/point.ts';
import { day, untilDay } from '../texts/dates.ts';
import { fill, t } from '../texts/texts.ts';
import { ITEM_KINDS } from './call.ts';
import { itemsOf } from './itemSources.ts';
import type { Call } from './reading.server.ts';

const words = () => t.calls;
type Item = ReturnType<typeof itemsOf>[number];

/** A call as a paper: what stands on its page, each item with the points it rests on. `points`: of its version. */
export function callPaper(call: Call, points: readonly VersionPoint[], origin: string): Document {
	const items = itemsOf(call, points);
	const { number, publishedAt, createdAt } = call;
	return {
		title: call.title,
		lines: [fill(words().number, { number })],
		contents: null,
		blocks: [
			about(call, origin),
			...blocksOf(call.intro, { base: 1, origin }),
			...ITEM_KINDS.flatMap((kind) => [
				heading(1, words().headings[kind], kind),
				...items.filter((item) => item.kind === kind).flatMap((item) => itemBlocks(item, call.versionNumber, origin))
			])
		],
		foot: `${t.site.name} · ${fill(words().number, { number })}`,
		at: publishedAt ?? createdAt
	};
}

function about({ deadline, versionNumber, publishedAt }: Call, origin: string): Block {
	return facts([
		{ term: words().deadlineTerm, text: deadline ? untilDay(deadline) : words().deadlineOpen },
		{
			term: words().versionTerm,
			text: `${fill(words().versionLink, { version: versionNumber })} (${origin}/fassungen/${versionNumber})`
		},
		...(publishedAt ? [{ term: words().publishedTerm, text: day(publishedAt) }] : [])
	]);
}

/** Contributions by number only: what is hidden or blackened later leaves the paper true. */
function itemBlocks({ title, body, grounds }: Item, version: number, origin: string): Block[] {
	const behind = grounds.flatMap(({ number, title, sources }): Run[][] => [
		[
			{ text: fill(words().point, { number, title }), href: `${origin}/fassungen/${version}#punkt-${number}` },
			...sources.flatMap((source): Run[] => [
				{ text: ', ' },
				{
					text: fill(t.strategy.document.source, { number: source.number }),
					href: `${origin}/beitraege/${source.number}`
				}
			])
		]
	]);
	return [
		heading(2, title),
		...blocksOf(body, { base: 3, origin }),
		note({ text: words().groundsHeading }),
		...(behind.length > 0 ? [list(behind)] : [])
	];
}

const list = (items: readonly Run[][]): Block => ({
	kind: 'list',
	items: items.map((runs): Block[] => [{ kind: 'paragraph', runs }])
});
