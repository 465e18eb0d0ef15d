import type { Group } from '../people/person.ts';
import { fill, t } from '../texts/texts.ts';
import type { Summary } from './result.ts';

const names = (groups: readonly Group[]) => groups.map((group) => t.people.groups[group]).join(', ');

/** The result of a round in sentences, the most important first. */
export function inWords(summary: Summary): string[] {
	const { word, side, balanced, contestedBy, tooFew } = summary;
	const words = t.votes.words;
	const first = word === 'shared' || word === 'tendency' ? words[word][side ?? 'agree'] : words[word];
	return [
		first,
		...(contestedBy.length > 0 ? [fill(t.votes.contestedBy, { groups: names(contestedBy) })] : []),
		...(balanced === null ? [] : [fill(t.votes.balanced, { share: Math.round(balanced * 100) })]),
		...(tooFew.length > 0 ? [fill(t.votes.tooFew, { groups: names(tooFew) })] : [])
	];
}
