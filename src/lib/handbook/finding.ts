import { fold, searchParts } from '../proposals/lists/searchText.ts';
import type { Chapter, Section } from './chapter.ts';

export const ASKED_MAX = 100;
const SENTENCES_MAX = 3;

export interface Found {
	chapter: Pick<Chapter, 'slug' | 'title'>;
	section: Pick<Section, 'anchor' | 'title'>;
	/** Those with a word of what was asked; the first one where only the heading has it. */
	sentences: string[];
}

/** The sentences of a section as they are read, without the signs that set them. */
export function sentencesOf(body: string): string[] {
	return body
		.split('\n')
		.filter((line) => !line.startsWith('```'))
		.map((line) => line.replace(/^\s*(?:[-*>]|\d+\.)\s+/, '').replace(/\[([^\]]+)\]\([^)]*\)/g, '$1'))
		.flatMap((line) => line.replace(/\*\*|`/g, '').split(/(?<=[.!?])\s+/))
		.map((sentence) => sentence.trim())
		.filter((sentence) => sentence !== '');
}

/**
 * Every section that has all words of what was asked, in its heading or in its sentences; those with a word in the
 * heading first. Words of fewer than three letters are not looked for: `searchParts` leaves them out.
 */
export function find(chapters: readonly Chapter[], asked: string): Found[] {
	const parts = searchParts(asked);
	if (parts.length === 0) return [];
	const found = chapters.flatMap((chapter) => chapter.sections.flatMap((section) => foundIn(chapter, section, parts)));
	return [...found.filter(({ heading }) => heading), ...found.filter(({ heading }) => !heading)].map(({ one }) => one);
}

function foundIn(chapter: Chapter, { anchor, title, body }: Section, parts: readonly string[]) {
	const sentences = sentencesOf(body);
	const has = (text: string) => parts.filter((part) => fold(text).includes(part)).length;
	const heading = has(title) > 0;
	if (has([title, ...sentences].join(' ')) < parts.length) return [];
	const best = sentences
		.map((sentence, place) => ({ sentence, place, score: has(sentence) }))
		.filter(({ score }) => score > 0)
		.toSorted((one, other) => other.score - one.score || one.place - other.place)
		.slice(0, SENTENCES_MAX)
		.toSorted((one, other) => one.place - other.place)
		.map(({ sentence }) => sentence);
	const shown = best.length > 0 ? best : sentences.slice(0, 1);
	const { slug, title: name } = chapter;
	return [{ heading, one: { chapter: { slug, title: name }, section: { anchor, title }, sentences: shown } }];
}
