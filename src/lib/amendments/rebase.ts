import { hunks, joined, sentences, touch, type Hunk, type Sentence } from './sentences.ts';

export interface Words {
	title: string;
	body: string;
}

export function sameWords(one: Words, other: Words): boolean {
	return one.title === other.title && one.body === other.body;
}

/** Of three states of a heading the one that both changes lead to; null: they lead to different ones. */
function threeWay(base: string, mine: string, theirs: string): string | null {
	if (mine === base || mine === theirs) return theirs;
	return theirs === base ? mine : null;
}

function equal(one: Hunk, other: Hunk): boolean {
	const said = (hunk: Hunk) => hunk.sentences.map(({ text }) => text).join('\n');
	return one.from === other.from && one.to === other.to && said(one) === said(other);
}

/** How far a place of the base has moved by the changes before it. */
function shift(place: number, before: readonly Hunk[]): number {
	const earlier = before.filter(({ to }) => to <= place);
	return earlier.reduce((sum, { from, to, sentences }) => sum + sentences.length - (to - from), 0);
}

function put(text: Sentence[], base: readonly Sentence[], hunk: Hunk, place: number): Sentence[] {
	const before = text.slice(0, place);
	const last = before.at(-1);
	const gap = hunk.lead ?? '';
	if (last && gap !== '' && base[hunk.from - 1]?.gap !== gap) before[before.length - 1] = { ...last, gap };
	return [...before, ...hunk.sentences, ...text.slice(place + hunk.to - hunk.from)];
}

/**
 * A change made for `base`, made again on `current`; null where the sentences it changes are no longer the same. What
 * `current` says already is not said twice.
 */
export function rebase(base: Words, proposed: Words, current: Words): Words | null {
	const title = threeWay(base.title, proposed.title, current.title);
	const old = sentences(base.body);
	const theirs = hunks(old, sentences(current.body));
	const all = hunks(old, sentences(proposed.body));
	const mine = all.filter((hunk) => !theirs.some((other) => equal(hunk, other)));
	if (title === null || mine.some((hunk) => theirs.some((other) => touch(hunk, other)))) return null;
	if (mine.length === 0) return { title, body: current.body };
	// From the end: places before a change stay where they are.
	const merged = mine.reduceRight((text, hunk) => {
		return put(text, old, hunk, hunk.from + shift(hunk.from, theirs));
	}, sentences(current.body));
	return { title, body: joined(merged) };
}

/** Whether two wordings for the same text change the same sentences, so that at most one can be taken over whole. */
export function collide(base: Words, one: Words, other: Words): boolean {
	if (one.title !== base.title && other.title !== base.title) return true;
	const old = sentences(base.body);
	const theirs = hunks(old, sentences(other.body));
	return hunks(old, sentences(one.body)).some((hunk) => theirs.some((also) => touch(hunk, also)));
}
