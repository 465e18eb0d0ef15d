import { SPOKEN, type Spoken } from '../people/language.ts';
import { BODY_MOST, IMPORTED_TITLE_MOST } from '../proposals/proposal.ts';
import { fill, t } from '../texts/texts.ts';
import type { Places } from './places.ts';
import type { Sheet, SheetRecord } from './sheet.ts';

/** One contribution as it stands in the file, untouched. */
export interface Row {
	line: number;
	id: string;
	title: string;
	text: string;
	url: string | null;
	/** null: it names one we do not know. Nothing said is German. */
	language: Spoken | null;
}

export const ID_MOST = 200;

/** Why a line is not taken. */
export type Problem = keyof typeof t.imports.problems;

/** Which line, and what is wrong with it, as a sentence. */
export interface Refused {
	line: number;
	problem: Problem;
	/** Where the problem has a name: of a column, say. */
	name?: string;
}

export function sentenceOf({ problem, name = '' }: Omit<Refused, 'line'>): string {
	return fill(t.imports.problems[problem], { id: ID_MOST, title: IMPORTED_TITLE_MOST, text: BODY_MOST, name });
}

export function isWebAddress(text: string): boolean {
	return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** A contribution of a heading alone is one, too: some people say in five words what others say in fifty. */
function problemOf({ id, title, text, url, language }: Omit<Row, 'line'>): Problem | null {
	const checks: [boolean, Problem][] = [
		[`${id}${title}${text}${url}`.includes('\0'), 'signs'],
		[id.trim() === '', 'idMissing'],
		[title.trim() === '', 'titleMissing'],
		[id.length > ID_MOST, 'idTooLong'],
		[title.length > IMPORTED_TITLE_MOST, 'titleTooLong'],
		[text.length > BODY_MOST, 'textTooLong'],
		[url !== null && !isWebAddress(url), 'urlWrong'],
		[language === null, 'languageUnknown']
	];
	return checks.find(([wrong]) => wrong)?.[1] ?? null;
}

export interface Reading {
	rows: Row[];
	refused: Refused[];
}

type LeavesOut = (cells: readonly string[]) => Problem | null;

/** More cells than columns, with something in them. */
export function isTooWide({ header }: Sheet, { cells }: SheetRecord): boolean {
	return cells.slice(header.length).some((cell) => cell !== '');
}

/** Good rows and bad rows of a file; each bad one with the first thing wrong with it. */
export function readRows(sheet: Sheet, places: Places, leavesOut: LeavesOut = () => null): Reading {
	const seen = new Set<string>();
	const rows: Row[] = [];
	const refused: Reading['refused'] = sheet.broken.map((line) => ({ line, problem: 'unreadable' }));
	for (const record of sheet.records) {
		const row = rowOf(record, places);
		const own = isTooWide(sheet, record) ? 'columns' : (problemOf(row) ?? leavesOut(record.cells));
		const problem = own ?? (seen.has(row.id) ? 'idTwice' : null);
		seen.add(row.id);
		if (problem) refused.push({ line: row.line, problem });
		else rows.push(row);
	}
	return { rows, refused: refused.sort((a, b) => a.line - b.line) };
}

/** By its sign (`uk`, `uk-UA`) or its German name; nothing said is German. */
function languageCalled(typed: string): Spoken | null {
	const [sign = ''] = typed.trim().toLowerCase().split(/[-_]/);
	if (sign === '') return 'de';
	return (
		SPOKEN.find((one) => one === sign || t.people.languages[one].toLowerCase() === typed.trim().toLowerCase()) ?? null
	);
}

function rowOf({ line, cells }: SheetRecord, places: Places): Row {
	const filled = (at: readonly number[]) => at.map((place) => cells[place] ?? '').find((cell) => cell !== '') ?? '';
	return {
		line,
		// Ids and addresses are names, not words: a space around them was never meant.
		id: filled(places.id).trim(),
		title: filled(places.title),
		text: filled(places.text),
		url: filled(places.url).trim() || null,
		language: languageCalled(filled(places.language))
	};
}
