import { groupName } from '../../people/groupNames.ts';
import { percent, whole } from '../../texts/numbers.ts';
import { fill, t } from '../../texts/texts.ts';
import type { SharesRow } from '../../ui/data/shares.ts';
import { knownOf, type ShownCounts, type ShownRow } from './publishedResult.ts';
import { shareOf } from '../summary/knownRange.ts';
import { CHOICES, type Choice } from '../vote.ts';

const words = () => t.votes;

/** How one group voted, as text and as a bar. What is held back is said and drawn as that. */
export function drawn(row: ShownRow): SharesRow {
	const label = groupName(row.group);
	if (row.state === 'none') return { label, count: words().noVotes, cells: null, parts: [], range: null };
	if (row.state === 'few') return { label, count: words().fewVotes, cells: null, parts: [], range: null };
	const cell = (choice: Choice) => cellOf(row, choice);
	return {
		label,
		count: row.n === 1 ? words().oneVote : fill(words().manyVotes, { n: whole(row.n) }),
		cells: { agree: cell('agree'), pass: cell('pass'), disagree: cell('disagree') },
		parts: partsOf(row),
		range: rangeOf(row)
	};
}

/** Whether something of these rows is held back, so that the reader is told why. */
export function isHeld(rows: readonly ShownRow[]): boolean {
	return rows.some(
		(row) => row.state === 'few' || (row.state === 'counted' && CHOICES.some((one) => row[one] === null))
	);
}

/** "12 (34 %)": the count first, because a percentage of few people says little. */
function cellOf(row: ShownCounts, choice: Choice): string {
	const count = row[choice];
	if (count !== null) return `${whole(count)} (${percent(count / row.n)})`;
	if (row.mostly?.choice === choice) return fill(words().atLeast, { share: percent(row.mostly.share) });
	return words().notShown;
}

/** The bar from 0 to 100; what is held back is one piece of its own. */
function partsOf(row: ShownCounts): SharesRow['parts'] {
	const share = (choice: Choice) => {
		const count = row[choice];
		return count === null ? (row.mostly?.choice === choice ? row.mostly.share : null) : count / row.n;
	};
	const held = 1 - CHOICES.reduce((sum, choice) => sum + (share(choice) ?? 0), 0);
	const first = CHOICES.find((choice) => share(choice) === null);
	let x = 0;
	return CHOICES.flatMap((choice) => {
		const own = share(choice);
		if (own === null && choice !== first) return [];
		const width = Math.max(0, tenth(own ?? held));
		const part = { kind: own === null ? ('held' as const) : choice, x: tenth(x / 100), width };
		x += width;
		return [part];
	});
}

/** Percent with one decimal. */
const tenth = (share: number) => Math.round(share * 1000) / 10;

/** Where the true share of agreement lies; null when too much is held back to say. */
function rangeOf(row: ShownRow & ShownCounts): SharesRow['range'] {
	const known = knownOf(row);
	if (!known || (row.agree === null && row.mostly === null)) return null;
	const { low, high } = shareOf(known.agree, row.n);
	const text = fill(words().range, { low: percent(low), high: percent(high) });
	return { low: tenth(low), high: tenth(high), text };
}
