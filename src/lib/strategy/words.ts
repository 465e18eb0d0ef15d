import { diffArrays } from 'diff';
import { calm, join, slide, type Part } from './parts.ts';

/** Beyond so many words taken out and put in, the texts share too little for a comparison word by word to help. */
const MOST_EDITS = 100;

/** Words, runs of white space and single signs. Joined again they are the text, to the last character. */
function tokens(text: string): string[] {
	return text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? [];
}

/** What a reader sees of Markdown: without the signs for bold and headings, links as words with their address. */
function readable(markdown: string): string {
	return markdown
		.replace(/^#{1,6}\s+/gm, '')
		.replace(/\*\*|__/g, '')
		.replace(/\[([^\]\n]+)\]\(([^)\s]+)\)/g, '$1 ($2)');
}

/** The same for Markdown. Where only signs have changed, the signs are shown: something is different, after all. */
export function compareMarkdown(before: string, after: string): Part[] {
	const [old, young] = [readable(before), readable(after)];
	return old === young && before !== after ? compareWords(before, after) : compareWords(old, young);
}

/** How two texts differ, word by word. Leaving out what was added gives the old text, leaving out what was removed the new. */
export function compareWords(before: string, after: string): Part[] {
	if (before === after) return join([{ kind: 'same', text: before }]);
	const [old, young] = [tokens(before), tokens(after)];
	const start = sharedStart(old, young);
	const end = sharedStart(old.slice(start).reverse(), young.slice(start).reverse());
	const middle = between(old.slice(start, old.length - end), young.slice(start, young.length - end));
	const head: Part = { kind: 'same', text: old.slice(0, start).join('') };
	const tail: Part = { kind: 'same', text: old.slice(old.length - end).join('') };
	return slide(calm(join([head, ...middle, tail])));
}

function sharedStart(one: readonly string[], other: readonly string[]): number {
	let length = 0;
	while (length < one.length && length < other.length && one[length] === other[length]) length++;
	return length;
}

function between(old: string[], young: string[]): Part[] {
	const found =
		fewestEdits(old, young) > MOST_EDITS ? undefined : diffArrays(old, young, { maxEditLength: MOST_EDITS });
	if (!found) {
		return [
			{ kind: 'removed', text: old.join('') },
			{ kind: 'added', text: young.join('') }
		];
	}
	return found.map(({ added, removed, value }) => ({
		kind: added ? 'added' : removed ? 'removed' : 'same',
		text: value.join('')
	}));
}

/** At least so many tokens differ, whatever their order: cheap to know before looking for the order. */
function fewestEdits(old: readonly string[], young: readonly string[]): number {
	const left = new Map<string, number>();
	for (const token of old) left.set(token, (left.get(token) ?? 0) + 1);
	let shared = 0;
	for (const token of young) {
		const count = left.get(token) ?? 0;
		if (count === 0) continue;
		left.set(token, count - 1);
		shared++;
	}
	return old.length + young.length - 2 * shared;
}
