import { inlineSigns, restored } from '../../ui/text/markdownSigns.ts';
import { editScript } from './editScript.ts';
import { mergeSplinters, join, moveSharedSign, type Part } from './diffParts.ts';
import { longestIncreasing } from './longestIncreasing.ts';

/** Words, runs of white space and single signs. Joined again they are the text, to the last character. */
function tokens(text: string): string[] {
	return text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? [];
}

/** No brackets within the words, none but pairs within the address: each sign is looked at once, whatever is typed. */
const LINK = /\[([^[\]\n]+)\]\(([^()\s]+(?:\([^()\s]*\)[^()\s]*)*)\)/g;

/** What a reader sees of Markdown: without the signs for bold and headings, links as words with their address. */
function readable(markdown: string): string {
	return restored(
		inlineSigns(markdown)
			.replace(/^#{1,6}[\t ]+(?=.*\p{L})/gmu, '')
			.replaceAll('**', '')
			.replace(LINK, '$1 ($2)')
	);
}

/** The same for Markdown. Where only signs have changed, the signs are shown: something is different, after all. */
export function compareMarkdown(before: string, after: string): Part[] {
	const [old, young] = [readable(before), readable(after)];
	return old === young && before !== after ? compareWords(before, after) : compareWords(old, young);
}

/** How two texts differ, word by word. Leaving out what was added gives the old text, leaving out what was removed the new. */
export function compareWords(one: string, other: string): Part[] {
	// How an umlaut is stored is no difference.
	const [before, after] = [one.normalize('NFC'), other.normalize('NFC')];
	if (before === after) return join([{ kind: 'same', text: before }]);
	const [old, young] = [lines(before), lines(after)];
	const parts: Part[] = [];
	let [here, there] = [0, 0];
	for (const [at, to] of [...anchors(old, young), [old.length, young.length] as const]) {
		parts.push(...between(old.slice(here, at).join(''), young.slice(there, to).join('')));
		parts.push({ kind: 'same', text: old[at] ?? '' });
		[here, there] = [at + 1, to + 1];
	}
	return moveSharedSign(mergeSplinters(join(parts)));
}

/** With their line ends. */
const lines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** A line of fewer signs may stand anywhere ("Das heißt:"). */
const TELLING = 24;

/** Paragraphs that occur once in both texts hold them together: what lies between two of them is compared by itself. */
function anchors(old: readonly string[], young: readonly string[]): [number, number][] {
	const [here, there] = [once(old), once(young)];
	const shared = [...here].flatMap(([line, at]): [number, number][] => {
		const to = there.get(line);
		return to === undefined ? [] : [[at, to]];
	});
	const rising = new Set(longestIncreasing(shared.map(([, to]) => to)));
	return shared.filter(([, to]) => rising.has(to));
}

function once(all: readonly string[]): Map<string, number> {
	const [places, twice] = [new Map<string, number>(), new Set<string>()];
	for (const [place, line] of all.entries()) {
		if (line.length < TELLING) continue;
		if (places.has(line)) twice.add(line);
		places.set(line, place);
	}
	for (const line of twice) places.delete(line);
	return places;
}

function between(before: string, after: string): Part[] {
	const [old, young] = [tokens(before), tokens(after)];
	const { removed, added } = editScript(old, young);
	const parts: Part[] = [];
	for (let [x, y] = [0, 0]; x < old.length || y < young.length;) {
		if (x < old.length && removed[x]) parts.push({ kind: 'removed', text: old[x++] ?? '' });
		else if (y < young.length && added[y]) parts.push({ kind: 'added', text: young[y++] ?? '' });
		else {
			parts.push({ kind: 'same', text: old[x++] ?? '' });
			y++;
		}
	}
	return parts;
}
