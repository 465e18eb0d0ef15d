import type { Dropped, Problem, Section } from '../positionPaper.ts';

/** Why a file is not taken. */
export class PaperProblem extends Error {
	readonly problem: Problem;
	constructor(problem: Problem) {
		super(problem);
		this.problem = problem;
	}
}

/** A paragraph, or a heading of a level from 1 on. */
export interface Block {
	/** 0: a paragraph. */
	level: number;
	text: string;
}

/** What was found in a file: its text, and what stood beside it and is not read. */
export interface PaperText {
	blocks: Block[];
	dropped: Dropped[];
}

/** A section as it goes out is a contribution: so many signs, the rest goes on in a second part. */
const PART_MAX = 7_500;
/** More than that is no heading, however it is marked: with the text below it, it would not fit into a contribution. */
const HEADING_MAX = 300;
/** So many sections are chosen from on one page, each with a box and a field of its own. */
const SECTIONS_MAX = 400;
/** A heading over nothing but headings is said with the next one. */
const JOINT = ' – ';

const fits = (heading: string, text: string) => heading.length + JOINT.length + text.length <= HEADING_MAX;

const clean = (text: string) =>
	text
		.replace(/[^\S\n]+/g, ' ')
		.replace(/ ?\n ?/g, '\n')
		.trim();

/** As `sectionsOf`; where that were too many, headings of the deepest levels part nothing. Throws PaperProblem: bomb. */
export function fewSectionsOf(blocks: readonly Block[], untitled: string): Section[] {
	for (let deepest = 9; deepest >= 0; deepest--) {
		const upTo = blocks.map(({ level, text }) => ({ level: level > deepest ? 0 : level, text }));
		const sections = sectionsOf(upTo, untitled);
		if (sections.length <= SECTIONS_MAX) return sections;
	}
	throw new PaperProblem('bomb');
}

/** The text from heading to heading. Nothing is left out and nothing cut off: what is too long for one goes on in the next. */
export function sectionsOf(blocks: readonly Block[], untitled: string): Section[] {
	const found: { heading: string; level: number; paragraphs: string[] }[] = [];
	for (const block of blocks) {
		const text = clean(block.text);
		const level = text.length > HEADING_MAX ? 0 : block.level;
		const last = found.at(-1);
		if (text === '') continue;
		if (level === 0) {
			if (last) last.paragraphs.push(text);
			else found.push({ heading: untitled, level: 0, paragraphs: [text] });
		} else if (last && last.paragraphs.length === 0 && last.level < level && fits(last.heading, text)) {
			Object.assign(last, { heading: `${last.heading}${JOINT}${text}`, level });
		} else found.push({ heading: text.replaceAll('\n', ' '), level, paragraphs: [] });
	}
	// A heading with nothing below it says something, too.
	return found.flatMap(({ heading, paragraphs }) =>
		partsOf(paragraphs.length > 0 ? paragraphs : [heading]).map((body) => ({ heading, body }))
	);
}

function partsOf(paragraphs: readonly string[]): string[] {
	const parts: string[] = [];
	for (const piece of paragraphs.flatMap(piecesOf)) {
		const last = parts.at(-1);
		if (last !== undefined && last.length + piece.length + 2 <= PART_MAX)
			parts[parts.length - 1] = `${last}\n\n${piece}`;
		else parts.push(piece);
	}
	return parts;
}

/** A paragraph longer than a part, at the ends of its sentences. */
function piecesOf(paragraph: string): string[] {
	const pieces: string[] = [];
	let rest = paragraph;
	while (rest.length > PART_MAX) {
		const end = Math.max(rest.lastIndexOf('. ', PART_MAX), rest.lastIndexOf('\n', PART_MAX));
		const at = end > PART_MAX / 2 ? end + 1 : PART_MAX;
		pieces.push(rest.slice(0, at).trim());
		rest = rest.slice(at).trim();
	}
	return [...pieces, rest];
}
