/** A stretch of text in the comparison of two wordings; what `ui/text/Diff.svelte` shows. */
export interface Part {
	kind: 'same' | 'added' | 'removed';
	text: string;
}

/** No empty parts, and neighbours of a kind are one. */
export function join(parts: readonly Part[]): Part[] {
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
 * worse to listen to. So does a little word between two long ones. It belongs to the change; first all that went, then
 * all that came.
 */
export function mergeSplinters(parts: readonly Part[]): Part[] {
	return gather(gather(parts, isSign), isSplinter);
}

type Splinter = (parts: readonly Part[], index: number) => boolean;

const isSign: Splinter = (parts, index) => !/[\p{L}\p{N}]/u.test(parts[index]?.text ?? '');

/** So many times as long are the changes on both sides of a splinter, and it is of so many words at most. */
const TIMES = 4;
const SPLINTER_WORDS = 3;

function isSplinter(parts: readonly Part[], index: number): boolean {
	const text = parts[index]?.text.trim() ?? '';
	const beside = [changeFrom(parts, index, -1), changeFrom(parts, index, 1)];
	return text.length * TIMES <= Math.min(...beside) && text.split(' ').length <= SPLINTER_WORDS;
}

/** How many signs changed next to it. */
function changeFrom(parts: readonly Part[], index: number, step: 1 | -1): number {
	let signs = 0;
	for (let at = index + step; ; at += step) {
		const part = parts[at];
		if (!part || part.kind === 'same') return signs;
		signs += part.text.length;
	}
}

function gather(parts: readonly Part[], splinter: Splinter): Part[] {
	const out: Part[] = [];
	let [removed, added] = ['', ''];
	const flush = () => {
		out.push(...trimmed(removed, added));
		removed = added = '';
	};
	for (const [index, part] of parts.entries()) {
		const inside = index > 0 && index < parts.length - 1 && !part.text.includes('\n');
		if (part.kind === 'removed') removed += part.text;
		else if (part.kind === 'added') added += part.text;
		else if (inside && splinter(parts, index)) {
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

/** White space that both sides share at an end has not changed. */
function trimmed(removed: string, added: string): Part[] {
	const [lead, trail] =
		removed && added ? [sharedSpace(removed, added, leading), sharedSpace(removed, added, trailing)] : ['', ''];
	const inner = (text: string) => text.slice(lead.length, text.length - trail.length);
	return [
		{ kind: 'same', text: lead },
		{ kind: 'removed', text: inner(removed) },
		{ kind: 'added', text: inner(added) },
		{ kind: 'same', text: trail }
	];
}

const leading = (text: string) => text.slice(0, text.length - text.trimStart().length);
const trailing = (text: string) => text.slice(text.trimEnd().length);

function sharedSpace(one: string, other: string, where: (text: string) => string): string {
	const [first, second] = [where(one), where(other)];
	// Nothing but space: it must not be taken from both ends.
	return first === second && first !== one && second !== other ? first : '';
}

/**
 * A sentence put in before a full stop looks as if it began with the stop of the one before: `ab[. Neu].` reads better
 * as `ab.[ Neu.]`, and is the same text.
 */
export function moveSharedSign(parts: readonly Part[]): Part[] {
	const out = parts.map((part) => ({ ...part }));
	for (const [index, part] of out.entries()) {
		const [before, after] = [out[index - 1], out[index + 1]];
		const sign = part.text.charAt(0);
		if (part.kind === 'same' || before?.kind !== 'same' || after?.kind !== 'same') continue;
		if (!/[.,;:!?]/.test(sign) || !after.text.startsWith(sign)) continue;
		before.text += sign;
		part.text = part.text.slice(1) + sign;
		after.text = after.text.slice(1);
	}
	return join(out);
}
