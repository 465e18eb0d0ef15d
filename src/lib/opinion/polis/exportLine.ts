import { BadSheet } from '../../import/places.ts';
import type { SheetRecord } from '../../import/records.ts';
import type { Refused } from '../../import/row.ts';
import type { Sheet } from '../../import/sheet.ts';
import { fill, t } from '../../texts/texts.ts';

/** What an export of Polis consists of. */
export type FileName = 'comments.csv' | 'participants-votes.csv' | 'votes.csv';

/** A line of an export that was not taken, or not wholly. */
export interface RefusedLine extends Refused {
	file: FileName;
}

/** Names of columns as people vary them: `Comment ID`, `comment_id` and `comment-id` are the same. */
export function columnName(cell: string): string {
	return cell
		.replace(/^\uFEFF/, '')
		.trim()
		.toLowerCase()
		.replace(/[\s_]+/g, '-');
}

/** The place of the first of these columns that is there. */
export function placeOf(header: readonly string[], ...names: string[]): number | null {
	const places = names.map((name) => header.indexOf(name)).filter((place) => place >= 0);
	return places[0] ?? null;
}

/** The same, where nothing can be read without it. */
export function placeIn(file: FileName, header: readonly string[], ...names: string[]): number {
	const place = placeOf(header, ...names);
	if (place !== null) return place;
	throw new BadSheet(fill(t.imports.conversation.noColumn, { file, names: names.join(', ') }));
}

export function cellAt(cells: readonly string[], place: number | null): string {
	return place === null ? '' : (cells[place] ?? '').trim();
}

/** What could not be read as rows at all. */
export function unreadable({ broken, unread }: Sheet, file: FileName): RefusedLine[] {
	return [
		...broken.map((line) => ({ file, line, problem: 'unreadable' }) as const),
		...unread.map(({ line, until }) => ({ file, line: line + 1, problem: 'unread', name: String(until) }) as const)
	];
}

/** Whether a row ends before the table does: the file was cut off, or a program has left out empty cells. */
export const isCut = ({ header }: Sheet, { cells }: SheetRecord) => cells.length < header.length;
