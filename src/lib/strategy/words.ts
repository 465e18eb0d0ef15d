import { diffArrays } from 'diff';

/** A stretch of text in the comparison of two wordings; what `ui/Diff.svelte` shows. */
export interface Part {
	kind: 'same' | 'added' | 'removed';
	text: string;
}

/** Beyond so many words taken out and put in, the texts share too little for a comparison word by word to help. */
const MOST_EDITS = 100;

/** Words, runs of white space and single signs. Joined again they are the text, to the last character. */
function tokens(text: string): string[] {
	return text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? [];
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
	return calm(join([head, ...middle, tail]));
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

/** No empty parts, and neighbours of a kind are one. */
function join(parts: readonly Part[]): Part[] {
	const joined: Part[] = [];
	for (const part of parts) {
		const last = joined.at(-1);
		if (part.text === '') continue;
		if (last?.kind === part.kind) last.text += part.text;
		else joined.push({ ...part });
	}
	return joined;
}

/**
 * A space or a comma that happens to be the same between two changes chops them into splinters, hard to read and
 * worse to listen to. It belongs to the change; first all that went, then all that came.
 */
function calm(parts: readonly Part[]): Part[] {
	const out: Part[] = [];
	let removed = '';
	let added = '';
	const flush = () => {
		out.push({ kind: 'removed', text: removed }, { kind: 'added', text: added });
		removed = added = '';
	};
	for (const [index, part] of parts.entries()) {
		const inside = index > 0 && index < parts.length - 1 && !/[\p{L}\p{N}]/u.test(part.text);
		if (part.kind === 'removed') removed += part.text;
		else if (part.kind === 'added') added += part.text;
		else if (inside && !part.text.includes('\n')) {
			removed += part.text;
			added += part.text;
		} else {
			flush();
			out.push(part);
		}
	}
	flush();
	return join(out);
}
