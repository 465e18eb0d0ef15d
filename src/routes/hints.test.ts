import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('.', import.meta.url);
const actions = readdirSync(folder, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('+page.server.ts') && !/^werkstatt(?!.(?:erfassen(?!.bewertung)|treffen))/.test(file))
	.map((file) => readFileSync(new URL(file, folder), 'utf8'))
	.join('\n');

describe('before words of somebody who takes part become public', () => {
	const own = [['WordsForm'], ['TitleForm'], ['TopicForm'], ['CommentForm'], ['AmendmentForm'], ['StatementForm']];
	// What helpers write down for others, and the record of a meeting.
	const written = [
		['SheetForm'],
		['SaidForm'],
		['ManySheetsForm'],
		['WorkshopForm'],
		['WorkshopChangeForm'],
		['ReadingForm'],
		['PhotoForm']
	];
	it.each([...own, ...written])('they are asked once about names and telephone numbers in them: %s', (form) => {
		expect(actions).toContain(`personalDataCheck(${form})`);
		expect(actions).not.toMatch(new RegExp(`(?:act|reveal|review)\\([^,()]+, ${form},`));
	});
});
