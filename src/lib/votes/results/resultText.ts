import { groupName } from '../../people/groupNames.ts';
import type { Group } from '../../people/person.ts';
import { percent, whole } from '../../texts/numbers.ts';
import { count, fill, t } from '../../texts/texts.ts';
import type { ShownRound, ShownRow } from './publishedResult.ts';
import type { Range } from '../summary/knownRange.ts';
import { VERDICT_NAMES, type PointVerdict } from './overview.ts';
import type { Summary } from '../summary/summary.ts';

const words = () => t.votes.overview.sentences;

const names = (groups: readonly Group[]) => groups.map((group) => groupName(group)).join(', ');

/** "73 %", or "71 bis 75 %" where numbers are held back. */
export function balancedText({ least, most }: Range): string {
	const [from, to] = [whole(least * 100), whole(most * 100)];
	return from === to ? percent(least) : fill(t.votes.fromTo, { from, to: percent(most) });
}

/** What came out of all points, in sentences: before any table. */
export function atAGlance(counts: Readonly<Record<PointVerdict, number>>): string {
	const all = Object.values(counts).reduce((sum, one) => sum + one, 0);
	const told = VERDICT_NAMES.filter((verdict) => counts[verdict] > 0);
	return [count(words().of, all), ...told.map((verdict) => count(words()[verdict], counts[verdict]))].join(' ');
}

/** The result in one sentence. */
function verdictOf({ word, side }: Summary): string {
	const verdicts = t.votes.words;
	return word === 'shared' || word === 'tendency' ? verdicts[word][side ?? 'agree'] : verdicts[word];
}

/** The result of a round in sentences, the most important first. */
export function inWords(summary: Summary): string[] {
	const { balanced, contestedBy, tooFew, unclearFor } = summary;
	return [
		verdictOf(summary),
		...(contestedBy.length > 0 ? [fill(t.votes.contestedBy, { groups: names(contestedBy) })] : []),
		...(balanced === null ? [] : [fill(t.votes.balanced, { share: balancedText(balanced) })]),
		...(tooFew.length > 0 ? [fill(t.votes.tooFew, { groups: names(tooFew) })] : []),
		...(unclearFor.length > 0 ? [fill(t.votes.unclear, { groups: names(unclearFor) })] : [])
	];
}

/** What tells most in a line, for a list in which the verdict is the heading. */
export function inShort({ summary, persons }: Pick<ShownRound, 'summary' | 'persons'>): string {
	const { balanced, tooFew, side, word } = summary;
	if (balanced === null) return fill(words().lacking, { groups: names(tooFew) });
	if (word === 'contested') return fill(words().apart, { shares: persons.flatMap(agreeing).join(', ') });
	const share = fill(t.votes.balanced, { share: balancedText(balanced) });
	return side ? `${words().sides[side]} ${share}` : share;
}

/** "Gruppe A 68 %"; nothing of a group whose figure is held back. */
function agreeing(row: ShownRow): string[] {
	if (row.state !== 'counted' || row.agree === null || row.group === 'none') return [];
	return [`${groupName(row.group)} ${percent(row.agree / row.n)}`];
}
