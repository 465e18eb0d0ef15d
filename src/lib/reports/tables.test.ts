import { describe, expect, it } from 'vitest';
import type { Group } from '../people/person.ts';
import type { Figures, Part } from './figures.ts';
import { answersTable, openText, participationTable } from './tables.ts';

const answers = (none: number, open: number, adopted = 0): Figures['answers'] => ({
	...{ none, total: none + open + adopted },
	byDisposition: { adopted, partly: 0, merged: 0, declined: 0, elsewhere: 0, open }
});
const figures = (none: number, open: number, adopted = 0): Figures => ({
	...{ asOf: '', consultation: '', versions: [], points: [], calls: [] },
	...{
		participation: all({ contributions: 0, comments: 0, votes: 0, earlier: 0 }),
		answers: answers(none, open, adopted)
	}
});
const all = (part: Part): Record<Group, Part> => ({ affected: part, practice: part, research: part, none: part });

describe('what became of the contributions', () => {
	it.each([
		[9, 0, '9 Beiträge sind noch nicht entschieden. Sie haben noch keine Antwort.'],
		[0, 1, '1 Beitrag ist noch nicht entschieden. Ihre Antwort heißt »Noch offen«.'],
		[
			4,
			5,
			'9 Beiträge sind noch nicht entschieden. Davon haben 4 noch keine Antwort. Bei 5 heißt die Antwort »Noch offen«.'
		],
		[0, 0, 'Über alle Beiträge ist entschieden.']
	])('%i without an answer and %i open: the sentence says where both stand in the table', (none, open, said) => {
		expect(openText(figures(none, open, 3))).toBe(said);
	});

	it('adds up to the last line, in numbers and in shares', () => {
		const { rows } = answersTable(figures(9, 0, 3));
		const number = (place: number) => Number(rows.at(place)?.cells[0]);
		expect(rows.slice(0, -1).reduce((sum, { cells }) => sum + Number(cells[0]), 0)).toBe(number(-1));
		expect(rows.at(-1)?.cells).toEqual(['12', '100\u00a0%']);
		expect(rows.at(-2)?.cells).toEqual(['9', '75\u00a0%']);
	});
});

describe('who took part', () => {
	const part = { contributions: 3, comments: 2, votes: 7 };

	it('tells votes on the wording of today and earlier ones apart, and adds up neither', () => {
		const { columns, rows } = participationTable(all({ ...part, earlier: 5 }));
		expect(columns.slice(3)).toEqual(['Stimmen zum heutigen Wortlaut', 'Frühere Stimmen']);
		expect(rows[0]?.cells).toEqual(['3', '2', '7', '5']);
		expect(rows.at(-1)?.cells).toEqual(['12', '8', null, null]);
	});

	it('says of an old report that its votes hold earlier ones, too', () => {
		const { columns, rows } = participationTable(all({ ...part, earlier: null }));
		expect(columns.at(-1)).toBe('Alle Stimmen, auch frühere');
		expect(rows[0]?.cells).toEqual(['3', '2', '7']);
	});
});
