import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { normalText } from '#lib/normalText.ts';
import { ListQuery } from '#lib/proposals/proposal.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
import { together } from '#lib/server/db/together.ts';
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

	it('of two cities whose files have the same name and ids are all there, and each file is known again', async () => {
		const town = await makeTown();
		const other = rows(4).map((row) => ({ ...row, title: `Stadt B: ${row.title}` }));
		const takeFile = async (file: readonly Row[]) => {
			const origin = await imports.originFor(town.as(null), 'proposals', file);
			return { origin, taken: await imports.takeOver(town.as(null), { ...destination(town), origin }, file) };
		};
		expect(await takeFile(rows(3))).toEqual({ origin: 'proposals', taken: 3 });
		expect(await takeFile(other)).toEqual({ origin: 'proposals (2)', taken: 4 });
		expect(await takeFile(rows(5))).toEqual({ origin: 'proposals', taken: 2 });
		expect(await takeFile(other)).toEqual({ origin: 'proposals (2)', taken: 0 });
	});

	it('are taken back: their words are gone, and the file can come in again', async () => {
		const town = await makeTown();
		await imports.takeOver(town.as(null), destination(town), rows(120));
		const taken = await proposals.takenOverFrom(town.as(null), 'dialog');
		await imports.takeBack(
			town.as(null),
			taken.map(({ id }) => id)
		);
		const list = () => proposals.list(town.as(null), town.consultationId, ListQuery.parse({}));
		expect((await list()).proposals).toEqual([]);
		expect(await proposals.takenOverFrom(town.as(null), 'dialog')).toEqual([]);
		expect((await kept(town)).every(({ title, body }) => title === '' && body === '')).toBe(true);
		expect(await imports.takeOver(town.as(null), destination(town), rows(120))).toBe(120);
	});

	it('keep what stood in the file where it was HTML, until they are blackened or taken back', async () => {
		const town = await makeTown();
		const original = { title: 'Titel 0', text: '<p>Frau <b>Meier</b></p>' };
		const two = rows(2).map((row) => ({ ...row, text: 'Frau Meier', original }));
		await imports.takeOver(town.as(null), destination(town), two);
		const [one, other] = (await proposals.takenOverFrom(town.as(null), 'dialog')).map(({ id }) => id);
		const asked = (id = '') => proposals.importedOriginal(town.as(null), id);
		expect(await asked(one)).toEqual({ title: 'Titel 0', body: original.text });
		const blackened = { deed: 'redact', title: 'Titel 0', body: 'Frau [geschwärzt]', evidence: null } as const;
		await together(town.as(null), (ctx) => proposals.screened(ctx, one ?? '', blackened));
		expect(await asked(one)).toBeNull();
		await imports.takeBack(town.as(null), [other ?? '']);
		expect(await asked(other)).toBeNull();
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

const ordered = (row: Readonly<Record<string, unknown>>) => JSON.stringify(Object.entries(row).sort());

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
		const Original = z.array(z.record(z.string(), z.string()));
		const asForms = (text = '') => normalText(text).trim();
		const originals = Original.parse(parse(bytes, { columns: true })).map(({ title, text, ...rest }) => ({
			...rest,
			title: asForms(title).replace(/\s+/g, ' '),
			text: asForms(text)
		}));
		const taken = (await kept(town)).map(({ originId, title, body, originUrl }) => ({
			...{ id: originId, url: originUrl, title, text: body }
		}));
		expect(new Set(taken.map(ordered))).toEqual(new Set(originals.map(ordered)));
	});
});
