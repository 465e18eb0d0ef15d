import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { ListQuery } from '#lib/proposals/proposal.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
import * as imports from './import.server.ts';
import { placesOf } from './places.ts';
import { readRows, type Row } from './row.ts';
import { readSheet } from './sheet.ts';

const rows = (count: number): Row[] =>
	Array.from({ length: count }, (_, at) => ({
		line: at + 2,
		id: `A${at}`,
		title: `Titel ${at}`,
		text: ` Text ${at}\r\n`,
		url: null,
		language: 'de'
	}));

const destination = (town: Town): imports.Destination => ({
	consultationId: town.consultationId,
	fieldId: town.fieldIds[0],
	kind: 'experience',
	origin: 'dialog',
	attribution: 'Dialog Musterstadt'
});

const kept = (town: Town) =>
	town.house.reader.selectFrom('proposals').select(['originId', 'title', 'body', 'originUrl', 'authorName']).execute();

describe('contributions of another process', () => {
	it('are public at once, with where they are from, and unchanged', async () => {
		const town = await makeTown();
		await imports.takeOver(town.as(null), destination(town), rows(2));
		const { proposals: found } = await proposals.list(
			town.as(null),
			town.consultationId,
			ListQuery.parse({ q: 'Text' })
		);
		expect(found).toHaveLength(2);
		expect(await kept(town)).toContainEqual({
			originId: 'A1',
			title: 'Titel 1',
			body: ' Text 1\r\n',
			originUrl: null,
			authorName: 'Übernommen: Dialog Musterstadt'
		});
	});

	it('taken over twice, or by two at once, are there once', async () => {
		const town = await makeTown();
		const [one, two] = await Promise.all(
			[1, 2].map(() => imports.takeOver(town.as(null), destination(town), rows(150)))
		);
		expect((one ?? 0) + (two ?? 0)).toBe(150);
		expect(await imports.takeOver(town.as(null), destination(town), rows(151))).toBe(1);
		expect(await kept(town)).toHaveLength(151);
	});

	it('with the same id from another origin are others', async () => {
		const town = await makeTown();
		await imports.takeOver(town.as(null), destination(town), rows(3));
		expect(await imports.news(town.as(null), 'dialog', rows(4))).toHaveLength(1);
		expect(await imports.news(town.as(null), 'elsewhere', rows(4))).toHaveLength(4);
	});

	it('tell how far they are', async () => {
		const town = await makeTown();
		const told: number[] = [];
		await imports.takeOver(town.as(null), destination(town), rows(250), (through) => told.push(through));
		expect(told).toEqual([100, 200, 250]);
	});

	it('may come into a consultation made for them, which is only read', async () => {
		const town = await makeTown();
		await imports.establishFor(town.as(null), { slug: 'dialog', title: 'Dialog', field: 'rad' });
		const made = await town.house.reader
			.selectFrom('consultations')
			.select(['title', 'position'])
			.where('slug', '=', 'dialog')
			.execute();
		expect(made).toEqual([{ title: 'Dialog', position: 1 }]);
	});
});

const REAL = '../shared/data/contributions';

// Real contributions of residents, not part of the project: without them there is nothing to try.
describe.skipIf(!existsSync(REAL))('real contributions (skipped where ../shared/data is absent)', () => {
	it.each([
		['moers', 459],
		['krefeld', 337]
	])('of %s come in whole and unchanged: %i', async (name, count) => {
		const town = await makeTown();
		const bytes = readFileSync(`${REAL}/${name}.csv`);
		const sheet = readSheet(bytes);
		const { rows: good, refused } = readRows(sheet, placesOf(sheet.header));
		expect(refused).toEqual([]);
		expect(await imports.takeOver(town.as(null), destination(town), good)).toBe(count);
		expect(await imports.takeOver(town.as(null), destination(town), good)).toBe(0);
		const originals: unknown[] = parse(bytes, { columns: true });
		const taken = (await kept(town)).map(({ originId, title, body, originUrl }) => ({
			id: originId,
			title,
			text: body,
			url: originUrl
		}));
		expect(new Set(taken.map((row) => JSON.stringify(row)))).toEqual(
			new Set(originals.map((row) => JSON.stringify(row)))
		);
	});
});
