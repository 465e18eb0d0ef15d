import { expect, it } from 'vitest';
import { z } from 'zod';
import * as meetings from '#lib/recording/meetings/meetings.server.ts';
import { putProposal } from '../../../../tests/support/editions/published.ts';
import { DAY, later } from '#lib/time.ts';
import { announce } from '../../../../tests/support/announced.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import * as data from '../data.server.ts';
import type { Slug } from './columns/columns.ts';

async function textOf(testApp: TestApp, slug: Slug, format: 'csv' | 'json', edition = 1): Promise<string> {
	let text = '';
	for await (const piece of data.textOf(testApp.as(null), edition, slug, format)) text += piece;
	return text;
}
const Table = z.object({ rows: z.array(z.record(z.string(), z.unknown())) });
const rowsOf = async (testApp: TestApp, slug: Slug, edition = 1) =>
	Table.parse(JSON.parse(await textOf(testApp, slug, 'json', edition))).rows;

async function published() {
	const testApp = await makeTestApp();
	const ids = await announce(testApp);
	await data.publishEdition(testApp.as(null));
	return { testApp, ids };
}

it('meetings that are announced are a table, in their order, with those called off and those that are over', async () => {
	const { testApp, ids } = await published();
	const rows = await rowsOf(testApp, 'termine');
	expect(rows.map(({ kennung, beginnt, abgesagt, fuer }) => [kennung, beginnt, abgesagt, fuer])).toEqual([
		[ids.meetings[0], '09:30', false, null],
		[ids.meetings[1], '10:00', true, null],
		[ids.meetings[2], '09:30', false, 'Familien']
	]);
	expect(rows[0]).toMatchObject({ zugang: 'ohne Stufen', kinderbetreuung: null, fahrtkosten: 'ja' });
	expect(rows[0]?.adresse).toBe(`${testApp.app.config.origin}/treffen/termin/${ids.meetings[0]}`);
	testApp.at(later(testApp.now, 12 * DAY));
	await putProposal(testApp, await testApp.person());
	expect(await data.publishEdition(testApp.as(null))).toBe(2);
	expect(await rowsOf(testApp, 'termine', 2)).toEqual(rows);
});

it('so many at a time are the same, none twice and none left out', async () => {
	const { testApp, ids } = await published();
	for (const size of [1, 2, 3, 4]) {
		const found: string[] = [];
		for await (const page of meetings.announced(testApp.as(null), size)) found.push(...page.map(({ id }) => id));
		expect(found).toEqual(ids.meetings);
	}
});

it('places with cards are those everybody can find, and nobody of the team is named in either', async () => {
	const { testApp } = await published();
	expect((await rowsOf(testApp, 'orte')).map(({ kuerzel, name, offen }) => [kuerzel, name, offen])).toEqual([
		['SON', 'Tagestreff', 'Montag, 8 bis 15 Uhr']
	]);
	const people = await testApp.app.reader.selectFrom('persons').select(['id', 'pseudonym']).execute();
	expect(people.length).toBeGreaterThan(0);
	for (const slug of ['termine', 'orte'] as const) {
		const text = (await textOf(testApp, slug, 'json')) + (await textOf(testApp, slug, 'csv'));
		for (const { id, pseudonym } of people) {
			expect(text).not.toContain(id);
			if (pseudonym) expect(text).not.toContain(pseudonym);
		}
	}
});
