import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { z } from 'zod';
import * as amendments from '#lib/amendments/amendments.server.ts';
import * as comments from '#lib/comments/comments.server.ts';
import type { Person } from '#lib/people/person.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import * as workshops from '#lib/recording/workshops/workshops.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { Gone } from '#lib/verdict.ts';
import { propose } from '../../../../tests/support/strategy/amended.ts';
import { putProposal, putVersion } from '../../../../tests/support/editions/published.ts';
import { sayAloud, words } from '../../../../tests/support/opinion/square.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import type { Slug } from '../sets/columns/columns.ts';
import * as data from '../data.server.ts';
import type { Format } from '../dataset.ts';

const blackened = { deed: 'redact', title: '[geschwärzt]', body: '[geschwärzt]', evidence: null } as const;
const later = (testApp: TestApp, minutes: number) =>
	testApp.at(new Date(Date.parse(testApp.now) + minutes * 60_000).toISOString());
/** Everything that lies in the tables of editions. */
const rowsIn = async (testApp: TestApp) =>
	JSON.stringify(await testApp.app.reader.selectFrom('dataParts').selectAll().execute());

async function textOf(testApp: TestApp, edition: number, slug: Slug, format: Format = 'json'): Promise<string> {
	let text = '';
	for await (const piece of data.textOf(testApp.as(null), edition, slug, format)) text += piece;
	return text;
}

interface Said {
	author: string;
	contribution: string;
	comment: string;
	amendment: string;
	meeting: number;
	moderator: Person;
}

const ENDS: [string, Slug, (ctx: Ctx, said: Said) => Promise<unknown>][] = [
	['taken back', 'beitraege', (ctx, { contribution }) => proposals.forget(ctx, contribution)],
	['hidden', 'beitraege', (ctx, { contribution }) => proposals.screened(ctx, contribution, { deed: 'hide' })],
	['blackened', 'beitraege', (ctx, { contribution }) => proposals.screened(ctx, contribution, blackened)],
	['no longer for the public', 'beitraege', (ctx, { author }) => proposals.withhold(ctx, author)],
	['a comment taken back', 'kommentare', (ctx, { comment }) => comments.forget(ctx, comment)],
	['an amendment hidden', 'aenderungen', (ctx, { amendment }) => amendments.screened(ctx, amendment, { deed: 'hide' })],
	[
		'a meeting taken back',
		'treffen',
		(ctx, { meeting, moderator }) => workshops.publish({ ...ctx, person: moderator }, meeting, false)
	]
];

async function scene(): Promise<{ testApp: TestApp; said: Said }> {
	const testApp = await makeTestApp();
	const { points } = await putVersion(testApp, { number: 1, titles: ['Mehr Beratung'] });
	const [author, other] = [await testApp.person(), await testApp.person()];
	const { id: contribution } = await putProposal(testApp, author, 'Kruse und ich');
	const { number } = await putProposal(testApp, other);
	const before = await sayAloud(testApp, number, other, words({ body: 'Das stimmt.' }));
	const comment = await sayAloud(testApp, number, other, words({ body: 'Das sagt auch Frau Kruse.' }));
	await sayAloud(testApp, number, other, words({ body: 'Wer denn?', parentId: comment }));
	await sayAloud(testApp, number, other, words({ body: 'Ich auch.', parentId: before }));
	const point = points[0]?.number ?? 0;
	const { id: amendment } = await propose(testApp, point, other, { reason: 'Frau Kruse braucht das.' });
	await transaction(testApp.as(null), (ctx) => amendments.screened(ctx, amendment, { deed: 'publish' }));
	const helper = testApp.as(await testApp.person('none', { roles: ['helper'] }));
	const moderator = await testApp.person('none', { roles: ['moderator'] });
	const form = {
		id: newId(),
		label: 'Frühstück',
		date: testApp.now.slice(0, 10),
		group: 'affected' as const,
		people: 20
	};
	const record = { ...form, minutes: 'Frau Kruse sagt: Wohnen.' };
	const meeting = await workshops.open(helper, testApp.consultationId, record);
	await workshops.publish(testApp.as(moderator), meeting, true);
	return { testApp, said: { author: author.id, contribution, comment, amendment, meeting, moderator } };
}

const namesOf = (text: string) => text.split('Kruse').length - 1;

it.each(ENDS)(
	'words that are %s leave every edition at once, all the rest stays on the net, and its new digest is on record',
	async (_, slug, end) => {
		const { testApp, said } = await scene();
		later(testApp, 10);
		await data.publishEdition(testApp.as(null));
		later(testApp, 24 * 60);
		await putProposal(testApp, await testApp.person());
		expect(await data.publishEdition(testApp.as(null))).toBe(2);
		const before = namesOf(await rowsIn(testApp));
		const own = namesOf(await textOf(testApp, 1, slug));
		expect(own).toBeGreaterThan(0);
		const recorded = await data.file(testApp.as(null), 1, slug, 'csv');
		expect(recorded.asRecorded).toBe(true);

		later(testApp, 10);
		await transaction(testApp.as(null), (ctx) => end(ctx, said));
		// Before any chore has run.
		for (const edition of [1, 2]) {
			for (const format of ['json', 'csv'] as const) {
				expect(namesOf(await textOf(testApp, edition, slug, format)), `${edition} ${format}`).toBe(0);
			}
		}
		expect(JSON.stringify((await data.page(testApp.as(null), slug, 1)).rows)).not.toContain('Kruse');
		expect((await data.page(testApp.as(null), 'punkte', 1)).rows).toHaveLength(1);
		expect((await data.file(testApp.as(null), 1, slug, 'csv')).asRecorded).toBe(false);
		const meanwhile = await textOf(testApp, 1, 'beitraege');

		expect(await data.applyRecall(testApp.as(null))).toBe(2);
		expect(namesOf(await rowsIn(testApp))).toBe(before - 2 * own);
		expect(await textOf(testApp, 1, 'beitraege')).toBe(meanwhile);
		later(testApp, 2);
		await data.applyRecall(testApp.as(null));
		const { edition, file, asRecorded } = await data.file(testApp.as(null), 1, slug, 'csv');
		expect([edition.changedAt === null, file.removed, asRecorded]).toEqual([false, 1, true]);
		const text = await textOf(testApp, 1, slug, 'csv');
		expect(createHash('sha256').update(text).digest('hex')).toBe(file.digest);
		expect(file.digest).not.toBe(recorded.file.digest);
		expect([file.rows, file.bytes]).toEqual([recorded.file.rows - 1, Buffer.byteLength(text)]);
		// Of an edition in which nothing is wrong any more nothing is written again.
		later(testApp, 10);
		expect(await data.applyRecall(testApp.as(null))).toBe(0);
		expect(await data.publishEdition(testApp.as(null))).toBeNull();
	}
);

it('comments move up when one before them goes, and an answer no longer says whom it answered', async () => {
	const { testApp, said } = await scene();
	await data.publishEdition(testApp.as(null));
	const Rows = z.object({
		rows: z.array(z.object({ zeile: z.number(), antwort_auf: z.number().nullable(), text: z.string() }))
	});
	const read = async () => Rows.parse(JSON.parse(await textOf(testApp, 1, 'kommentare'))).rows;
	expect((await read()).map(({ zeile, antwort_auf }) => [zeile, antwort_auf])).toEqual([
		[1, null],
		[2, null],
		[3, 2],
		[4, 1]
	]);
	await transaction(testApp.as(null), (ctx) => comments.forget(ctx, said.comment));
	expect((await read()).map(({ text }) => text)).toEqual(['Das stimmt.', 'Wer denn?', 'Ich auch.']);
	await data.applyRecall(testApp.as(null));
	expect((await read()).map(({ zeile, antwort_auf }) => [zeile, antwort_auf])).toEqual([
		[1, null],
		[2, null],
		[3, 1]
	]);
});

it('what is said under a contribution that is hidden leaves with it', async () => {
	const { testApp } = await scene();
	await data.publishEdition(testApp.as(null));
	const { id } = await proposals.byNumber(testApp.as(null), 2);
	await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, id, { deed: 'hide' }));
	expect(await textOf(testApp, 1, 'kommentare')).not.toContain('Das stimmt.');
	later(testApp, 24 * 60);
	expect(await data.publishEdition(testApp.as(null))).toBe(2);
	expect(await textOf(testApp, 2, 'kommentare')).not.toContain('Das stimmt.');
});

it('of an edition from before rows said where they come from, tables of words are recalled as a whole, with a sentence', async () => {
	const { testApp, said } = await scene();
	await data.publishEdition(testApp.as(null));
	await transaction(testApp.as(null), ({ db }) => db.updateTable('dataEditions').set({ columns: null }).execute());
	expect((await data.file(testApp.as(null), 1, 'punkte', 'csv')).file.name).toBe('punkte.csv');
	later(testApp, 10);
	await transaction(testApp.as(null), (ctx) => comments.forget(ctx, said.comment));
	await expect(data.file(testApp.as(null), 1, 'beitraege', 'csv')).rejects.toThrow(Gone);
	await data.applyRecall(testApp.as(null));
	expect(namesOf(await rowsIn(testApp))).toBe(0);
	await expect(data.file(testApp.as(null), 1, 'beitraege', 'csv')).rejects.toThrow('dataRecalled');
	expect((await data.file(testApp.as(null), 1, 'punkte', 'csv')).file.rows).toBe(1);
});

it('of very old editions name, size and digest are kept; their rows are gone, with a sentence', async () => {
	const { testApp } = await scene();
	await data.publishEdition(testApp.as(null));
	await transaction(testApp.as(null), ({ db }) => db.deleteFrom('dataParts').execute());
	await expect(data.file(testApp.as(null), 1, 'punkte', 'csv')).rejects.toThrow('dataNotKept');
});
