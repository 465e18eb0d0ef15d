import { SPOKEN, type Spoken } from '../people/details/language.ts';
import { BODY_MAX, IMPORTED_TITLE_MAX } from '../proposals/proposal.ts';
import { unprotected } from '../csv.ts';
import { normalText } from '../normalText.ts';
import { excerpt } from '../texts/excerpt.ts';
import { fill, t } from '../texts/texts.ts';
import { holdsHtml, htmlToText } from './html.ts';
import type { Places, Substitutes } from './places.ts';
import type { SheetRecord } from './records.ts';
import type { Sheet } from './sheet.ts';

/** One contribution of the file. */
export interface Row {
	line: number;
	id: string;
	title: string;
	text: string;
	url: string | null;
	/** null: it names one we do not know. */
	language: Spoken | null;
	/** As the file calls them; null: it does not. */
	kind: string | null;
	field: string | null;
	group: string | null;
	/** The day on which it was written; null: the file says none, or none that can be read. */
	date: string | null;
	/** How the file calls who wrote it, and the platform it is from. */
	author: string | null;
	source: string | null;
	/** As it stands in the file, where tags were taken out. */
	original?: { title: string; text: string };
}

export const ID_MAX = 200;
const LABEL_MAX = 200;
/** No text is longer, however much of it is HTML; more of a cell is not even looked at. */
const CELL_MAX = 400_000;

/** Why a line is not taken. */
export type Problem = keyof typeof t.imports.problems;

export const isProblem = (word: string): word is Problem => Object.hasOwn(t.imports.problems, word);

/** Which line, and what is wrong with it, as a sentence. */
export interface Refused {
	line: number;
	problem: Problem;
	/** Where the problem has a name: of a column, say. */
	name?: string;
}

export function sentenceOf({ problem, name = '' }: Omit<Refused, 'line'>): string {
	return fill(t.imports.problems[problem], {
		id: ID_MAX,
		title: IMPORTED_TITLE_MAX,
		text: BODY_MAX,
		label: LABEL_MAX,
		name
	});
}

export function isWebAddress(text: string): boolean {
	return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** A contribution of a heading alone is one, too: some people say in five words what others say in fifty. */
function problemOf({ id, title, text, url, language, author, source }: Omit<Row, 'line'>): Problem | null {
	const checks: [boolean, Problem][] = [
		[id.trim() === '', 'idMissing'],
		[title.trim() === '', 'titleMissing'],
		[id.length > ID_MAX, 'idTooLong'],
		[title.length > IMPORTED_TITLE_MAX, 'titleTooLong'],
		[text.length > BODY_MAX, 'textTooLong'],
		[url !== null && !isWebAddress(url), 'urlWrong'],
		[language === null, 'languageUnknown'],
		[Math.max(author?.length ?? 0, source?.length ?? 0) > LABEL_MAX, 'labelTooLong']
	];
	return checks.find(([wrong]) => wrong)?.[1] ?? null;
}

export interface Reading {
	rows: Row[];
	refused: Refused[];
	/** Rows whose date cannot be read; they are taken without one. */
	undated: number;
}

export interface RowRules {
	/** Whether a row stays out for what another column says of it. */
	leavesOut: (cells: readonly string[]) => Problem | null;
	/** Of rows that say nothing of their language. */
	language: Spoken;
	made: Substitutes;
	/** The day that a cell says; null: none that can be read. */
	day: (cell: string) => string | null;
}

const PLAIN: RowRules = {
	...{ leavesOut: () => null, language: 'de', made: { idByLine: false, titleByWords: false } },
	day: () => null
};

/** More cells than columns, with something in them. */
export function isTooWide({ header }: Sheet, { cells }: SheetRecord): boolean {
	return cells.slice(header.length).some((cell) => cell !== '');
}

/** Good rows and bad rows of a file; each bad one with the first thing wrong with it. */
export function readRows(sheet: Sheet, places: Places, rules: Partial<RowRules> = {}): Reading {
	const whole = { ...PLAIN, ...rules };
	const seen = new Set<string>();
	const rows: Row[] = [];
	let undated = 0;
	const refused: Refused[] = [
		...sheet.broken.map((line): Refused => ({ line, problem: 'unreadable' })),
		...sheet.unread.map(({ line, until }): Refused => ({ line: line + 1, problem: 'unread', name: String(until) }))
	];
	for (const record of sheet.records) {
		const row = rowOf(record, places, whole);
		const raw = record.cells.some((cell) => cell.includes('\0')) ? 'signs' : null;
		const own = raw ?? (isTooWide(sheet, record) ? 'columns' : (problemOf(row) ?? whole.leavesOut(record.cells)));
		const problem = own ?? (seen.has(row.id) ? 'idTwice' : null);
		seen.add(row.id);
		if (problem) refused.push({ line: row.line, problem });
		else rows.push(row);
		if (!problem && row.date === null && filledAt(record, places.date) !== '') undated++;
	}
	return { rows, undated, refused: refused.sort((a, b) => a.line - b.line) };
}

/** By its sign (`uk`, `uk-UA`) or its German name; what has no name here is another one, what is no sign is wrong. */
export function languageCalled(typed: string): Spoken | null {
	const [sign = ''] = typed.trim().toLowerCase().split(/[-_]/);
	const known = SPOKEN.find(
		(one) => one === sign || t.people.languages[one].toLowerCase() === typed.trim().toLowerCase()
	);
	return known ?? (isLanguage(sign) ? 'other' : null);
}

const NAMES = new Intl.DisplayNames('de', { type: 'language', fallback: 'none' });
const isLanguage = (sign: string) => /^[a-z]{2,3}$/.test(sign) && NAMES.of(sign) !== undefined;

/** What stands in the first of these places that is filled. */
function filledAt({ cells }: SheetRecord, at: readonly number[]): string {
	const place = at.find((one) => (cells[one] ?? '').trim() !== '');
	return place === undefined ? '' : unprotected((cells[place] ?? '').slice(0, CELL_MAX));
}

const label = (cell: string) => normalText(cell).replace(/\s+/g, ' ').trim() || null;

function rowOf(record: SheetRecord, places: Places, { language, made, day }: RowRules): Row {
	const { line, cells } = record;
	const placeOf = (at: readonly number[]) => at.find((place) => (cells[place] ?? '').trim() !== '') ?? -1;
	const filled = (at: readonly number[]) => filledAt(record, at);
	const kept = { title: filled(places.title), text: filled(places.text) };
	const text = words(kept.text);
	const title = words(kept.title).replace(/\s+/g, ' ');
	const said = filled(places.language) || (places.languages?.get(placeOf(places.title)) ?? '');
	const asHtml = holdsHtml(kept.title) || holdsHtml(kept.text);
	return {
		line,
		// Ids and addresses are names, not words: a space around them was never meant.
		id: made.idByLine ? String(line) : normalText(filled(places.id)).trim(),
		title: title === '' && made.titleByWords ? excerpt(text.replace(/\s+/g, ' '), MADE_TITLE) : title,
		text,
		url: filled(places.url).trim() || null,
		language: said === '' ? language : languageCalled(said),
		...{ kind: label(filled(places.kind)), field: label(filled(places.field)), group: label(filled(places.group)) },
		...{ date: day(filled(places.date)), author: label(filled(places.author)), source: label(filled(places.source)) },
		...(asHtml && { original: kept })
	};
}

/** As many signs of the text as make a heading. */
const MADE_TITLE = 80;

/** As forms keep text: whole signs, plain line ends, no space around it; and without the tags of another platform. */
function words(cell: string): string {
	return normalText(holdsHtml(cell) ? htmlToText(cell) : cell).trim();
}
